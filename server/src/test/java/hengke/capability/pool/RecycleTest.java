package hengke.capability.pool;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient.Answer;
import hengke.testing.LockOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecycleTest {
    private static PoolWorld world;
    private static DSLContext database;
    private static RecyclePools recycling;
    private static ObjectDefinition customer;

    @BeforeAll
    static void start() {
        world = new PoolWorld();
        database = world.application.database().dsl();
        recycling = world.application.bean(RecyclePools.class);
        customer = world.application.bean(LiveCatalog.class).current().object("customer");
        world.person("ana", world.north);
        world.pool("默认公海", world.south, "");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static long owned(long pool, String more) {
        return world.customer("\"pool\":%d,\"owner\":%d%s".formatted(pool, world.id("ana"), more));
    }

    /** So many days pass for this record. */
    private static void passed(long id, int days) {
        database.execute(
                "update customer set claimed_at = claimed_at - make_interval(days => ?),"
                        + " last_contact_at = last_contact_at - make_interval(days => ?) where id = ?",
                days,
                days,
                id);
    }

    private static boolean free(long id) {
        return world.seen(id).get("owner").isNull();
    }

    private static List<String> kinds(long id) {
        return world.admin
                .get("/api/pools/of/customer/" + id)
                .body()
                .get("history")
                .findValuesAsString("kind");
    }

    @Test
    void what_nobody_follows_up_goes_back_in_its_night_and_not_before() {
        long pool = world.pool("十五天", world.north, "\"recycle\":[{\"since\":\"contact\",\"days\":15}]");
        long forgotten = owned(pool, "");
        long followed = owned(pool, "");
        assertThat(world.seen(forgotten).get("returnsAt").isNull()).isFalse();
        passed(forgotten, 15);
        passed(followed, 40);
        world.as("ana")
                .post("/api/records/activity", """
                        {"about":{"object":"customer","id":%d},"kind":"call","content":"聊过","at":"%s"}""".formatted(
                                followed, Instant.now().minusSeconds(60)))
                .expect(201);
        recycling.run();
        assertThat(free(forgotten)).isFalse();
        passed(forgotten, 1);
        recycling.run();
        assertThat(free(forgotten)).isTrue();
        assertThat(free(followed)).isFalse();
        Answer standing = world.admin.get("/api/pools/of/customer/" + forgotten);
        assertThat(standing.text("/history/0/kind")).isEqualTo("recycle");
        assertThat(standing.text("/history/0/reason")).isEqualTo("15 天未跟进");
        recycling.run();
        assertThat(kinds(forgotten)).containsExactly("recycle", "create");
    }

    @Test
    void the_first_rule_that_fits_decides_and_the_earliest_moment_counts() {
        long pool = world.pool("按等级", world.north, """
                "recycle":[
                  {"since":"contact","days":60,"filter":{"field":"level","op":"eq","value":"A"}},
                  {"since":"contact","days":10},
                  {"since":"claim","days":30,"filter":{"field":"status","op":"ne","value":"won"}}],
                "exempt":{"field":"status","op":"eq","value":"paused"}""");
        long a = owned(pool, ",\"level\":\"A\"");
        long b = owned(pool, ",\"level\":\"B\"");
        long paused = owned(pool, ",\"level\":\"B\",\"status\":\"paused\"");
        for (long id : List.of(a, b, paused)) {
            passed(id, 20);
        }
        recycling.run();
        assertThat(free(a)).isFalse();
        assertThat(free(b)).isTrue();
        assertThat(free(paused)).isFalse();
        passed(a, 11);
        passed(paused, 500);
        recycling.run();
        assertThat(free(a)).isTrue();
        assertThat(free(paused)).isFalse();
    }

    @Test
    void what_is_protected_stays_and_working_days_count_only_work() {
        long pool =
                world.pool("工作日", world.north, "\"recycle\":[{\"since\":\"claim\",\"days\":20,\"workingDays\":true}]");
        long held = owned(pool, "");
        long protectedOne = owned(pool, "");
        PoolWorld.command(world.admin, protectedOne, "protect", "{\"until\":\"2999-01-01\"}")
                .expect(200);
        passed(held, 21);
        passed(protectedOne, 60);
        recycling.run();
        assertThat(free(held)).isFalse();
        passed(held, 39);
        recycling.run();
        assertThat(free(held)).isTrue();
        assertThat(free(protectedOne)).isFalse();
        PoolWorld.command(world.admin, protectedOne, "protect", "{}").expect(200);
        recycling.run();
        assertThat(free(protectedOne)).isTrue();
    }

    @Test
    void two_nodes_at_once_take_each_record_back_once() throws Exception {
        long pool = world.pool("两个节点", world.north, "\"recycle\":[{\"since\":\"claim\",\"days\":5}]");
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(owned(pool, ""));
            passed(all.getLast(), 9);
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<?> node : List.of(nodes.submit(recycling::run), nodes.submit(recycling::run))) {
                node.get();
            }
        }
        recycling.run();
        assertThat(all).allMatch(RecycleTest::free);
        assertThat(all).allMatch(id -> kinds(id).equals(List.of("recycle", "create")));
        assertThat(database.fetchValue(
                        "select count(*) from operation where status = 'running' and label like '自动回收%'"))
                .isEqualTo(0L);
    }

    @Test
    void a_run_that_was_killed_goes_on_with_its_operation() {
        long pool = world.pool("中断", world.north, "\"recycle\":[{\"since\":\"claim\",\"days\":5}]");
        long first = owned(pool, "");
        passed(first, 9);
        recycling.refresh();
        recycling.part(customer, 0);
        assertThat(free(first)).isTrue();
        Long begun =
                (Long) database.fetchValue("select id from operation where status = 'running' and label like '自动回收%'");
        assertThat(begun).isNotNull();
        long second = owned(pool, "");
        passed(second, 9);
        recycling.run();
        assertThat(free(second)).isTrue();
        Answer operation = world.admin.get("/api/operations/" + begun).expect(200);
        assertThat(operation.text("/status")).isEqualTo("done");
        assertThat(operation.number("/changed")).isEqualTo(2);
        assertThat(world.as("ana").get("/api/notifications").body().toString()).contains("已退回公海");
    }

    @Test
    void the_preview_says_what_the_run_then_does() {
        long pool = world.pool("试算", world.north, "");
        for (int i = 0; i < 3; i++) {
            passed(owned(pool, ""), 9);
        }
        String rules = "\"recycle\":[{\"since\":\"claim\",\"days\":5}]";
        Answer preview = world.admin
                .post("/api/pools/preview", "{\"id\":" + pool + "," + rules + "}")
                .expect(200);
        assertThat(preview.number("/records")).isEqualTo(3);
        assertThat(preview.text("/groups/0/reason")).isEqualTo("领取满 5 天");
        assertThat(preview.text("/groups/0/owner/label")).isEqualTo("ana");
        world.change(pool, "{" + rules + "}");
        recycling.run();
        assertThat(world.admin.get("/api/pools/" + pool).number("/numbers/free"))
                .isEqualTo(3);
    }

    @Test
    void owners_are_warned_once() {
        long pool = world.pool("提醒", world.north, "\"recycle\":[{\"since\":\"claim\",\"days\":10}],\"reminders\":[3]");
        long customer = owned(pool, "");
        passed(customer, 8);
        recycling.refresh();
        WarnOfReturn warning = world.application.bean(WarnOfReturn.class);
        warning.run();
        warning.run();
        String notices = world.as("ana").get("/api/notifications").body().toString();
        assertThat(notices.split("将在 3 天后退回公海“提醒”", -1)).hasSize(2);
    }

    @Test
    void dates_are_written_in_the_order_of_ids() {
        List<Long> ids = List.of(world.customer(""), world.customer(""), world.customer(""));
        database.execute("update customer set returns_at = now() - interval '9 years' where id = any(?)", (Object)
                ids.toArray(Long[]::new));
        LockOrder.requireById(database, "customer", ids, recycling::refresh);
    }
}
