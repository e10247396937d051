package hengke.capability.routing;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import hengke.capability.routing.Decision.Cause;
import hengke.capability.routing.Decision.Outcome;
import hengke.capability.routing.Decision.Passed;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every decision about who is to have a record, with its reason: only ever added to. */
public final class RoutingLog {
    private static final TypeReference<List<Passed>> PASSED_TYPE = new TypeReference<>() {};
    private static final Table<Record> LOG = table(name("routing_decision"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<String> CAUSE = field(name("cause"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> OUTCOME = field(name("outcome"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> RULE = field(name("rule"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> WAY = field(name("way"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> PERSON = field(name("person"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> POOL = field(name("pool_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> FORMER = field(name("former"), SQLDataType.BIGINT);
    private static final org.jooq.Field<JSONB> PASSED = field(name("passed"), SQLDataType.JSONB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation"), SQLDataType.BIGINT);

    private RoutingLog() {}

    /**
     * One decision.
     *
     * @param rule the name of the rule at that time; null when none decided
     * @param way how the person was chosen: turn, weight, load, or person where the rule names one
     * @param former who had it until then
     */
    public record Entry(
            long id,
            long record,
            Instant at,
            Cause cause,
            Outcome outcome,
            @Nullable String rule,
            @Nullable String way,
            @Nullable Long person,
            @Nullable Long pool,
            @Nullable Long former,
            List<Passed> passed,
            long actor) {
        static Entry of(long record, Instant at, Cause cause, Decision decision, @Nullable Long former, long actor) {
            Routing.Rule rule = decision.rule();
            return new Entry(
                    0,
                    record,
                    at,
                    cause,
                    decision.outcome(),
                    rule == null ? null : rule.name(),
                    decision.way(),
                    decision.person(),
                    decision.pool(),
                    former,
                    decision.passed(),
                    actor);
        }
    }

    static void append(DSLContext database, ObjectDefinition object, long operation, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var insert = database.insertInto(LOG)
                .columns(OBJECT, RECORD, AT, CAUSE, OUTCOME, RULE, WAY, PERSON, POOL, FORMER, PASSED, ACTOR, OPERATION);
        for (Entry entry : entries) {
            insert = insert.values(
                    object.name(),
                    entry.record,
                    entry.at,
                    entry.cause.wire(),
                    entry.outcome.wire(),
                    entry.rule,
                    entry.way,
                    entry.person,
                    entry.pool,
                    entry.former,
                    JSONB.valueOf(JsonMapper.shared().writeValueAsString(entry.passed)),
                    entry.actor,
                    operation);
        }
        insert.execute();
    }

    /** How many records each of these people was given since then. */
    static Map<Long, Integer> given(
            DSLContext database, ObjectDefinition object, Collection<Long> people, Instant since) {
        return database.select(PERSON, count())
                .from(LOG)
                .where(OBJECT.eq(object.name()), PERSON.eq(DSL.any(people.toArray(Long[]::new))), AT.ge(since))
                .groupBy(PERSON)
                .fetchMap(PERSON, count());
    }

    /** Newest first; {@code before} is the id after which to go on. */
    public static List<Entry> page(DSLContext database, ObjectDefinition object, @Nullable Long before, int most) {
        return fetch(database, object, before == null ? noCondition() : ID.lt(before), most);
    }

    /** About one record, newest first. */
    public static List<Entry> of(DSLContext database, ObjectDefinition object, long record, int most) {
        return fetch(database, object, RECORD.eq(record), most);
    }

    private static List<Entry> fetch(DSLContext database, ObjectDefinition object, Condition which, int most) {
        return database.select(ID, RECORD, AT, CAUSE, OUTCOME, RULE, WAY, PERSON, POOL, FORMER, PASSED, ACTOR)
                .from(LOG)
                .where(OBJECT.eq(object.name()), which)
                .orderBy(ID.desc())
                .limit(most)
                .fetch(row -> new Entry(
                        row.get(ID),
                        row.get(RECORD),
                        row.get(AT),
                        Cause.valueOf(row.get(CAUSE).toUpperCase(Locale.ROOT)),
                        Outcome.valueOf(row.get(OUTCOME).toUpperCase(Locale.ROOT)),
                        row.get(RULE),
                        row.get(WAY),
                        row.get(PERSON),
                        row.get(POOL),
                        row.get(FORMER),
                        JsonMapper.shared().readValue(row.get(PASSED).data(), PASSED_TYPE),
                        row.get(ACTOR)));
    }
}
