package hengke.kernel.transfer.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A node that was taken for dead may still be at an export when another begins it anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportOnTwoNodesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
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
    void two_nodes_at_the_same_export_make_one_file() throws SQLException {
        long files = count("select count(*) from file");
        long id;
        CompletableFuture<Void> again;
        try (Connection inTheWay = barrier("file")) {
            id = export();
            await().until(() -> waiting("file") == 1);
            again = CompletableFuture.runAsync(() -> other.bean(ExportRun.class).run(id));
            await().until(() -> waiting("file") == 2);
            inTheWay.rollback();
            again.join();
            await().until(() -> status(id).equals("done"));
        }
        assertThat(count("select count(*) from file")).isEqualTo(files + 1);
        assertThat(count("select attempt from export_job where id = " + id)).isEqualTo(2);
        assertThat(admin.download("/api/exports/" + id + "/file")).isNotEmpty();
        assertThat(count("select count(*) from scheduled_tasks where task_name = 'export'"))
                .isZero();
    }

    @Test
    void a_cancelled_export_leaves_no_file() {
        long id = export();
        await().until(() -> status(id).equals("done"));
        long before = count("select count(*) from file");
        one.database().dsl().execute("""
                update operation set status = 'running', cancel_asked = true
                where id = (select operation_id from export_job where id = ?)""", id);
        one.bean(ExportRun.class).run(id);
        assertThat(status(id)).isEqualTo("cancelled");
        assertThat(count("select count(*) from file")).isEqualTo(before);
    }

    @Test
    void who_is_disabled_meanwhile_gets_no_file() {
        long person = admin.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"" + PASSWORD + "\",\"roles\":[1]}")
                .expect(201)
                .number("/id");
        ApiClient ben = new ApiClient(one).signIn("ben", PASSWORD);
        Answer job = ben.post("/api/exports", "{\"object\":\"customer\"}").expect(200);
        long id = job.number("/id");
        await().until(() -> status(id).equals("done"));
        admin.patch("/api/users/" + person, "{\"active\":false}").expect(200);
        one.database().dsl().execute("update operation set status = 'running' where id = ?", job.number("/operation"));
        one.bean(ExportRun.class).run(id);
        assertThat(status(id)).isEqualTo("failed");
        assertThat(admin.get("/api/exports/" + id).text("/message")).contains("停用");
    }

    private static long export() {
        return admin.post("/api/exports", "{\"object\":\"customer\"}")
                .expect(200)
                .number("/id");
    }

    private static String status(long id) {
        return admin.get("/api/exports/" + id).text("/status");
    }

    private static Connection barrier(String table) throws SQLException {
        Connection connection = one.database().connect();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
        }
        return connection;
    }

    private static long waiting(String table) {
        return count("select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass");
    }

    private static long count(String sql) {
        return one.database().dsl().fetchSingle(sql).into(long.class);
    }
}
