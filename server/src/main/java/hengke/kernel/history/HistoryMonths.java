package hengke.kernel.history;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Keeps a partition of the history ready for this month and the next ones, so that old months can be moved away whole.
 * Should a month ever begin without one, its changes go into the default partition and stay there.
 */
public final class HistoryMonths {
    private static final int AHEAD = 3;

    private final DSLContext database;
    private final Clock clock;

    public HistoryMonths(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes what is missing; safe to call at any time, on any node. */
    public void prepare() {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead < AHEAD; ahead++) {
            prepare(now.plusMonths(ahead));
        }
    }

    private void prepare(YearMonth month) {
        String name = "record_change_%d_%02d".formatted(month.getYear(), month.getMonthValue());
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
                            "select exists (select 1 from record_change_other where at >= {0}::timestamptz and at < {1}::timestamptz)",
                            DSL.val(from), DSL.val(to))
                    .get(0, Boolean.class);
            if (needed && !late) {
                transaction
                        .dsl()
                        .execute(
                                "create table {0} partition of record_change for values from ({1}) to ({2})",
                                DSL.name(name), DSL.inline(from), DSL.inline(to));
            }
        });
    }
}
