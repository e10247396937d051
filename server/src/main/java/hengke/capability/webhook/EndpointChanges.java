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
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints as administrators manage them: checked, written down, in force on every node. */
@Component
public final class EndpointChanges {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 50;

    private final Endpoints endpoints;
    private final Secrets secrets;
    private final Outbound outbound;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Writer writer;
    private final Clock clock;

    EndpointChanges(
            Endpoints endpoints,
            Secrets secrets,
            Outbound outbound,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Access access,
            Writer writer,
            Clock clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.outbound = outbound;
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
        this.writer = writer;
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
        return changing(within -> {
            List<Endpoint> present = endpoints.within(within);
            if (present.size() >= MOST) {
                throw Refusal.Invalid.at("name", Message.of("webhook.tooMany", MOST));
            }
            requireFree(present, wanted.name(), 0);
            long id = within.fetchSingle(
                            """
                            insert into webhook_endpoint (name, address, active, acting, interests, secret, updated_at,
                                updated_by)
                            values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as timestamptz), ?)
                            returning id""",
                            wanted.name(),
                            wanted.address(),
                            wanted.active(),
                            wanted.acting(),
                            JSON.writeValueAsString(wanted.interests()),
                            secrets.sealed(secret),
                            now().toString(),
                            by.user())
                    .get("id", Long.class);
            log(within, by, id, wanted.name(), null, logged(wanted));
            return new Added(id, secret);
        });
    }

    /** Lays it over the version that was seen. One that is switched on begins with a clean slate. */
    public void change(Actor by, long id, long seen, Wanted wanted) {
        access.requireAdministrator(by);
        check(wanted);
        changing(within -> {
            Endpoint before = held(within, id);
            if (before.version() != seen) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            requireFree(endpoints.within(within), wanted.name(), id);
            within.execute(
                    """
                    update webhook_endpoint set name = ?, address = ?, active = ?, acting = ?,
                        interests = cast(? as jsonb), off = null, fault = null, failures = 0, failing_since = null,
                        rests_until = null, version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?""",
                    wanted.name(),
                    wanted.address(),
                    wanted.active(),
                    wanted.acting(),
                    JSON.writeValueAsString(wanted.interests()),
                    now().toString(),
                    by.user(),
                    id);
            log(within, by, id, wanted.name(), logged(wanted(before)), logged(wanted));
            return id;
        });
    }

    /** Nothing is told any more, and what waited is dropped with all that was written down. */
    public void remove(Actor by, long id) {
        access.requireAdministrator(by);
        changing(within -> {
            Endpoint before = held(within, id);
            within.execute("delete from webhook_endpoint where id = ?", id);
            log(within, by, id, before.name(), logged(wanted(before)), null);
            return id;
        });
    }

    /** A new secret, shown once; the one before signs along for a day. */
    public String replaceSecret(Actor by, long id) {
        access.requireAdministrator(by);
        String secret = Signature.newSecret();
        return changing(within -> {
            Endpoint endpoint = held(within, id);
            secrets.replace(within, id, secret, now());
            log(
                    within,
                    by,
                    id,
                    endpoint.name(),
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

    private <T> T changing(Function<DSLContext, T> work) {
        T done = writer.inTransaction(within -> {
            endpoints.change(within);
            return work.apply(within);
        });
        endpoints.refresh();
        return done;
    }

    private Endpoint held(DSLContext within, long id) {
        return endpoints.within(within).stream()
                .filter(endpoint -> endpoint.id() == id)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private static void requireFree(List<Endpoint> present, String name, long except) {
        if (present.stream().anyMatch(each -> each.name().equals(name) && each.id() != except)) {
            throw Refusal.Invalid.at("name", Message.of("webhook.nameTaken"));
        }
    }

    private static Wanted wanted(Endpoint endpoint) {
        return new Wanted(
                endpoint.name(), endpoint.address(), endpoint.active(), endpoint.acting(), endpoint.interests());
    }

    private static ObjectNode logged(Wanted wanted) {
        return JSON.valueToTree(wanted);
    }

    private void log(
            DSLContext within,
            Actor by,
            long id,
            String name,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        AdministrationLog.record(within, by, now(), new AdministrationLog.Subject("webhook", id, name), before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
