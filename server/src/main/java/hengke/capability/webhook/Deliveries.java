package hengke.capability.webhook;

import hengke.kernel.jobs.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What endpoints are to be told, put in the queue with whatever it tells of, or not at all. */
@Component
public final class Deliveries {
    private final Background background;
    private final Clock clock;

    Deliveries(Background background, Clock clock) {
        this.background = background;
        this.clock = clock;
    }

    /**
     * Something to tell.
     *
     * @param id tells it from everything else an endpoint is told: given twice it is told once
     * @param type such as {@code customer.created}
     * @param object the record it is about, if any; such messages reach an endpoint one after the other
     */
    public record Told(
            String id,
            String type,
            @Nullable String object,
            @Nullable Long record,
            Instant at,
            JsonNode data) {
        String body() {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            body.put("type", type).put("timestamp", at.toString()).set("data", data);
            return body.toString();
        }
    }

    /** What a queued message says. */
    public static Optional<String> queued(DSLContext within, long endpoint, String id) {
        return within.fetchOptional(
                        "select body from webhook_delivery where endpoint = ? and message = ?", endpoint, id)
                .map(row -> row.get("body", String.class));
    }

    /** Is there something for an endpoint that is not delivered and not given up? */
    public static boolean waiting(DSLContext within, long endpoint) {
        return within.fetchOptional(
                        "select 1 from webhook_delivery where endpoint = ? and state = 'waiting' limit 1", endpoint)
                .isPresent();
    }

    /** Queues what an endpoint is told; it is sent when this transaction has committed. */
    public void add(DSLContext within, long endpoint, List<Told> told) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var inserts = told.stream()
                .map(each -> within.query(
                        """
                        insert into webhook_delivery (endpoint, message, type, object, record_id, body, state, due_at,
                            created_at)
                        values (?, ?, ?, ?, ?, ?, 'waiting', cast(? as timestamptz), cast(? as timestamptz))
                        on conflict (endpoint, message) do nothing""",
                        endpoint,
                        each.id(),
                        each.type(),
                        each.object(),
                        each.record(),
                        each.body(),
                        now.toString(),
                        now.toString()))
                .toList();
        if (!inserts.isEmpty()) {
            within.batch(inserts).execute();
            background.promiseOnce(WebhookClock.SEND, Duration.ZERO);
        }
    }
}
