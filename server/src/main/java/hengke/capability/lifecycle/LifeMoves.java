package hengke.capability.lifecycle;

import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The log of moves of the status: only added to, and summed up in one set. */
final class LifeMoves {
    static final Field<Long> RECORD = DSL.field(DSL.name("l", "record_id"), SQLDataType.BIGINT);
    static final Field<LocalDate> WON_ON = DSL.field(DSL.name("l", "won_on"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> LOST_ON = DSL.field(DSL.name("l", "lost_on"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> RETURNED_ON = DSL.field(DSL.name("l", "returned_on"), SQLDataType.LOCALDATE);

    private LifeMoves() {}

    /** From one value of the status to another. */
    record Move(
            long record, @Nullable String from, @Nullable String to, boolean undoes) {}

    static void append(DSLContext within, ObjectDefinition object, long operation, Instant at, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        within.execute(
                """
                insert into life_move (at, object, record_id, from_status, to_status, undoes, operation)
                select {0}, {1}, record, old, new, undoes, {2}
                from unnest({3}, {4}, {5}, {6}) as move (record, old, new, undoes)""",
                DSL.val(at, SQLDataType.INSTANT),
                DSL.val(object.name()),
                DSL.val(operation),
                DSL.val(moves.stream().map(Move::record).toArray(), SQLDataType.BIGINT.array()),
                DSL.val(moves.stream().map(Move::from).toArray(), SQLDataType.CLOB.array()),
                DSL.val(moves.stream().map(Move::to).toArray(), SQLDataType.CLOB.array()),
                DSL.val(moves.stream().map(Move::undoes).toArray(), SQLDataType.BOOLEAN.array()));
    }

    /** The days that the moves of these records come to; what was taken back has not been. */
    static Table<?> days(
            ObjectDefinition object, LifeCycle cycle, String zone, Function<Field<Long>, Condition> which) {
        Field<Long> record = DSL.field(DSL.name("m", "record_id"), SQLDataType.BIGINT);
        return DSL.table(
                """
                (select record_id,
                    (min(at) filter (where to_status = {0}) at time zone {2})::date as won_on,
                    (max(at) filter (where to_status = {1}) at time zone {2})::date as lost_on,
                    (max(at) filter (where from_status = {1}) at time zone {2})::date as returned_on
                from (select m.*, lead(m.undoes) over (partition by m.record_id order by m.id) as undone
                      from life_move m where m.object = {3} and {4}) move
                where not undoes and undone is not true group by record_id) l""",
                DSL.inline(cycle.won()),
                DSL.inline(cycle.lost()),
                DSL.inline(zone),
                DSL.inline(object.name()),
                which.apply(record));
    }
}
