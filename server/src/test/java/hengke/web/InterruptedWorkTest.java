package hengke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.NodeProcess;
import hengke.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed in the middle: at the next start every row is there once or not at all, the work goes on, and it says so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptedWorkTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final int ROWS = 1_400;
    private static final int PART = 500;

    private final TestDatabase database = TestDatabase.migrated();

    @TempDir
    Path folder;

    private NodeProcess node;
    private ApiClient admin;

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void an_import_killed_before_it_has_begun_has_not_begun() throws Exception {
        startWithACustomer();
        CompletableFuture<Answer> asked;
        try (Barrier _ = new Barrier("scheduled_tasks")) {
            asked = CompletableFuture.supplyAsync(this::importContacts);
            await().until(() -> count("select count(*) from import_job") == 1 && waiting("scheduled_tasks"));
            node.kill();
        }
        awaitTheEndOfTheNode();
        assertThat(asked).failsWithin(Duration.ofSeconds(10));
        assertThat(count("select count(*) from import_job where status = 'mapping' and operation_id is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from operation where kind = 'import'"))
                .isZero();
        assertThat(livingContacts()).isZero();
    }

    @Test
    void an_import_killed_again_and_again_takes_every_row_in_once() throws Exception {
        startWithACustomer();
        long job;
        try (Barrier _ = new Barrier("record_change")) {
            job = importContacts().number("/import");
            killWhileWritingTo("record_change");
        }
        awaitTheEndOfTheNode();
        assertThat(livingContacts()).isEqualTo(verdicts()).isEqualTo(done()).isZero();

        killInTheSecondPart(this::start);
        assertThat(livingContacts()).isEqualTo(verdicts()).isEqualTo(done()).isEqualTo(PART);

        killWhenItIsDoneButNotStruckOff(job);
        assertThat(livingContacts()).isEqualTo(verdicts()).isEqualTo(done()).isEqualTo(ROWS);

        start();
        await().until(() -> count("select count(*) from scheduled_tasks where task_name = 'import'") == 0);
        Answer taken = admin.get("/api/imports/" + job).expect(200);
        assertThat(taken.text("/status")).isEqualTo("done");
        assertThat(taken.number("/progress/done")).isEqualTo(ROWS);
        assertThat(taken.number("/progress/created")).isEqualTo(ROWS);
        assertThat(livingContacts()).isEqualTo(ROWS);
        assertThat(count("select count(distinct phone) from contact")).isEqualTo(ROWS);
        assertThat(
                        count(
                                "select count(*) from import_row join contact on contact.id = record_id and verdict = 'create'"))
                .isEqualTo(ROWS);
        assertFinishedAndUndo(taken.number("/operation"));
        assertThat(livingContacts()).isZero();
    }

    @Test
    void a_bulk_change_killed_half_way_changes_every_record_once() throws Exception {
        startWithACustomer();
        importContacts();
        await().until(() -> livingContacts() == ROWS);
        long ben = admin.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"" + PASSWORD + "\",\"roles\":[1]}")
                .expect(201)
                .number("/id");
        AtomicLong operation = new AtomicLong();
        killInTheSecondPart(() -> operation.set(admin.post("/api/records/contact/bulk", """
                        {"filter":{"field":"phone","op":"notEmpty"},"change":{"owner":%d,"title":"采购"}}""".formatted(ben))
                .expect(200)
                .number("/id")));
        assertThat(changedContacts(ben)).isEqualTo(doneOf(operation.get())).isEqualTo(PART);

        start();
        await().until(() ->
                admin.get("/api/operations/" + operation.get()).text("/status").equals("done"));
        assertThat(changedContacts(ben)).isEqualTo(ROWS);
        assertThat(count("select count(*) from contact where version = 2")).isEqualTo(ROWS);
        assertThat(count("select count(*) from record_change where object = 'contact' and action = 'update'"))
                .isEqualTo(ROWS);
        assertThat(count("select count(*) from operation_pending")).isZero();
        assertFinishedAndUndo(operation.get());
        assertThat(changedContacts(ben)).isZero();
    }

    @Test
    void an_export_killed_before_its_file_was_there_is_made_anew_and_once() throws Exception {
        startWithACustomer();
        importContacts();
        await().until(() -> livingContacts() == ROWS);
        long files = count("select count(*) from file");
        long job;
        try (Barrier _ = new Barrier("file")) {
            job = admin.post("/api/exports", "{\"object\":\"contact\"}")
                    .expect(200)
                    .number("/id");
            killWhileWritingTo("file");
        }
        awaitTheEndOfTheNode();
        assertThat(count("select count(*) from export_job join operation on operation.id = operation_id"
                        + " where operation.status = 'running' and file_id is null"))
                .isEqualTo(1);
        start();
        await().until(() -> admin.get("/api/exports/" + job).text("/status").equals("done"));
        Answer made = admin.get("/api/exports/" + job).expect(200);
        assertThat(made.number("/rows"))
                .isEqualTo(made.number("/progress/done"))
                .isEqualTo(ROWS);
        assertThat(admin.download("/api/exports/" + job + "/file")).hasSize((int) made.number("/file/size"));
        assertThat(count("select count(*) from file")).isEqualTo(files + 1);
    }

    private void assertFinishedAndUndo(long operation) {
        Answer finished = admin.get("/api/operations/" + operation).expect(200);
        assertThat(finished.text("/status")).isEqualTo("done");
        assertThat(finished.number("/total")).isEqualTo(ROWS);
        assertThat(finished.number("/done")).isEqualTo(ROWS);
        assertThat(finished.number("/changed")).isEqualTo(ROWS);
        assertThat(finished.body().at("/undoable").booleanValue()).isTrue();
        Answer undo = admin.post("/api/operations/" + operation + "/undo", "{}").expect(200);
        assertThat(undo.number("/changed")).isEqualTo(ROWS);
        assertThat(undo.body().at("/conflicts").size()).isZero();
    }

    private void startWithACustomer() {
        start();
        admin.post("/api/records/customer", "{\"name\":\"云图科技\"}").expect(201);
    }

    private void start() {
        node = NodeProcess.start(
                database,
                folder.resolve("data"),
                "--hengke.admin.login=admin",
                "--hengke.admin.password=" + PASSWORD,
                "--db-scheduler.heartbeat-interval=250ms",
                "--db-scheduler.polling-interval=250ms");
        admin = new ApiClient(node).signIn("admin", PASSWORD);
    }

    /** Contacts have no key of their own, so that a row taken in twice would be there twice. */
    private Answer importContacts() {
        StringBuilder rows = new StringBuilder("姓名,客户,手机\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("王伟,云图科技,1380000%04d\n".formatted(i));
        }
        return admin.upload("/api/imports", "联系人.csv", rows.toString(), "object", "contact")
                .expect(200);
    }

    /** Whoever wants to write to the table waits until this is closed. */
    private final class Barrier implements AutoCloseable {
        private final Connection connection;

        Barrier(String table) throws SQLException {
            connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table " + table + " in share mode");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** A second barrier waits behind the writer that waits at the first, and so lets that one through and no other. */
    private void killInTheSecondPart(Runnable begin) throws Exception {
        CompletableFuture<Barrier> second;
        try (Barrier _ = new Barrier("record_change")) {
            begin.run();
            await().until(() -> waiting("record_change"));
            second = CompletableFuture.supplyAsync(() -> barrier("record_change"));
            await().until(() -> count("select count(*) from pg_locks where not granted and mode = 'ShareLock'") == 1);
        }
        try (Barrier _ = second.get()) {
            killWhileWritingTo("record_change");
        }
        awaitTheEndOfTheNode();
    }

    private Barrier barrier(String table) {
        try {
            return new Barrier(table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void killWhenItIsDoneButNotStruckOff(long job) throws SQLException {
        try (Barrier first = new Barrier("record_change")) {
            start();
            await().until(() -> waiting("record_change"));
            try (Barrier _ = new Barrier("scheduled_tasks")) {
                first.close();
                await().until(() ->
                        admin.get("/api/imports/" + job).text("/status").equals("done"));
                node.kill();
            }
        }
        awaitTheEndOfTheNode();
    }

    private void killWhileWritingTo(String table) {
        await().until(() -> waiting(table));
        node.kill();
    }

    private boolean waiting(String table) {
        return count("select count(*) from pg_locks where not granted and mode = 'RowExclusiveLock' and relation = '"
                        + table + "'::regclass")
                > 0;
    }

    /** The database notices only now that nobody is there to commit. */
    private void awaitTheEndOfTheNode() {
        await().until(() -> count("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid() and state <> 'idle'")
                == 0);
    }

    private long livingContacts() {
        return count("select count(*) from contact where deleted_at is null");
    }

    private long changedContacts(long owner) {
        return count("select count(*) from contact where title = '采购' and owner = " + owner);
    }

    private long verdicts() {
        return count("select count(*) from import_row");
    }

    /** What the import says, which is what its operation says. */
    private long done() {
        return count("select done from import_job join operation using (done) where operation.id = operation_id");
    }

    private long doneOf(long operation) {
        return count("select done from operation where id = " + operation);
    }

    private long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }
}
