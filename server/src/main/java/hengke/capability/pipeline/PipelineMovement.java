package hengke.capability.pipeline;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What has changed in the pipelines since the beginning of a day, of the records that somebody sees now: what came, was
 * won or lost, grew or shrank, slipped or was drawn forward, went ahead or back. The opening amount and all changes
 * come to the closing amount. Records that are deleted by now count on neither side.
 */
@Component
public final class PipelineMovement {
    private static final int MOST = 200;
    private static final String BEFORE = "s";

    private static final org.jooq.Field<Long> RECORD = before("record_id", SQLDataType.BIGINT);
    private static final org.jooq.Field<BigDecimal> AMOUNT = before("amount", SQLDataType.NUMERIC);
    private static final org.jooq.Field<LocalDate> EXPECTED = before("expected", SQLDataType.LOCALDATE);
    private static final org.jooq.Field<String> PIPELINE = before("pipeline", SQLDataType.CLOB);
    private static final org.jooq.Field<String> STAGE = before("stage", SQLDataType.CLOB);

    private final DSLContext database;
    private final Access access;
    private final LivePipelines pipelines;

    PipelineMovement(DSLContext database, Access access, LivePipelines pipelines) {
        this.database = database;
        this.access = access;
        this.pipelines = pipelines;
    }

    /** A way in which records moved. A record is of exactly one of the first four, and may be of more of the others. */
    public enum Part {
        /** Open now, and not there then. */
        CAME,
        WON,
        LOST,
        /** Open then and now. */
        STAYED,
        /** Of those that stayed: the amount is higher. */
        GREW,
        SHRANK,
        /** Of those that stayed: expected later. */
        SLIPPED,
        SOONER,
        /** Of those that stayed: a later stage of the same pipeline. */
        AHEAD,
        BACK;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Part> of(String wire) {
            return Arrays.stream(values())
                    .filter(part -> part.wire().equals(wire))
                    .findFirst();
        }
    }

    /**
     * How many records moved in one way.
     *
     * @param before what they would have brought then, in the company's currency
     * @param now what they would bring now; of what was won what it brought
     */
    public record Moved(Part part, long count, BigDecimal before, BigDecimal now) {}

    /** A record that moved; null for what was not there. */
    public record Mover(long id, State before, State now) {}

    /** How it stood. */
    public record State(
            @Nullable BigDecimal amount,
            @Nullable String pipeline,
            @Nullable String stage,
            @Nullable LocalDate expected) {}

    /** How many records moved in each way since the beginning of a day of which there is a snapshot. */
    public List<Moved> since(Actor actor, ObjectDefinition object, LocalDate day) {
        Alias row = readable(actor, object);
        List<SelectField<?>> asked = new ArrayList<>();
        for (Part part : Part.values()) {
            Condition moved = moved(object, row, part);
            asked.add(DSL.count().filterWhere(moved));
            asked.add(DSL.coalesce(DSL.sum(AMOUNT).filterWhere(moved), BigDecimal.ZERO));
            asked.add(DSL.coalesce(DSL.sum(amount(object, row)).filterWhere(moved), BigDecimal.ZERO));
        }
        Record found = database.select(asked)
                .from(compared(object, row, day))
                .where(concerned(actor, object, row, day))
                .fetchSingle();
        List<Moved> moved = new ArrayList<>();
        for (Part part : Part.values()) {
            int at = part.ordinal() * 3;
            moved.add(new Moved(
                    part,
                    found.get(at, Long.class),
                    found.get(at + 1, BigDecimal.class),
                    found.get(at + 2, BigDecimal.class)));
        }
        return moved;
    }

    /** The records that moved in one way, those with the highest amounts first. */
    public List<Mover> movers(Actor actor, ObjectDefinition object, LocalDate day, Part part) {
        Pipelined fields = LivePipelines.pipelined(object);
        Alias row = readable(actor, object);
        org.jooq.Field<BigDecimal> amount = amount(object, row);
        org.jooq.Field<String> pipeline = row.column(fields.pipeline()).coerce(SQLDataType.CLOB);
        org.jooq.Field<String> stage = row.column(fields.stage()).coerce(SQLDataType.CLOB);
        org.jooq.Field<LocalDate> expected = row.column(fields.expected()).coerce(SQLDataType.LOCALDATE);
        return database.select(row.id(), AMOUNT, PIPELINE, STAGE, EXPECTED, amount, pipeline, stage, expected)
                .from(compared(object, row, day))
                .where(concerned(actor, object, row, day))
                .and(moved(object, row, part))
                .orderBy(
                        DSL.greatest(DSL.coalesce(amount, BigDecimal.ZERO), DSL.coalesce(AMOUNT, BigDecimal.ZERO))
                                .desc(),
                        row.id())
                .limit(MOST)
                .fetch(found -> new Mover(
                        found.value1(),
                        new State(found.value2(), found.value3(), found.value4(), found.value5()),
                        new State(found.value6(), found.value7(), found.value8(), found.value9())));
    }

    /** Sums of what is masked here and there would tell what is under the mask. */
    private Alias readable(Actor actor, ObjectDefinition object) {
        Pipelined fields = LivePipelines.pipelined(object);
        boolean all = access.may(actor, object, Verb.READ)
                && Stream.<Field<?>>of(fields.stage(), fields.amount(), fields.expected(), Pipelined.OUTCOME)
                        .allMatch(field -> access.readsThroughout(actor, object, field));
        if (!all) {
            throw new Refusal.Forbidden(Message.of(
                    "pipeline.movement",
                    fields.stage().label(),
                    fields.amount().label(),
                    fields.expected().label()));
        }
        return Alias.of(object);
    }

    private static Table<?> compared(ObjectDefinition object, Alias row, LocalDate day) {
        return row.table()
                .leftJoin(DSL.table(DSL.name("pipeline_snapshot")).as(DSL.name(BEFORE)))
                .on(RECORD.eq(row.id()))
                .and(before("object", SQLDataType.CLOB).eq(object.name()))
                .and(before("day", SQLDataType.LOCALDATE).eq(day));
    }

    /** What was open then, and what came since. */
    private Condition concerned(Actor actor, ObjectDefinition object, Alias row, LocalDate day) {
        org.jooq.Field<Instant> taken = DSL.field(DSL.select(DSL.field(DSL.name("taken_at"), SQLDataType.INSTANT))
                .from(DSL.table(DSL.name("pipeline_snapshot_day")))
                .where(DSL.field(DSL.name("pipeline_snapshot_day", "object"), SQLDataType.CLOB)
                        .eq(object.name()))
                .and(DSL.field(DSL.name("pipeline_snapshot_day", "day"), SQLDataType.LOCALDATE)
                        .eq(day)));
        org.jooq.Field<Instant> closed = row.column(Pipelined.CLOSED_AT).coerce(SQLDataType.INSTANT);
        return DSL.and(
                row.living(),
                CriterionSql.of(access.visibility(actor, object, Verb.READ).criterion(), row),
                DSL.or(RECORD.isNotNull(), open(row), closed.gt(taken)));
    }

    private Condition moved(ObjectDefinition object, Alias row, Part part) {
        Pipelined fields = LivePipelines.pipelined(object);
        Condition stayed = open(row).and(RECORD.isNotNull());
        org.jooq.Field<BigDecimal> now = DSL.coalesce(amount(object, row), BigDecimal.ZERO);
        org.jooq.Field<BigDecimal> then = DSL.coalesce(AMOUNT, BigDecimal.ZERO);
        org.jooq.Field<LocalDate> expected = row.column(fields.expected()).coerce(SQLDataType.LOCALDATE);
        return switch (part) {
            case CAME -> open(row).and(RECORD.isNull());
            case WON -> outcome(row, Pipelined.WON);
            case LOST -> outcome(row, Pipelined.LOST);
            case STAYED -> stayed;
            case GREW -> stayed.and(now.gt(then));
            case SHRANK -> stayed.and(now.lt(then));
            case SLIPPED -> stayed.and(expected.gt(EXPECTED));
            case SOONER -> stayed.and(expected.lt(EXPECTED));
            case AHEAD -> stayed.and(place(object, row, fields).gt(place(object, null, fields)));
            case BACK -> stayed.and(place(object, row, fields).lt(place(object, null, fields)));
        };
    }

    /** The place of the stage in its pipeline, now or then; in another pipeline it is neither before nor behind. */
    private org.jooq.Field<Integer> place(ObjectDefinition object, @Nullable Alias row, Pipelined fields) {
        org.jooq.Field<String> now =
                row == null ? STAGE : row.column(fields.stage()).coerce(SQLDataType.CLOB);
        org.jooq.Field<Integer> place = DSL.inline((Integer) null, SQLDataType.INTEGER);
        for (Pipeline pipeline : pipelines.of(object).all()) {
            for (int i = 0; i < pipeline.stages().size(); i++) {
                place = DSL.when(
                                PIPELINE.eq(pipeline.key())
                                        .and(now.eq(pipeline.stages().get(i).key())),
                                DSL.inline(i))
                        .otherwise(place);
            }
        }
        return place;
    }

    private static org.jooq.Field<BigDecimal> amount(ObjectDefinition object, Alias row) {
        return row.column(LivePipelines.pipelined(object).amount()).coerce(SQLDataType.NUMERIC);
    }

    private static Condition open(Alias row) {
        return outcome(row, Pipelined.OPEN);
    }

    private static Condition outcome(Alias row, String outcome) {
        return CriterionSql.of(Criterion.is(Pipelined.OUTCOME, outcome), row);
    }

    private static <T> org.jooq.Field<T> before(String column, org.jooq.DataType<T> type) {
        return DSL.field(DSL.name(BEFORE, column), type);
    }
}
