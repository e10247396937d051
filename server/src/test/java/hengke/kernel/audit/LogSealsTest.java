package hengke.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.audit.LogCheck.Fault;
import hengke.kernel.audit.LogCheck.Finding;
import hengke.kernel.audit.LogCheck.Outcome;
import hengke.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever is done to a sealed row by hand is found, and which row it was; what comes late is sealed later. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogSealsTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
    private final LogSeals seals = new LogSeals(database.dsl(), clock);
    private final LogCheck check = new LogCheck(database.dsl());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_nobody_touched_is_as_it_was_sealed() {
        signIns(25_000, "2026-11-20");
        seal();
        Outcome logins = logins();
        assertThat(logins.findings()).isEmpty();
        assertThat(logins.blocks()).isEqualTo(3);
        assertThat(logins.rows()).isEqualTo(25_000);
        assertThat(logins.unsealed()).isZero();
        signIns(10, "2026-11-21");
        assertThat(logins().unsealed()).isEqualTo(10);
        seal();
        assertThat(logins().unsealed()).isZero();
        assertThat(logins().head()).isNotEqualTo(logins.head());
    }

    @Test
    void a_row_altered_removed_or_slipped_in_is_named() {
        signIns(25, "2026-11-20");
        seal();
        run("update sign_in_attempt set address = '10.0.0.9' where id = 7");
        run("delete from sign_in_attempt where id in (11, 12)");
        run("""
            insert into sign_in_attempt (id, at, login, address, device) overriding system value
            values (12, '2026-11-20', 'x', '10.0.0.1', 'd')""");
        assertThat(logins().findings())
                .containsExactlyInAnyOrder(
                        new Finding(1, Fault.REMOVED, List.of(11L), 1),
                        new Finding(1, Fault.ALTERED, List.of(7L, 12L), 2));
    }

    @Test
    void a_row_slipped_into_a_gap_is_named() {
        signIns(5, "2026-11-20");
        run("select nextval(pg_get_serial_sequence('sign_in_attempt', 'id'))");
        signIns(5, "2026-11-20");
        seal();
        assertThat(logins().findings()).isEmpty();
        run("""
            insert into sign_in_attempt (id, at, login, address, device) overriding system value
            values (6, '2026-11-20', 'x', '10.0.0.1', 'd')""");
        assertThat(logins().findings()).containsExactly(new Finding(1, Fault.INSERTED, List.of(6L), 1));
    }

    @Test
    void a_block_cannot_be_taken_out_or_written_anew() {
        signIns(10_001, "2026-11-20");
        seal();
        signIns(3, "2026-11-20");
        seal();
        assertThat(logins().blocks()).isEqualTo(3);
        run("update log_block set rows = rows - 1 where log = 'logins' and number = 2");
        assertThat(logins().findings()).extracting(Finding::fault).containsOnly(Fault.CHAIN);
        run("update log_block set rows = rows + 1 where log = 'logins' and number = 2");
        assertThat(logins().findings()).isEmpty();
        run("delete from log_block where log = 'logins' and number = 2");
        assertThat(logins().findings()).extracting(Finding::block).containsExactly(3L);
    }

    @Test
    void nothing_is_sealed_while_a_lower_id_may_still_come() throws SQLException {
        try (Connection late = database.connect();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("insert into sign_in_attempt (at, login, address, device)"
                    + " values ('2026-11-20', 'late', '10.0.0.1', 'd')");
            signIns(3, "2026-11-20");
            for (int visit = 0; visit < 5; visit++) {
                seals.visit();
            }
            assertThat(logins().blocks()).isZero();
            late.commit();
        }
        seal();
        assertThat(logins().rows()).isEqualTo(4);
        assertThat(logins().findings()).isEmpty();
    }

    @Test
    void an_operation_is_covered_from_its_beginning_and_its_outcome_once_it_is_over() {
        run("""
            insert into operation (kind, label, actor, through, status, started_at, finished_at)
            values ('bulk', '一', 0, 'web', 'running', '2026-11-20', null),
                   ('edit', '二', 0, 'web', 'done', '2026-11-20', '2026-11-20')""");
        seal();
        run("update operation set status = 'done', changed = 5, finished_at = '2026-11-21' where id = 1");
        run("update operation set undone_by = 1, undoable = false where id = 2");
        assertThat(of("operations").findings()).isEmpty();
        run("update operation set actor = 5 where id = 1");
        run("update operation set changed = 7 where id = 2");
        assertThat(of("operations").findings()).containsExactly(new Finding(1, Fault.ALTERED, List.of(1L, 2L), 2));
    }

    @Test
    void old_months_go_whole_and_the_chain_goes_on() {
        run("""
            create table sign_in_attempt_2026_01 partition of sign_in_attempt
            for values from ('2026-01-01 00:00:00+00') to ('2026-02-01 00:00:00+00')""");
        signIns(12_000, "2026-01-10");
        signIns(10, "2026-11-20");
        seal();
        var retention = new LogRetention(database.dsl(), clock, check, () -> 6);
        run("update sign_in_attempt set device = 'other' where id = 5");
        retention.enforce();
        assertThat(logins().findings()).isNotEmpty();
        run("update sign_in_attempt set device = 'd' where id = 5");
        retention.enforce();
        retention.enforce();
        assertThat(count("select count(*) from sign_in_attempt")).isEqualTo(10);
        assertThat(logins().findings()).isEmpty();
        assertThat(logins().released()).isEqualTo(2);
        assertThat(count("select count(*) from administration_change where kind = 'log' and action = 'delete'"))
                .isEqualTo(1);
        signIns(1, "2026-11-21");
        seal();
        assertThat(logins().findings()).isEmpty();
        run("delete from log_block where log = 'logins' and number = 1");
        assertThat(logins().findings()).isNotEmpty();
    }

    private void signIns(int count, String day) {
        run("insert into sign_in_attempt (at, login, address, device) select '" + day
                + "', 'ana', '10.0.0.1', 'd' from generate_series(1, " + count + ")");
    }

    /** Three visits: what is there is noted, who may still add to it is noted, and it is sealed. */
    private void seal() {
        seals.visit();
        seals.visit();
        seals.visit();
        seals.visit();
        seals.visit();
    }

    private Outcome logins() {
        return of("logins");
    }

    private Outcome of(String log) {
        return check.everything().stream()
                .filter(outcome -> outcome.log().equals(log))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        database.dsl().execute(sql);
    }

    private long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }
}
