package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import hengke.testing.ApiClient;
import hengke.testing.Barrier;
import hengke.testing.NodeProcess;
import hengke.testing.RunningApplication;
import hengke.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that is killed while many records take a step together: another node takes it, and nothing is done twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledAutomationTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final int RECORDS = 30;

    @Test
    @Timeout(400)
    void another_node_goes_on_and_nothing_is_done_twice() {
        try (RunningApplication survivor =
                RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD)) {
            TestDatabase database = survivor.database();
            ApiClient admin = new ApiClient(survivor).signIn("admin", PASSWORD);
            survivor.bean(Scheduler.class).pause();
            NodeProcess node = survivor.anotherProcess(
                    "--db-scheduler.heartbeat-interval=500ms", "--db-scheduler.polling-interval=250ms");
            long rule = admin.post("/api/workflows", """
                    {"object":"customer","name":"中断","active":true,"trigger":{"kind":"created"},"nodes":[
                    {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"{remarks}+"}}},
                    {"id":"t","kind":"task","title":"中断 {name}","whom":{"owner":true},"days":1}]}""").expect(201).number("/id");
            try (Barrier _ = Barrier.before(database, "automation_step")) {
                IntStream.range(0, RECORDS)
                        .forEach(each -> admin.post("/api/records/customer", "{\"name\":\"中断%d\"}".formatted(each))
                                .expect(201));
                patiently(() -> count(
                                database,
                                "select count(*) from pg_locks where not granted"
                                        + " and relation = 'automation_step'::regclass")
                        > 0);
                node.kill();
            }
            survivor.bean(Scheduler.class).resume();
            patiently(() -> count(
                            database,
                            "select count(*) from automation_run where status = 'done' and automation = " + rule)
                    == RECORDS);
            assertThat(count(database, "select count(*) from customer where remarks = '+'"))
                    .isEqualTo(RECORDS);
            assertThat(count(database, "select count(*) from task where name like '中断 %'"))
                    .isEqualTo(RECORDS);
            assertThat(count(database, "select count(*) from automation_step where outcome = 'done'"))
                    .isEqualTo(2 * RECORDS);
        }
    }

    private static void patiently(java.util.concurrent.Callable<Boolean> until) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(until);
    }

    private static long count(TestDatabase database, String sql) {
        return database.dsl().fetchSingle(sql).get(0, Long.class);
    }
}
