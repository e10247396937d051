package hengke.kernel.audit;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;

/** The months of all logs that are partitioned. */
public final class LogMonths {
    private final List<MonthlyPartitions> tables;

    LogMonths(DSLContext database, Clock clock) {
        this.tables = SealedLog.ALL.stream()
                .filter(SealedLog::byMonth)
                .map(log -> new MonthlyPartitions(database, clock, log.table()))
                .toList();
    }

    /** Makes what is missing; safe to call at any time, on any node. */
    public void prepare() {
        tables.forEach(MonthlyPartitions::prepare);
    }
}
