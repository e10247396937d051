package hengke.web.webhooks;

import hengke.capability.webhook.DeliveryLog;
import hengke.capability.webhook.Endpoint;
import hengke.capability.webhook.EndpointChanges;
import hengke.capability.webhook.Endpoints;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.webhooks.WebhookJson.AddedJson;
import hengke.web.webhooks.WebhookJson.AgainJson;
import hengke.web.webhooks.WebhookJson.AttemptJson;
import hengke.web.webhooks.WebhookJson.DeliveriesJson;
import hengke.web.webhooks.WebhookJson.DeliveryJson;
import hengke.web.webhooks.WebhookJson.EndpointJson;
import hengke.web.webhooks.WebhookJson.InterestJson;
import hengke.web.webhooks.WebhookJson.Labelled;
import hengke.web.webhooks.WebhookJson.ListJson;
import hengke.web.webhooks.WebhookJson.ObjectJson;
import hengke.web.webhooks.WebhookJson.SecretJson;
import hengke.web.webhooks.WebhookJson.WholeJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Who else is told of what happens to records, and what they were told; for administrators. */
@RestController
@RequestMapping("/api/webhooks")
final class WebhooksController {
    private static final int PAGE = 50;
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType ADDRESS = new TextualType(TextualType.Form.TEXT, 1_000);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();
    private static final DeliveryLog.Health UNTOLD = new DeliveryLog.Health(0, 0, 0, null);

    private final Endpoints endpoints;
    private final EndpointChanges changes;
    private final DeliveryLog log;
    private final LiveOrganisation organisation;
    private final Access access;

    WebhooksController(
            Endpoints endpoints,
            EndpointChanges changes,
            DeliveryLog log,
            LiveOrganisation organisation,
            Access access) {
        this.endpoints = endpoints;
        this.changes = changes;
        this.log = log;
        this.organisation = organisation;
        this.access = access;
    }

    @GetMapping
    ListJson all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        Map<Long, DeliveryLog.Health> health = log.health();
        return new ListJson(
                endpoints.all(Endpoint.STANDARD).stream()
                        .map(each -> json(each, health.getOrDefault(each.id(), UNTOLD), language))
                        .toList(),
                changes.objects().stream()
                        .map(object ->
                                new ObjectJson(object.name(), object.label().in(language)))
                        .toList());
    }

    @GetMapping("/{id}")
    EndpointJson one(Actor actor, Language language, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return json(id, language);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedJson add(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        EndpointChanges.Added added = changes.add(actor, wanted(actor, new Body(asked)));
        return new AddedJson(json(added.id(), language), added.secret());
    }

    @PutMapping("/{id}")
    EndpointJson change(Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        long version = body.required("version", ID).orElse(0L);
        changes.change(actor, id, version, wanted(actor, body));
        return json(id, language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        changes.remove(actor, id);
    }

    /** The secret before signs along for a day. */
    @PostMapping("/{id}/secret")
    SecretJson replaceSecret(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return new SecretJson(changes.replaceSecret(actor, id));
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

    private static EndpointChanges.Wanted wanted(Actor actor, Body body) {
        String name = body.required("name", NAME).orElse("");
        String address = body.required("address", ADDRESS).orElse("");
        boolean active = body.optional("active", FLAG).orElse(true);
        long acting = body.optional("acting", ID).orElse(actor.user());
        List<Endpoint.Interest> interests = body.each("interests").stream()
                .map(WebhooksController::interest)
                .toList();
        body.done();
        return new EndpointChanges.Wanted(name, address, active, acting, interests);
    }

    private static Endpoint.Interest interest(Body body) {
        String object = body.required("object", NAME).orElse("");
        Set<Endpoint.What> what = new HashSet<>();
        for (String each : body.list("what", NAME)) {
            Endpoint.What.of(each)
                    .ifPresentOrElse(what::add, () -> body.refuse("what", Message.of("identity.unknown")));
        }
        return new Endpoint.Interest(object, what, body.given("filter").orElse(null));
    }

    private EndpointJson json(long id, Language language) {
        return json(
                endpoints.find(Endpoint.STANDARD, id).orElseThrow(Refusal.NotFound::new),
                log.health().getOrDefault(id, UNTOLD),
                language);
    }

    private EndpointJson json(Endpoint endpoint, DeliveryLog.Health health, Language language) {
        String acting =
                organisation.get().person(endpoint.acting()).map(Person::name).orElse("#" + endpoint.acting());
        return new EndpointJson(
                endpoint.id(),
                endpoint.name(),
                endpoint.address(),
                endpoint.active(),
                KeptMessage.in(endpoint.off(), language),
                KeptMessage.in(endpoint.fault(), language),
                new Labelled(endpoint.acting(), acting),
                endpoint.interests().stream().map(InterestJson::of).toList(),
                health.waiting(),
                health.parked(),
                health.delivered(),
                health.failingSince(),
                endpoint.version());
    }
}
