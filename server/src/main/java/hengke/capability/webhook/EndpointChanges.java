package hengke.capability.webhook;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints as administrators manage them: checked, written down, in force on every node. */
@Component
public final class EndpointChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EndpointRows rows;
    private final Secrets secrets;
    private final Outbound outbound;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Clock clock;

    EndpointChanges(
            EndpointRows rows,
            Secrets secrets,
            Outbound outbound,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.outbound = outbound;
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
        this.clock = clock;
    }

    /** What an endpoint is to be. */
    public record Wanted(String name, String address, boolean active, long acting, List<Endpoint.Interest> interests) {}

    /** A new endpoint, and the secret that is never shown again. */
    public record Added(long id, String secret) {}

    /** The objects whose records can be told of. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> !object.embedded())
                .toList();
    }

    /** Makes one. */
    public Added add(Actor by, Wanted wanted) {
        access.requireAdministrator(by);
        check(wanted);
        String secret = Signature.newSecret();
        return rows.changing(within -> {
            long id = rows.add(within, by, Endpoint.STANDARD, written(wanted), secrets.sealed(secret));
            rows.log(within, by, subject(id, wanted.name()), null, logged(wanted));
            return new Added(id, secret);
        });
    }

    /** Lays it over the version that was seen. */
    public void change(Actor by, long id, long seen, Wanted wanted) {
        access.requireAdministrator(by);
        check(wanted);
        rows.changing(within -> {
            Endpoint before = rows.held(within, Endpoint.STANDARD, id);
            rows.change(within, by, before, seen, written(wanted));
            rows.log(within, by, subject(id, wanted.name()), logged(wanted(before)), logged(wanted));
            return id;
        });
    }

    /** Nothing is told any more, and what waited is dropped with all that was written down. */
    public void remove(Actor by, long id) {
        access.requireAdministrator(by);
        rows.changing(within -> {
            Endpoint before = rows.held(within, Endpoint.STANDARD, id);
            rows.remove(within, id);
            rows.log(within, by, subject(id, before.name()), logged(wanted(before)), null);
            return id;
        });
    }

    /** A new secret, shown once; the one before signs along for a day. */
    public String replaceSecret(Actor by, long id) {
        access.requireAdministrator(by);
        String secret = Signature.newSecret();
        return rows.changing(within -> {
            Endpoint endpoint = rows.held(within, Endpoint.STANDARD, id);
            secrets.replace(within, id, secret, now());
            rows.log(
                    within,
                    by,
                    subject(id, endpoint.name()),
                    JSON.createObjectNode().put("secret", false),
                    JSON.createObjectNode().put("secret", true));
            return secret;
        });
    }

    private void check(Wanted wanted) {
        List<FieldError> errors = new ArrayList<>();
        outbound.wrong(wanted.address()).ifPresent(wrong -> errors.add(FieldError.of("address", wrong)));
        if (wanted.acting() <= 0
                || organisation
                        .get()
                        .person(wanted.acting())
                        .filter(Person::active)
                        .isEmpty()) {
            errors.add(FieldError.of("acting", Message.of("webhook.actingGone")));
        } else {
            interests(organisation.get().actor(wanted.acting()), wanted.interests(), errors);
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    /** With the eyes of whoever reads for it. */
    private void interests(Actor actor, List<Endpoint.Interest> interests, List<FieldError> errors) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < interests.size(); i++) {
            Endpoint.Interest interest = interests.get(i);
            String at = "interests[" + i + "].";
            ObjectDefinition object = objects().stream()
                    .filter(each -> each.name().equals(interest.object()))
                    .findFirst()
                    .orElse(null);
            if (object == null || !access.may(actor, object, Verb.READ) || !named.add(interest.object())) {
                errors.add(FieldError.of(at + "object", Message.of("webhook.noObject", interest.object())));
            } else if (interest.what().isEmpty()) {
                errors.add(FieldError.of(at + "what", Message.of("webhook.nothing")));
            } else if (interest.filter() != null) {
                try {
                    access.resolve(actor, object, interest.filter());
                } catch (Refusal refusal) {
                    errors.add(FieldError.of(at + "filter", refusal.reason()));
                }
            }
        }
    }

    private static Wanted wanted(Endpoint endpoint) {
        return new Wanted(
                endpoint.name(), endpoint.address(), endpoint.active(), endpoint.acting(), endpoint.interests());
    }

    private static EndpointRows.Written written(Wanted wanted) {
        return new EndpointRows.Written(
                wanted.name(), wanted.address(), wanted.active(), wanted.acting(), wanted.interests(), null);
    }

    private static AdministrationLog.Subject subject(long id, String name) {
        return new AdministrationLog.Subject("webhook", id, name);
    }

    private static ObjectNode logged(Wanted wanted) {
        return JSON.valueToTree(wanted);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
