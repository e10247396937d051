package hengke.bench;

import hengke.kernel.audit.LogSeals;
import hengke.kernel.audit.MonthlyPartitions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Three years of logs, month by month: changes, half as many operations, and a tenth as many sign-ins; all sealed. */
final class LogVolume {
    private static final int MONTHS = 36;
    private static final Instant FROM = Instant.parse("2023-11-01T00:00:00Z");
    private static final String PERSON = Volume.FIRST_PERSON + " + n * 31 % " + Volume.PEOPLE;

    private final DSLContext database;
    private final long rows;

    LogVolume(DSLContext database, long rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Fills the logs unless they hold as many changes already. */
    void ensure(LogSeals seals) {
        long there = database.fetchSingle("select count(*) from record_change").into(long.class);
        if (there < rows) {
            long start = System.nanoTime();
            fill("operation", rows / 2, """
                    insert into operation (kind, object, label, actor, through, status, total, done, changed,
                           started_at, finished_at)
                    select 'edit', 'customer', '修改 客户', PERSON, 'web', 'done', 1, 1, 1, MOMENT, MOMENT
                    from generate_series(1, ROWS) n""");
            fill("record_change", rows, """
                    insert into record_change (at, operation_id, object, record_id, version, action, actor, before, after)
                    select MOMENT, n / 2, case when n % 10 = 0 then 'contact' else 'customer' end,
                           1 + n * 7919 % (select max(id) from customer), 2, 'update', PERSON,
                           case when n % 10 = 0 then '{"title": "经理"}'
                                else jsonb_build_object('employees', n % 1000, 'level', 'B') end,
                           case when n % 10 = 0 then '{"title": "总监"}'
                                else jsonb_build_object('employees', n % 1000 + 1, 'level', 'A') end
                    from generate_series(1, ROWS) n""");
            fill("sign_in_attempt", rows / 10, """
                    insert into sign_in_attempt (at, login, person_id, address, device, succeeded)
                    select MOMENT, 'person' || n * 31 % 500, PERSON, '10.0.' || n % 250 || '.7',
                           'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', n % 20 <> 0
                    from generate_series(1, ROWS) n""");
            Bench.say("%,d changes logged in %d s", rows, seconds(start));
        }
        seal(seals);
    }

    /** Every row of every log, as the product does it by itself every two minutes. */
    private void seal(LogSeals seals) {
        long start = System.nanoTime();
        long before = sealed();
        for (int visit = 0; visit < 4; visit++) {
            seals.visit();
        }
        if (sealed() > before) {
            Bench.say("%,d rows sealed in %d s", sealed() - before, seconds(start));
        }
    }

    private long sealed() {
        return database.fetchSingle("select coalesce(sum(rows), 0) from log_block")
                .into(long.class);
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private void fill(String table, long count, String statement) {
        if (List.of("record_change", "sign_in_attempt").contains(table)) {
            for (int month = 0; month < MONTHS; month += 3) {
                Instant then = FROM.atZone(ZoneOffset.UTC).plusMonths(month).toInstant();
                new MonthlyPartitions(database, Clock.fixed(then, ZoneOffset.UTC), table).prepare();
            }
        }
        Map<String, String> indexes =
                database.fetch("""
                        select x.indexrelid::regclass::text, replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ')
                        from pg_index x where x.indrelid = ?::regclass and not x.indisprimary""", table).intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
        indexes.keySet().forEach(index -> database.execute("drop index " + index));
        database.execute(statement
                .replace("PERSON", PERSON)
                .replace("MOMENT", "timestamptz '" + FROM + "' + n * (interval '1095 days' / " + count + ")")
                .replace("ROWS", count + "::bigint"));
        indexes.values().forEach(database::execute);
        database.execute("analyze " + table);
    }
}
