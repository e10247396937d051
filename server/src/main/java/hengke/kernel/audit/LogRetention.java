package hengke.kernel.audit;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes away whole months of the logs that are older than they are kept. What is taken away was sealed and is found as
 * it was sealed, or it stays; its blocks remain in the chain, and the administration log says what went.
 */
public final class LogRetention {
    private static final Logger LOG = LoggerFactory.getLogger(LogRetention.class);
    private static final Pattern MONTH = Pattern.compile(".*_(\\d{4})_(\\d{2})");

    private final DSLContext database;
    private final Clock clock;
    private final LogCheck check;
    private final IntSupplier monthsKept;

    public LogRetention(DSLContext database, Clock clock, LogCheck check, IntSupplier monthsKept) {
        this.database = database;
        this.clock = clock;
        this.check = check;
        this.monthsKept = monthsKept;
    }

    /** A month that lies in a partition of its own. */
    private record Month(String partition, YearMonth month) {}

    /** Takes away what is too old; safe to run twice and on several nodes. */
    public void enforce() {
        YearMonth oldest = YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(monthsKept.getAsInt());
        for (SealedLog log : SealedLog.ALL) {
            if (log.byMonth()) {
                months(log).stream()
                        .filter(month -> month.month().isBefore(oldest))
                        .forEach(month -> database.transaction(configuration -> drop(configuration.dsl(), log, month)));
            }
        }
    }

    private List<Month> months(SealedLog log) {
        return database.fetch("""
                        select inhrelid::regclass::text as partition from pg_inherits
                        where inhparent = {0}::regclass order by 1""", DSL.val(log.table())).getValues("partition", String.class).stream()
                .map(MONTH::matcher)
                .filter(Matcher::matches)
                .map(found -> new Month(
                        found.group(),
                        YearMonth.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))))
                .toList();
    }

    private void drop(DSLContext transaction, SealedLog log, Month month) {
        transaction.fetch("select pg_advisory_xact_lock(732, hashtext({0}))", DSL.val(log.name()));
        Instant end = month.month()
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Long last = transaction
                .fetchSingle("select max(id) from {0}", DSL.table(DSL.name(month.partition())))
                .get(0, Long.class);
        long sealed = Blocks.last(transaction, log.name()).map(Block::lastId).orElse(0L);
        if (last != null && last > sealed) {
            return;
        }
        if (!check.before(log, end).isEmpty()) {
            LOG.error("{} stays: its rows are not what was sealed", month.partition());
            return;
        }
        long rows = Objects.requireNonNull(transaction
                .fetchSingle("select count(*) from {0}", DSL.table(DSL.name(month.partition())))
                .get(0, Long.class));
        Blocks.release(transaction, log.name(), end, clock.instant());
        transaction.execute("drop table {0}", DSL.table(DSL.name(month.partition())));
        ObjectNode gone = JsonMapper.shared()
                .createObjectNode()
                .put("month", month.month().toString())
                .put("rows", rows);
        AdministrationLog.record(
                transaction, Actor.SYSTEM, clock.instant(), new Subject("log", null, log.name()), gone, null);
        LOG.info("log {}: {} with {} rows is no longer kept", log.name(), month.month(), rows);
    }
}
