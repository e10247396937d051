package hengke.web.webhooks;

import hengke.capability.webhook.DeliveryLog;
import hengke.capability.webhook.Endpoint;
import hengke.capability.webhook.EndpointChanges;
import hengke.capability.webhook.Endpoints;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import hengke.web.webhooks.WebhookJson.AddedJson;
import hengke.web.webhooks.WebhookJson.EndpointJson;
import hengke.web.webhooks.WebhookJson.InterestJson;
import hengke.web.webhooks.WebhookJson.ListJson;
import hengke.web.webhooks.WebhookJson.ObjectJson;
import hengke.web.webhooks.WebhookJson.SecretJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Who else is told of what happens to records; for administrators. */
@RestController
@RequestMapping("/api/webhooks")
final class WebhooksController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType ADDRESS = new TextualType(TextualType.Form.TEXT, 1_000);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

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
                        .map(each -> json(each, health.getOrDefault(each.id(), DeliveryLog.Health.UNTOLD), language))
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
                log.health().getOrDefault(id, DeliveryLog.Health.UNTOLD),
                language);
    }

    private EndpointJson json(Endpoint endpoint, DeliveryLog.Health health, Language language) {
        return new EndpointJson(
                endpoint.id(),
                endpoint.name(),
                endpoint.address(),
                endpoint.active(),
                KeptMessage.in(endpoint.off(), language),
                KeptMessage.in(endpoint.fault(), language),
                Labelled.person(organisation.get(), endpoint.acting()),
                endpoint.interests().stream().map(InterestJson::of).toList(),
                health.waiting(),
                health.parked(),
                health.delivered(),
                health.failingSince(),
                endpoint.version());
    }
}
