package hengke.kernel.audit;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Keeps a partition of a table ready for this month and the next ones, so that old months can be taken away whole.
 * Should a month ever begin without one, its rows go into the default partition and stay there.
 *
 * @param table partitioned by the moment {@code at}, with a default partition named {@code table_other}
 */
public record MonthlyPartitions(DSLContext database, Clock clock, String table) {
    private static final int AHEAD = 3;

    /** Makes what is missing; safe to call at any time, on any node. */
    public void prepare() {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead < AHEAD; ahead++) {
            prepare(now.plusMonths(ahead));
        }
    }

    /** The partition of a month, whether it is there or not. */
    public String name(YearMonth month) {
        return "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
    }

    private void prepare(YearMonth month) {
        String name = name(month);
        String from = month.atDay(1) + " 00:00:00+00";
        String to = month.plusMonths(1).atDay(1) + " 00:00:00+00";
        database.transaction(transaction -> {
            transaction.dsl().fetch("select pg_advisory_xact_lock(728, 2)");
            boolean needed = transaction
                    .dsl()
                    .fetchSingle("select to_regclass({0}) is null", DSL.val(name))
                    .get(0, Boolean.class);
            boolean late = transaction
                    .dsl()
                    .fetchSingle(
                            "select exists (select 1 from {2} where at >= {0}::timestamptz and at < {1}::timestamptz)",
                            DSL.val(from), DSL.val(to), DSL.name(table + "_other"))
                    .get(0, Boolean.class);
            if (needed && !late) {
                transaction
                        .dsl()
                        .execute(
                                "create table {0} partition of {3} for values from ({1}) to ({2})",
                                DSL.name(name), DSL.inline(from), DSL.inline(to), DSL.name(table));
            }
        });
    }
}
