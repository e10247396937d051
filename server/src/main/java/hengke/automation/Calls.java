package hengke.automation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests by which other programs begin automations: each finds one record, as whoever the automation acts as sees it,
 * and is written down with what became of it.
 */
@Component
public final class Calls {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST_A_MINUTE = 600;
    private static final long MINUTE = 60;

    private final LiveAutomations automations;
    private final LiveCatalog catalog;
    private final BeginOne beginning;
    private final Acting acting;
    private final Access access;
    private final Writer writer;
    private final Clock clock;

    Calls(
            LiveAutomations automations,
            LiveCatalog catalog,
            BeginOne beginning,
            Acting acting,
            Access access,
            Writer writer,
            Clock clock) {
        this.automations = automations;
        this.catalog = catalog;
        this.beginning = beginning;
        this.acting = acting;
        this.access = access;
        this.writer = writer;
        this.clock = clock;
    }

    /** What became of a request. */
    public enum Became {
        BEGUN,
        /** It had begun before. */
        REPEATED,
        /** Nothing began; why stands in the log. */
        NOTHING
    }

    /**
     * Takes a request to an address.
     *
     * @param once tells it from others; one that began something before begins nothing again. Null where it is not said
     */
    public Optional<Became> take(String secret, @Nullable String once, ObjectNode request) {
        return writer.inTransaction(within -> CallAddresses.find(within, secret)
                .flatMap(automations::find)
                .filter(automation -> automation.active() && automation.plan().trigger() instanceof Trigger.Called)
                .flatMap(automation -> catalog.current()
                        .find(automation.object())
                        .map(object -> take(within, automation, object, once, request))));
    }

    private Became take(
            DSLContext within,
            Automation automation,
            ObjectDefinition object,
            @Nullable String once,
            ObjectNode request) {
        refuseFlood(within, automation);
        Optional<Long> call = within.fetchOptional("""
                        insert into automation_call (automation, at, once, body, outcome)
                        values (?, cast(? as timestamptz), ?, ?, 'refused')
                        on conflict (automation, once) do update set at = excluded.at, body = excluded.body
                            where automation_call.outcome <> 'begun'
                        returning id""", automation.id(), now().toString(), once, request.toString())
                .map(row -> row.get("id", Long.class));
        if (call.isEmpty()) {
            return Became.REPEATED;
        }
        Found found = found(within, automation, object, request);
        Long record = found.record();
        BeginOne.Begun begun = record == null
                ? new BeginOne.Begun(null, found.why())
                : beginning.begin(within, automation, object, record, "call:" + call.get());
        Message refused = begun.refused();
        within.execute(
                "update automation_call set outcome = ?, record_id = ?, run = ?, note = ? where id = ?",
                begun.run() != null ? "begun" : record == null ? "unknown" : "refused",
                record,
                begun.run(),
                refused == null ? null : KeptMessage.of(refused),
                call.get());
        return begun.run() == null ? Became.NOTHING : Became.BEGUN;
    }

    private void refuseFlood(DSLContext within, Automation automation) {
        int lately = within.fetchSingle(
                        "select count(*) from automation_call where automation = ? and at > cast(? as timestamptz)",
                        automation.id(),
                        now().minusSeconds(MINUTE).toString())
                .get(0, Integer.class);
        if (lately >= MOST_A_MINUTE) {
            throw new Refusal.TooMany(Message.of("automation.tooManyCalls"), MINUTE);
        }
    }

    /** The one record a request is about, or why there is none. */
    private record Found(@Nullable Long record, @Nullable Message why) {
        static Found nothing(Message why) {
            return new Found(null, why);
        }
    }

    private Found found(DSLContext within, Automation automation, ObjectDefinition object, ObjectNode request) {
        Trigger.Called called = (Trigger.Called) automation.plan().trigger();
        Optional<Actor> actor = acting.as(automation);
        Field<?> field = object.field(called.field()).orElse(null);
        if (actor.isEmpty() || field == null || !access.readsThroughout(actor.get(), object, field)) {
            return Found.nothing(
                    Message.of(actor.isEmpty() ? "automation.actingGone" : "automation.noField", called.field()));
        }
        JsonNode value = request.at(called.pointer());
        if (!value.isValueNode() || value.isNull() || value.asString().isBlank()) {
            return Found.nothing(Message.of("automation.nothingSent", called.pointer()));
        }
        ObjectNode filter = JSON.createObjectNode().put("field", field.name()).put("op", "eq");
        filter.set("value", value);
        try {
            List<Row> rows = new Pages(within)
                    .page(Selection.of(object, access.visibility(actor.get(), object, Verb.READ))
                            .where(access.resolve(actor.get(), object, filter))
                            .limit(2)
                            .reading(List.of(SystemFields.ID)))
                    .rows();
            return rows.size() == 1
                    ? new Found(rows.getFirst().id(), null)
                    : Found.nothing(Message.of(
                            rows.isEmpty() ? "automation.noRecordOf" : "automation.severalRecordsOf", field.label()));
        } catch (Refusal unreadable) {
            return Found.nothing(unreadable.reason());
        }
    }

    /** By run, the request it began with. */
    static Map<Long, JsonNode> requests(DSLContext within, Collection<Long> runs) {
        Map<Long, JsonNode> requests = new HashMap<>();
        within.fetch("select run, body from automation_call where run = any (?)", (Object) runs.toArray(Long[]::new))
                .forEach(row -> requests.put(row.get("run", Long.class), JSON.readTree(row.get("body", String.class))));
        return requests;
    }

    /** What began nothing is kept for a while; the rest goes with its run. */
    static int forget(DSLContext within, Instant now) {
        return within.execute(
                "delete from automation_call where run is null and at < cast(? as timestamptz)",
                now.minus(REMEMBERED).toString());
    }

    /**
     * A request that came.
     *
     * @param outcome {@code begun}, {@code unknown} or {@code refused}
     * @param note as kept by {@code KeptMessage}
     */
    public record Entry(
            long id,
            Instant at,
            String outcome,
            @Nullable Long record,
            @Nullable String note,
            String body) {}

    /** The last that came, newest first. */
    public List<Entry> last(long automation, int most) {
        return writer.inTransaction(within -> within.fetch(
                        "select * from automation_call where automation = ? order by id desc limit ?", automation, most)
                .map(Calls::entry));
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get("id", Long.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("outcome", String.class),
                row.get("record_id", Long.class),
                row.get("note", String.class),
                row.get("body", String.class));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
