package hengke.kernel.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.Barrier;
import hengke.testing.MailRoom;
import hengke.testing.NodeProcess;
import hengke.testing.RunningApplication;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** However many nodes are at it, and whichever is killed: each recipient gets a report of a time once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsOnTwoNodesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String TO = "ana@example.com";
    private static RunningApplication one;
    private static MailRoom mail;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        mail = new MailRoom();
        one = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(one).signIn("ana", PASSWORD);
        mail.connect(admin, "恒客");
        admin.patch("/api/users/1", "{\"email\":\"" + TO + "\"}").expect(200);
    }

    @AfterAll
    static void stop() {
        one.close();
        mail.close();
    }

    @BeforeEach
    void only_this() {
        one.database().dsl().execute("delete from report_subscription");
        one.database().dsl().execute("delete from mail_queue");
    }

    @Test
    void two_that_have_reckoned_the_same_send_it_once() throws Exception {
        try (RunningApplication other = one.anotherNode()) {
            long id = dueToday();
            CompletableFuture<?> looking = CompletableFuture.allOf(
                    CompletableFuture.runAsync(
                            () -> one.bean(LookWhatIsDue.class).run()),
                    CompletableFuture.runAsync(
                            () -> other.bean(LookWhatIsDue.class).run()));
            CompletableFuture<?> sending;
            try (Connection inTheWay = one.database().connect();
                    Statement statement = inTheWay.createStatement()) {
                inTheWay.setAutoCommit(false);
                statement.execute("lock table opportunity in access exclusive mode");
                looking.join();
                await().until(() -> {
                    one.bean(LookWhatIsDue.class).run();
                    return count("select count(*) from report_turn where subscription = " + id) == 1;
                });
                sending = CompletableFuture.runAsync(
                        () -> one.bean(SendReports.class).run());
                await().until(() -> waiting("opportunity") == 1);
                // as if the first had taken longer than it may
                one.database().dsl().execute("update report_sending set next_attempt = now()");
                CompletableFuture<?> again = CompletableFuture.runAsync(
                        () -> other.bean(SendReports.class).run());
                sending = CompletableFuture.allOf(sending, again);
                await().until(() -> waiting("opportunity") == 2);
                inTheWay.rollback();
            }
            sending.join();
            await().until(() -> count("select count(*) from report_sending where state = 'MAILED'") == 1);
            assertThat(count("select count(*) from report_turn")).isEqualTo(1);
            assertThat(count("select max(attempts) from report_sending")).isEqualTo(2);
            assertThat(count("select count(*) from mail_queue")).isEqualTo(1);
        }
    }

    @Test
    void who_is_killed_while_sending_leaves_it_to_the_next() {
        int before = mail.mails(TO).size();
        try (NodeProcess killed = one.anotherProcess()) {
            dueToday();
            try (Barrier mails = Barrier.before(one.database(), "mail_queue")) {
                // whichever node gets it waits before the queue; one that is killed takes nothing along
                await().until(() -> {
                    one.bean(LookWhatIsDue.class).run();
                    return waiting("mail_queue") >= 1;
                });
                killed.kill();
            }
        }
        await().until(() -> {
            one.database().dsl().execute("update report_sending set next_attempt = now() where state = 'WAITING'");
            one.bean(SendReports.class).run();
            return count("select count(*) from report_sending where state = 'MAILED'") == 1;
        });
        assertThat(count("select count(*) from mail_queue")).isEqualTo(1);
        mail.await(one, TO, before + 1);
        assertThat(mail.mails(TO)).hasSize(before + 1);
    }

    private static long dueToday() {
        long id = admin.post("/api/reports/subscriptions", """
                        {"kind":"report","report":"deals.stage","people":[1],
                         "schedule":{"every":"day","at":"00:00"}}""").expect(201).number("/id");
        one.database()
                .dsl()
                .execute("update report_subscription set looked_at = now() - interval '1 day' where id = ?", id);
        return id;
    }

    private static long waiting(String table) {
        return count("select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass");
    }

    private static long count(String sql) {
        return one.database().dsl().fetchSingle(sql).into(long.class);
    }
}
