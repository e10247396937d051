package hengke.web.webhooks;

import hengke.capability.webhook.DeliveryLog;
import hengke.capability.webhook.Endpoints;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.webhooks.WebhookJson.AgainJson;
import hengke.web.webhooks.WebhookJson.AttemptJson;
import hengke.web.webhooks.WebhookJson.DeliveriesJson;
import hengke.web.webhooks.WebhookJson.DeliveryJson;
import hengke.web.webhooks.WebhookJson.WholeJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What endpoints of every kind were told, and how to tell them again; for administrators. */
@RestController
@RequestMapping("/api/webhooks")
final class DeliveriesController {
    private static final int PAGE = 50;

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final Access access;

    DeliveriesController(Endpoints endpoints, DeliveryLog log, Access access) {
        this.endpoints = endpoints;
        this.log = log;
        this.access = access;
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        require(id);
        log.greet(id);
    }

    /** Newest first. */
    @GetMapping("/{id}/deliveries")
    DeliveriesJson deliveries(
            Actor actor,
            Language language,
            @PathVariable("id") long id,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        access.requireAdministrator(actor);
        require(id);
        if (state != null && !DeliveryLog.STATES.contains(state)) {
            throw Refusal.Invalid.at("state", Message.of("identity.unknown"));
        }
        List<DeliveryJson> page = log.page(id, state, before, PAGE).stream()
                .map(entry -> DeliveryJson.of(entry, language))
                .toList();
        return new DeliveriesJson(
                page, page.size() < PAGE ? null : page.getLast().id());
    }

    @GetMapping("/deliveries/{delivery}")
    WholeJson delivery(Actor actor, Language language, @PathVariable("delivery") long delivery) {
        access.requireAdministrator(actor);
        DeliveryLog.Entry entry = log.find(delivery).orElseThrow(Refusal.NotFound::new);
        return new WholeJson(
                DeliveryJson.of(entry, language),
                log.body(delivery),
                log.attempts(delivery).stream()
                        .map(each -> new AttemptJson(
                                each.at(),
                                each.millis(),
                                each.status(),
                                KeptMessage.in(each.fault(), language),
                                each.answer()))
                        .toList());
    }

    @PostMapping("/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(Actor actor, @PathVariable("delivery") long delivery) {
        access.requireAdministrator(actor);
        if (log.find(delivery).isEmpty()) {
            throw new Refusal.NotFound();
        }
        log.again(delivery);
    }

    /** All that failed for good. */
    @PostMapping("/{id}/replay")
    AgainJson replayAll(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        require(id);
        return new AgainJson(log.allAgain(id));
    }

    private void require(long id) {
        if (endpoints.find(id).isEmpty()) {
            throw new Refusal.NotFound();
        }
    }
}
