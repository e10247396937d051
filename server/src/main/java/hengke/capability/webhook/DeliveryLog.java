package hengke.capability.webhook;

import hengke.capability.webhook.Deliveries.Told;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What endpoints were told, for two weeks: each message with every attempt, and how to send it again. */
@Component
public final class DeliveryLog {
    /** What can become of a message. */
    public static final List<String> STATES = List.of("waiting", "delivered", "parked");

    private static final Duration REMEMBERED = Duration.ofDays(14);
    private static final int PART = 5_000;

    private static final String SELECT = """
            select its.*, last.status, last.fault
            from webhook_delivery its left join lateral (
                select status, fault from webhook_attempt where delivery = its.id order by id desc limit 1) last on true
            """;

    private final DSLContext database;
    private final Deliveries deliveries;
    private final Background background;
    private final LiveCatalog catalog;
    private final Clock clock;

    DeliveryLog(DSLContext database, Deliveries deliveries, Background background, LiveCatalog catalog, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.background = background;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A message; with its last attempt.
     *
     * @param fault as kept by {@code KeptMessage}
     */
    public record Entry(
            long id,
            long endpoint,
            String message,
            String type,
            @Nullable String object,
            @Nullable Long record,
            String state,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            @Nullable Integer status,
            @Nullable String fault) {}

    /** One time it was sent. */
    public record Attempt(
            Instant at,
            long millis,
            @Nullable Integer status,
            @Nullable String fault,
            @Nullable String answer) {}

    /**
     * How an endpoint is doing.
     *
     * @param failingSince null while it takes what it is told
     */
    public record Health(
            int waiting,
            int parked,
            int delivered,
            @Nullable Instant failingSince) {
        /** Of one that was told nothing yet. */
        public static final Health UNTOLD = new Health(0, 0, 0, null);
    }

    /** By endpoint. */
    public Map<Long, Health> health() {
        Map<Long, Health> health = new HashMap<>();
        database.fetch("""
                        select endpoint.id, endpoint.failing_since,
                            count(*) filter (where state = 'waiting') as waiting,
                            count(*) filter (where state = 'parked') as parked,
                            count(*) filter (where state = 'delivered') as delivered
                        from webhook_endpoint endpoint left join webhook_delivery delivery on delivery.endpoint = endpoint.id
                        group by endpoint.id""")
                .forEach(row -> health.put(
                        row.get("id", Long.class),
                        new Health(
                                row.get("waiting", Integer.class),
                                row.get("parked", Integer.class),
                                row.get("delivered", Integer.class),
                                instant(row, "failing_since"))));
        return health;
    }

    /** Newest first; {@code before} is the id after which to go on. */
    public List<Entry> page(long endpoint, @Nullable String state, @Nullable Long before, int most) {
        return database.fetch(
                        SELECT + """
                        where endpoint = {0} and (cast({1} as text) is null or state = {1})
                            and (cast({2} as bigint) is null or its.id < {2})
                        order by its.id desc limit {3}""",
                        DSL.val(endpoint),
                        DSL.val(state, String.class),
                        DSL.val(before, Long.class),
                        DSL.val(most))
                .map(DeliveryLog::entry);
    }

    public Optional<Entry> find(long id) {
        return database.fetchOptional(SELECT + "where its.id = {0}", DSL.val(id))
                .map(DeliveryLog::entry);
    }

    /** What is sent. */
    public String body(long id) {
        return database.fetchSingle("select body from webhook_delivery where id = ?", id)
                .get("body", String.class);
    }

    /** Every time it was sent, the last first. */
    public List<Attempt> attempts(long id) {
        return database.fetch("select * from webhook_attempt where delivery = ? order by id desc", id)
                .map(row -> new Attempt(
                        row.get("at", OffsetDateTime.class).toInstant(),
                        row.get("millis", Long.class),
                        row.get("status", Integer.class),
                        row.get("fault", String.class),
                        row.get("answer", String.class)));
    }

    /** Sends one again, whatever became of it, under its id. */
    public void again(long id) {
        again("id = ? and (held_until is null or held_until < cast(? as timestamptz))", id, now().toString());
    }

    /** Sends again all that failed for good; how many. */
    public int allAgain(long endpoint) {
        return again("endpoint = ? and state = 'parked'", endpoint);
    }

    private int again(String which, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = now().toString();
        System.arraycopy(values, 0, all, 1, values.length);
        return database.transactionResult(transaction -> {
            int again = transaction.dsl().execute("""
                            update webhook_delivery
                            set state = 'waiting', attempts = 0, due_at = cast(? as timestamptz), ended_at = null
                            where\s""" + which, all);
            if (again > 0) {
                background.promiseOnce(WebhookClock.SEND, Duration.ZERO);
            }
            return again;
        });
    }

    /** Sends a message that tells of nothing, to see whether it arrives. */
    public void greet(long endpoint) {
        database.transaction(transaction -> deliveries.add(
                transaction.dsl(),
                endpoint,
                List.of(new Told(
                        "test_" + UUID.randomUUID(),
                        "test",
                        null,
                        null,
                        now(),
                        JsonMapper.shared().createObjectNode()))));
    }

    /** What is old is forgotten, and earlier what tells of a record that is gone for good. */
    void forget() {
        while (database.execute("""
                        delete from webhook_delivery where id in (
                            select id from webhook_delivery where created_at < cast(? as timestamptz) limit ?)""", now().minus(REMEMBERED).toString(), PART) == PART) {
            // the next part
        }
        database.fetch("select distinct object from webhook_delivery where object is not null")
                .getValues("object", String.class)
                .forEach(name -> catalog.current().find(name).ifPresent(this::forgetGone));
    }

    private void forgetGone(ObjectDefinition object) {
        database.execute(
                """
                delete from webhook_delivery
                where object = {0} and type <> {1}
                    and not exists (select 1 from {2} as its where its.id = webhook_delivery.record_id)""", DSL.val(object.name()), DSL.val(object.name() + ".deleted"), DSL.table(DSL.name(object.table())));
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get("id", Long.class),
                row.get("endpoint", Long.class),
                row.get("message", String.class),
                row.get("type", String.class),
                row.get("object", String.class),
                row.get("record_id", Long.class),
                row.get("state", String.class),
                row.get("attempts", Integer.class),
                row.get("created_at", OffsetDateTime.class).toInstant(),
                row.get("due_at", OffsetDateTime.class).toInstant(),
                row.get("status", Integer.class),
                row.get("fault", String.class));
    }

    private static @Nullable Instant instant(Record row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
