package hengke.kernel.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A node that was taken for dead may still be at its work when another goes on with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportOnTwoNodesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final int ROWS = 1_600;
    private static RunningApplication one;
    private static RunningApplication other;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        one = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        other = one.anotherNode();
        admin = new ApiClient(one).signIn("admin", PASSWORD);
        admin.post("/api/records/customer", "{\"name\":\"云图科技\"}").expect(201);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void two_nodes_at_the_same_import_take_every_row_in_once() throws SQLException {
        Answer begun = admin.upload("/api/imports", "联系人.csv", contacts(), "object", "contact")
                .expect(200);
        long id = begun.number("/import");
        List<CompletableFuture<ImportJob>> runs;
        try (Connection inTheWay = one.database().connect();
                Statement statement = inTheWay.createStatement()) {
            inTheWay.setAutoCommit(false);
            statement.execute("lock table import_row in share mode");
            runs = Stream.of(one, other)
                    .map(node -> CompletableFuture.supplyAsync(
                            () -> node.bean(ImportRun.class).run(id, 1)))
                    .toList();
            await().until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and datname = current_database()")
                    >= 2);
        }
        assertThat(runs)
                .extracting(CompletableFuture::join)
                .extracting(ImportJob::status)
                .containsOnly(ImportJob.Status.DONE);
        Answer taken = admin.get("/api/imports/" + id).expect(200);
        assertThat(taken.number("/progress/done")).isEqualTo(ROWS);
        assertThat(taken.number("/progress/created")).isEqualTo(ROWS);
        assertThat(admin.get("/api/operations/" + begun.number("/id")).number("/changed"))
                .isEqualTo(ROWS);
        assertThat(count("select count(*) from contact where name = '王伟'")).isEqualTo(ROWS);
        assertThat(count("select count(distinct phone) from contact where name = '王伟'"))
                .isEqualTo(ROWS);
    }

    @Test
    void work_promised_for_an_earlier_run_leaves_the_next_alone() {
        long id = admin.upload("/api/imports", "一.csv", "姓名,客户\n李四,云图科技\n", "object", "contact", "dryRun", "true")
                .expect(200)
                .number("/id");
        admin.post("/api/imports/" + id + "/run", "{}").expect(200);
        assertThat(one.bean(ImportRun.class).run(id, 1).dryRun()).isFalse();
        assertThat(admin.get("/api/imports/" + id).number("/progress/created")).isEqualTo(1);
        assertThat(count("select count(*) from contact where name = '李四'")).isEqualTo(1);
    }

    @Test
    void what_breaks_again_and_again_is_given_up_and_says_so() throws SQLException {
        try (Connection inTheWay = one.database().connect();
                Statement statement = inTheWay.createStatement()) {
            inTheWay.setAutoCommit(false);
            Answer begun;
            statement.execute("lock table record_change in share mode");
            begun = admin.upload("/api/imports", "联系人.csv", contacts().replace("王伟", "赵六"), "object", "contact")
                    .expect(200);
            await().until(() ->
                    count("select count(*) from pg_locks where not granted and relation = 'record_change'::regclass")
                            > 0);
            CompletableFuture<Void> givenUp =
                    CompletableFuture.runAsync(() -> one.bean(ImportRun.class).giveUp(begun.number("/import"), 1));
            await().until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and datname = current_database()")
                    >= 2);
            inTheWay.rollback();
            givenUp.join();
            await().until(() -> admin.get("/api/operations/" + begun.number("/id"))
                    .text("/status")
                    .equals("failed"));
            assertThat(admin.get("/api/operations/" + begun.number("/id")).text("/message"))
                    .contains("重试");
            assertThat(count("select count(*) from contact where name = '赵六'"))
                    .isEqualTo(
                            admin.get("/api/imports/" + begun.number("/import")).number("/progress/done"))
                    .isLessThan(ROWS);
        }
    }

    private static String contacts() {
        StringBuilder rows = new StringBuilder("姓名,客户,手机\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("王伟,云图科技,1380000%04d\n".formatted(i));
        }
        return rows.toString();
    }

    private static long count(String sql) {
        return one.database().dsl().fetchSingle(sql).into(long.class);
    }
}
