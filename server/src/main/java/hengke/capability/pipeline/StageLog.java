package hengke.capability.pipeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Every step of every record from stage to stage: only ever added to, so that durations can be reckoned anew. */
public final class StageLog {
    private static final Table<Record> LOG = table(name("stage_step"));
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<String> PIPELINE = field(name("pipeline"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> FROM = field(name("from_stage"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> TO = field(name("to_stage"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation"), SQLDataType.BIGINT);

    private StageLog() {}

    /**
     * One step.
     *
     * @param from null: it was not there before
     * @param to null: it is there no more
     */
    public record Step(
            long record,
            Instant at,
            @Nullable String pipeline,
            @Nullable String from,
            @Nullable String to,
            long actor) {}

    static void append(DSLContext database, ObjectDefinition object, long operation, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var insert = database.insertInto(LOG).columns(OBJECT, RECORD, AT, PIPELINE, FROM, TO, ACTOR, OPERATION);
        for (Step step : steps) {
            insert = insert.values(
                    object.name(), step.record, step.at, step.pipeline, step.from, step.to, step.actor, operation);
        }
        insert.execute();
    }

    /** When a record came into the first of its stages, as SQL over its row. */
    public static org.jooq.Field<Instant> first(Alias row) {
        return field(
                select(min(AT)).from(LOG).where(OBJECT.eq(inline(row.object().name())), RECORD.eq(row.id())));
    }

    /** The steps of one record, oldest first. */
    public static List<Step> of(DSLContext database, ObjectDefinition object, long record) {
        return of(database, object, List.of(record)).getOrDefault(record, List.of());
    }

    /** The steps of these records, oldest first; none of those that have made none. */
    public static Map<Long, List<Step>> of(DSLContext database, ObjectDefinition object, Collection<Long> records) {
        return records.isEmpty()
                ? Map.of()
                : database.select(RECORD, AT, PIPELINE, FROM, TO, ACTOR)
                        .from(LOG)
                        .where(OBJECT.eq(object.name()), RECORD.eq(any(records.toArray(Long[]::new))))
                        .orderBy(field(name("id")))
                        .fetchGroups(
                                RECORD,
                                row -> new Step(
                                        row.get(RECORD),
                                        row.get(AT),
                                        row.get(PIPELINE),
                                        row.get(FROM),
                                        row.get(TO),
                                        row.get(ACTOR)));
    }

    /**
     * Of the records that have ended, how many had come to a stage, and how many of them were won in the end.
     *
     * @param pipeline in which they ended
     */
    public record Reached(@Nullable String pipeline, String stage, long decided, long won) {}

    /** The experience with each stage of each pipeline. */
    public static List<Reached> reached(DSLContext database, ObjectDefinition object) {
        Pipelined fields = LivePipelines.pipelined(object);
        Alias row = Alias.of(object);
        org.jooq.Field<String> outcome = row.column(Pipelined.OUTCOME).coerce(SQLDataType.CLOB);
        org.jooq.Field<String> pipeline = row.column(fields.pipeline()).coerce(SQLDataType.CLOB);
        return database.select(
                        pipeline, TO, countDistinct(RECORD), countDistinct(when(outcome.eq(Pipelined.WON), RECORD)))
                .from(LOG)
                .join(row.table())
                .on(row.id().eq(RECORD))
                .where(OBJECT.eq(object.name()), outcome.ne(Pipelined.OPEN), row.living())
                .and(TO.notIn(Pipelined.WON, Pipelined.LOST))
                .groupBy(pipeline, TO)
                .fetch(found -> new Reached(found.value1(), found.value2(), found.value3(), found.value4()));
    }
}
