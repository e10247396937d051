package hengke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.Barrier;
import hengke.testing.NodeProcess;
import hengke.testing.RunningApplication;
import hengke.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nodes killed in the middle of all their work: at the end every row is there once or not at all, the work went on, and it
 * says so. Two nodes are killed one after the other, each at everything that can be under way at once; a third, which does
 * nothing in the background before, brings it to its end.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptedWorkTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final int ROWS = 1_050;
    private static final int PART = 500;
    private static final int FEW = 30;
    private static final String[] QUICK = {
        "--db-scheduler.heartbeat-interval=500ms",
        "--db-scheduler.polling-interval=250ms",
        "--db-scheduler.threads=12",
        "--hengke.outbound.networks=127.0.0.1"
    };

    private static RunningApplication survivor;
    private static TestDatabase database;
    private static ApiClient admin;
    private static NodeProcess node;
    private static ApiClient there;
    private static LeadsOnTwoNodes leads;
    private static GoodsAndMoney goods;
    private static WorkplaceOnTwoNodes workplace;

    private static long ben;
    private static long longImport;
    private static long shortImport;
    private static long bulkChange;
    private static long export;
    private static long filesBefore;

    // ---- the kills

    @BeforeAll
    @Timeout(600)
    static void kill_two_nodes() {
        survivor = RunningApplication.start(Stream.concat(
                        Stream.of("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD),
                        Stream.of(QUICK))
                .toArray(String[]::new));
        database = survivor.database();
        admin = new ApiClient(survivor).signIn("admin", PASSWORD);
        CompletableFuture<NodeProcess> starting = CompletableFuture.supplyAsync(() -> survivor.anotherProcess(QUICK));
        prepare();
        node = starting.join();
        patiently().until(() -> contacts("底稿") == ROWS);
        survivor.bean(Scheduler.class).pause();
        there = new ApiClient(node).signIn("admin", PASSWORD);

        leads.arriveAt(survivor, node);
        killTheFirst();
        killTheSecond();
        leads.takeInNow();
        survivor.bean(Scheduler.class).resume();
        patiently().until(() -> promised() == 0);
    }

    private static void prepare() {
        // whoever writes contacts of one customer waits for whoever writes others of the same, so each has its own
        for (String customer : List.of("底稿", "长", "短", "未")) {
            admin.post("/api/records/customer", "{\"name\":\"%s公司\"}".formatted(customer))
                    .expect(201);
        }
        importContacts(admin, "底稿", ROWS, 138);
        ben = person("ben");
        goods = new GoodsAndMoney(admin, database);
        workplace = new WorkplaceOnTwoNodes(admin, database);
        leads = new LeadsOnTwoNodes(admin, database, List.of(person("ana"), ben, person("cem")));
    }

    private static long person(String login) {
        return admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[1]}"
                                .formatted(login, login, PASSWORD))
                .expect(201)
                .number("/id");
    }

    /**
     * It is in the second part of an import and of a bulk change, in the first part of another import, has an import that it
     * has not begun, hands on what nobody answered, takes a bank's statement in, delivers an order, decides an approval, waits
     * for the answer to a message, tells a reminder, and leads arrive at it and at its neighbour.
     */
    private static void killTheFirst() {
        CompletableFuture<Answer> unbegun;
        CompletableFuture<Barrier> second;
        try (Barrier _ = Barrier.before(database, "record_change")) {
            longImport = begun("长", ROWS, 139);
            bulkChange = there.post("/api/records/contact/bulk", """
                            {"filter":{"field":"title","op":"eq","value":"底稿"},"change":{"owner":%d,"title":"采购"}}""".formatted(ben))
                    .expect(200)
                    .number("/id");
            patiently().until(() -> writersWaitingFor("record_change") == 2);
            second = CompletableFuture.supplyAsync(() -> Barrier.before(database, "record_change"));
            patiently()
                    .until(() -> count("select count(*) from pg_locks where not granted and mode = 'ShareLock'") == 1);
        }
        try (Barrier _ = second.join()) {
            patiently().until(() -> writersWaitingFor("record_change") == 2);
            shortImport = begun("短", FEW, 137);
            leads.handOnWhatIsLate();
            goods.comeTo(there);
            workplace.decideAt(there);
            patiently().until(() -> writersWaitingFor("record_change") == 7);
            leads.arriveInTheMiddle(survivor, node);
            try (Barrier _ = workplace.inTheMiddle();
                    Barrier _ = Barrier.before(database, "scheduled_tasks")) {
                unbegun = CompletableFuture.supplyAsync(() -> importContacts(there, "未", FEW, 136));
                patiently()
                        .until(() -> count("select count(*) from import_job") == 4
                                && count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                + " and query ilike 'insert into scheduled_tasks%'")
                                        == 1);
                node.close();
            }
        }
        awaitTheEndOfTheNode();
        leads.haveArrivedAtTheNeighbour();
        assertThat(unbegun).failsWithin(Duration.ofSeconds(10));
        assertThat(contacts("长")).isEqualTo(verdicts(longImport)).isEqualTo(PART);
        assertThat(done("import_job", longImport)).isEqualTo(PART);
        assertThat(contacts("采购")).isEqualTo(PART);
        assertThat(count("select done from operation where id = " + bulkChange)).isEqualTo(PART);
        assertThat(contacts("短"))
                .isEqualTo(verdicts(shortImport))
                .isEqualTo(done("import_job", shortImport))
                .isZero();
        assertThat(leads.handedOn()).isZero();
        goods.assertNothingHasCome();
        workplace.assertNothingHasHappened();
    }

    /** It has done everything, but has not struck it off, and it is about to write a file. */
    private static void killTheSecond() {
        filesBefore = count("select count(*) from file");
        try (Barrier changes = Barrier.before(database, "record_change");
                Barrier _ = Barrier.before(database, "file")) {
            Instant killed = Instant.now();
            node = survivor.anotherProcess(QUICK);
            there = new ApiClient(node).signIn("admin", PASSWORD);
            // it has taken over all four
            patiently()
                    .until(() -> count("select count(*) from scheduled_tasks where picked"
                                    + " and last_heartbeat > timestamptz '" + killed
                                    + "' and task_name in ('import', 'bulk', 'route')")
                            == 4);
            export = there.post("/api/exports", "{\"object\":\"customer\"}")
                    .expect(200)
                    .number("/id");
            patiently().until(() -> writersWaitingFor("file") == 1);
            try (Barrier _ = Barrier.before(database, "scheduled_tasks")) {
                changes.close();
                for (long each : List.of(longImport, shortImport)) {
                    patiently().until(() -> status("/api/imports/" + each).equals("done"));
                }
                patiently().until(() -> status("/api/operations/" + bulkChange).equals("done"));
                patiently().until(leads::allHandedOn);
                node.close();
                // the database would still strike off for a node that is no longer there
                database.dsl()
                        .fetch("select pg_terminate_backend(pid) from pg_locks"
                                + " where not granted and relation = 'scheduled_tasks'::regclass");
            }
        }
        awaitTheEndOfTheNode();
        assertThat(promised()).isGreaterThanOrEqualTo(4);
        assertThat(count("select count(*) from export_job join operation on operation.id = operation_id"
                        + " where operation.status = 'running' and file_id is null"))
                .isEqualTo(1);
    }

    @AfterAll
    static void close() {
        node.close();
        workplace.close();
        survivor.close();
    }

    // ---- what is there at the end

    @Test
    void an_import_killed_before_it_has_begun_has_not_begun() {
        assertThat(count("select count(*) from import_job where status = 'mapping' and operation_id is null"))
                .isOne();
        assertThat(count("select count(*) from operation where kind = 'import'"))
                .isEqualTo(3);
        assertThat(contacts("未")).isZero();
    }

    @Test
    void an_import_killed_again_and_again_takes_every_row_in_once() {
        assertTakenIn(shortImport, "短", FEW);
        assertTakenIn(longImport, "长", ROWS);
    }

    @Test
    void a_bulk_change_killed_half_way_changes_every_record_once() {
        assertThat(contacts("底稿")).isZero();
        assertThat(contacts("采购")).isEqualTo(ROWS);
        assertThat(count("select count(*) from contact where version = 2 and owner = " + ben))
                .isEqualTo(ROWS);
        assertThat(count(
                        "select count(*) from record_change where object = 'contact' and operation_id = " + bulkChange))
                .isEqualTo(ROWS);
        assertThat(count("select count(*) from operation_pending")).isZero();
        assertFinishedAndUndo(bulkChange, ROWS);
        assertThat(contacts("底稿")).isEqualTo(ROWS);
    }

    @Test
    void an_export_killed_before_its_file_was_there_is_made_anew_and_once() {
        Answer made = admin.get("/api/exports/" + export).expect(200);
        assertThat(made.text("/status")).isEqualTo("done");
        assertThat(made.number("/rows"))
                .isEqualTo(made.number("/progress/done"))
                .isEqualTo(5);
        assertThat(admin.download("/api/exports/" + export + "/file")).hasSize((int) made.number("/file/size"));
        assertThat(count("select count(*) from file")).isEqualTo(filesBefore + 1);
    }

    @Test
    void a_statement_and_a_delivery_killed_half_way_have_not_happened_and_happen_once_when_asked_again() {
        goods.assertComeOnceWhenAskedAgain();
    }

    @Test
    void an_approval_killed_while_it_was_decided_is_not_decided_and_is_once_when_asked_again() {
        workplace.assertDecidedOnceWhenAskedAgain();
    }

    @Test
    void a_message_whose_sender_was_killed_is_sent_again_with_the_same_id() {
        workplace.assertSentWithTheSameId();
    }

    @Test
    void a_reminder_killed_while_it_was_told_is_told_once() {
        workplace.assertRemindedOnce();
    }

    @Test
    void leads_that_arrive_on_two_nodes_of_which_one_is_killed_have_one_owner_each_and_are_shared_fairly() {
        leads.assertSharedFairly();
    }

    @Test
    void what_nobody_answered_goes_on_once_whoever_is_killed_over_it() {
        leads.assertHandedOnOnce();
    }

    // ---- the vocabulary

    private static void assertTakenIn(long job, String title, int rows) {
        Answer taken = admin.get("/api/imports/" + job).expect(200);
        assertThat(taken.text("/status")).isEqualTo("done");
        assertThat(taken.number("/progress/done")).isEqualTo(rows);
        assertThat(taken.number("/progress/created")).isEqualTo(rows);
        assertThat(contacts(title)).isEqualTo(rows);
        assertThat(count("select count(distinct phone) from contact where title = '" + title + "'"))
                .isEqualTo(rows);
        assertThat(count("select count(*) from import_row join contact on contact.id = record_id"
                        + " where verdict = 'create' and import_id = " + job))
                .isEqualTo(rows);
        assertFinishedAndUndo(taken.number("/operation"), rows);
        assertThat(contacts(title)).isZero();
    }

    private static void assertFinishedAndUndo(long operation, int rows) {
        Answer finished = admin.get("/api/operations/" + operation).expect(200);
        assertThat(finished.text("/status")).isEqualTo("done");
        assertThat(finished.number("/total")).isEqualTo(rows);
        assertThat(finished.number("/done")).isEqualTo(rows);
        assertThat(finished.number("/changed")).isEqualTo(rows);
        assertThat(finished.body().at("/undoable").booleanValue()).isTrue();
        Answer undo = admin.post("/api/operations/" + operation + "/undo", "{}").expect(200);
        assertThat(undo.number("/changed")).isEqualTo(rows);
        assertThat(undo.body().at("/conflicts").size()).isZero();
    }

    /** Contacts have no key of their own, so that a row taken in twice would be there twice. */
    private static Answer importContacts(ApiClient by, String title, int rows, int prefix) {
        StringBuilder text = new StringBuilder("姓名,客户,职务,手机\n");
        for (int i = 0; i < rows; i++) {
            text.append("王伟,%s公司,%s,%d0000%04d\n".formatted(title, title, prefix, i));
        }
        return by.upload("/api/imports", title + ".csv", text.toString(), "object", "contact")
                .expect(200);
    }

    /** Asked for while nobody can write: the answer may come only once the node could. */
    private static long begun(String title, int rows, int prefix) {
        CompletableFuture.runAsync(() -> importContacts(there, title, rows, prefix));
        String known = "select coalesce(max(id), 0) from import_job where file_name = '" + title + ".csv'";
        patiently().until(() -> count(known) > 0);
        return count(known);
    }

    /** The database notices only now that nobody is there to commit. */
    private static void awaitTheEndOfTheNode() {
        patiently()
                .until(() -> count("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and pid <> pg_backend_pid() and state <> 'idle'")
                        == 0);
    }

    private static ConditionFactory patiently() {
        return await();
    }

    private static long writersWaitingFor(String table) {
        return count("select count(*) from pg_locks where not granted and mode = 'RowExclusiveLock' and relation = '"
                + table + "'::regclass");
    }

    private static long promised() {
        return count("select count(*) from scheduled_tasks"
                + " where task_name in ('import', 'bulk', 'export', 'take-in-submission')");
    }

    private static String status(String path) {
        return admin.get(path).expect(200).text("/status");
    }

    private static long contacts(String title) {
        return count("select count(*) from contact where deleted_at is null and title = '" + title + "'");
    }

    private static long verdicts(long job) {
        return count("select count(*) from import_row where import_id = " + job);
    }

    private static long done(String table, long job) {
        return count("select operation.done from " + table
                + " job join operation on operation.id = operation_id where job.id = " + job);
    }

    private static long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }
}
