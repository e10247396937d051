package hengke.capability.webhook;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Endpoints of whatever kind as they are written: one change after the other, logged, in force on every node. */
@Component
public final class EndpointRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 50;

    private final Endpoints endpoints;
    private final Writer writer;
    private final Clock clock;

    EndpointRows(Endpoints endpoints, Writer writer, Clock clock) {
        this.endpoints = endpoints;
        this.writer = writer;
        this.clock = clock;
    }

    /** What is kept of an endpoint; see {@link Endpoint}. */
    public record Written(
            String name,
            String address,
            boolean active,
            long acting,
            List<Endpoint.Interest> interests,
            @Nullable JsonNode own) {}

    /** Changes endpoints, alone. */
    public <T> T changing(Function<DSLContext, T> work) {
        T done = writer.inTransaction(within -> {
            endpoints.change(within);
            return work.apply(within);
        });
        endpoints.refresh();
        return done;
    }

    /** The one to change. */
    public Endpoint held(DSLContext within, String kind, long id) {
        return endpoints.within(within, kind).stream()
                .filter(endpoint -> endpoint.id() == id)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Keeps a new one with its sealed secret; its id. */
    public long add(DSLContext within, Actor by, String kind, Written written, String sealed) {
        List<Endpoint> present = endpoints.within(within, kind);
        if (present.size() >= MOST) {
            throw Refusal.Invalid.at("name", Message.of("webhook.tooMany", MOST));
        }
        requireFree(present, written.name(), 0);
        return within.fetchSingle(
                        """
                        insert into webhook_endpoint (kind, name, address, active, acting, interests, own, secret,
                            updated_at, updated_by)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb),
                            cast(? as timestamptz), ?)
                        returning id""",
                        kind,
                        written.name(),
                        written.address(),
                        written.active(),
                        written.acting(),
                        JSON.writeValueAsString(written.interests()),
                        text(written.own()),
                        sealed,
                        now().toString(),
                        by.user())
                .get("id", Long.class);
    }

    /** Lays it over the version that was seen. One that is switched on begins with a clean slate. */
    public void change(DSLContext within, Actor by, Endpoint before, long seen, Written written) {
        if (before.version() != seen) {
            throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
        }
        requireFree(endpoints.within(within, before.kind()), written.name(), before.id());
        within.execute(
                """
                update webhook_endpoint set name = ?, address = ?, active = ?, acting = ?,
                    interests = cast(? as jsonb), own = cast(? as jsonb), off = null, fault = null, failures = 0,
                    failing_since = null, rests_until = null, version = version + 1,
                    updated_at = cast(? as timestamptz), updated_by = ?
                where id = ?""",
                written.name(),
                written.address(),
                written.active(),
                written.acting(),
                JSON.writeValueAsString(written.interests()),
                text(written.own()),
                now().toString(),
                by.user(),
                before.id());
    }

    /** Seals it with another secret. */
    public void seal(DSLContext within, long id, String sealed) {
        within.execute("update webhook_endpoint set secret = cast(? as jsonb) where id = ?", sealed, id);
    }

    /** Nothing is told any more, and what waited is dropped with all that was written down. */
    public void remove(DSLContext within, long id) {
        within.execute("delete from webhook_endpoint where id = ?", id);
    }

    /** Notes who changed what. */
    public void log(
            DSLContext within,
            Actor by,
            AdministrationLog.Subject what,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        AdministrationLog.record(within, by, now(), what, before, after);
    }

    private static void requireFree(List<Endpoint> present, String name, long except) {
        if (present.stream().anyMatch(each -> each.name().equals(name) && each.id() != except)) {
            throw Refusal.Invalid.at("name", Message.of("webhook.nameTaken"));
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
