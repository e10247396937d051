package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the time brings to automations. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutomationsInTimeTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** Ten on a Monday in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");

    private static RunningApplication application;
    private static ApiClient admin;
    private static Advance advance;
    private static LookAtTime looking;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        advance = application.bean(Advance.class);
        looking = application.bean(LookAtTime.class);
    }

    @BeforeEach
    void signIn() {
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    @AfterEach
    void remove() {
        signIn();
        items().forEach(each ->
                admin.delete("/api/workflows/" + each.path("id").asLong()).expect(204));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_wait_is_over_when_its_time_has_come_and_not_before() {
        long rule = automation("等三天", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"w","kind":"wait","span":{"count":3,"unit":"day"}},
                {"id":"a","kind":"change","values":{"remarks":{"kind":"fixed","value":"三天后"}}}]""");
        long id = customer("等待", "A");
        standsAt(rule, id, "w");
        CLOCK.advance(Duration.ofHours(70));
        signIn();
        advance.run();
        assertThat(value(id, "remarks")).isEmpty();
        CLOCK.advance(Duration.ofHours(3));
        signIn();
        advance.run();
        assertThat(value(id, "remarks")).isEqualTo("三天后");
        assertThat(run(rule, id).path("status").asString()).isEqualTo("done");
    }

    @Test
    void what_waits_for_something_goes_on_when_it_holds_or_when_time_is_up() {
        long rule = automation("等成交", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"u","kind":"until","condition":{"field":"level","op":"eq","value":"A"},
                 "atMost":{"count":2,"unit":"day"},"ways":[
                 {"nodes":[{"id":"x","kind":"change","values":{"remarks":{"kind":"fixed","value":"升级了"}}}]},
                 {"nodes":[{"id":"y","kind":"change","values":{"remarks":{"kind":"fixed","value":"没等到"}}}]}]}]""");
        long grows = customer("会升级", "C");
        long stays = customer("不升级", "C");
        standsAt(rule, grows, "u");
        standsAt(rule, stays, "u");
        admin.change("customer", grows, "\"level\":\"A\"");
        await().until(() -> {
            advance.run();
            return value(grows, "remarks").equals("升级了");
        });
        assertThat(value(stays, "remarks")).isEmpty();
        CLOCK.advance(Duration.ofHours(49));
        signIn();
        advance.run();
        assertThat(value(stays, "remarks")).isEqualTo("没等到");
    }

    @Test
    void what_is_under_way_stays_on_its_edition() {
        String plan = """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"w","kind":"wait","span":{"count":1,"unit":"hour"}},
                {"id":"a","kind":"change","values":{"remarks":{"kind":"fixed","value":"%s"}}}]""";
        long rule = automation("版本", plan.formatted("第一版"));
        long first = customer("先来", "A");
        standsAt(rule, first, "w");
        admin.send(
                        "PUT",
                        "/api/workflows/" + rule,
                        "{\"version\":1,\"name\":\"版本\",\"active\":true,"
                                + plan.formatted("第二版").replace("\"id\":\"w\"", "\"id\":\"v\"") + "}")
                .expect(200);
        long second = customer("后到", "A");
        standsAt(rule, second, "v");
        CLOCK.advance(Duration.ofHours(2));
        advance.run();
        assertThat(value(first, "remarks")).isEqualTo("第一版");
        assertThat(value(second, "remarks")).isEqualTo("第二版");
    }

    @Test
    void a_record_begins_days_before_a_day_that_stands_in_it_and_once() {
        long due = customer("要联系", "A");
        long later = customer("以后联系", "A");
        admin.change("customer", due, "\"nextContactAt\":\"2030-03-11T02:00:00Z\"");
        admin.change("customer", later, "\"nextContactAt\":\"2030-03-20T02:00:00Z\"");
        jump("2030-03-07T02:00:00Z");
        long rule = automation("提前三天", """
                "trigger":{"kind":"day","field":"nextContactAt","days":-3,"at":"09:00"},"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"fixed","value":"快到了"}}}]""");
        looking.run();
        assertThat(runs(rule)).isEmpty();
        jump("2030-03-08T01:00:00Z");
        Stream.generate(() -> CompletableFuture.runAsync(looking::run))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        lookUntil(rule, 1);
        // a job of the application may have it in hand
        await().until(() -> {
            advance.run();
            return value(due, "remarks").equals("快到了");
        });
        assertThat(value(later, "remarks")).isEmpty();
        // put off, it comes again
        admin.change("customer", due, "\"nextContactAt\":\"2030-03-12T02:00:00Z\"");
        jump("2030-03-09T01:00:00Z");
        lookUntil(rule, 2);
    }

    @Test
    void a_schedule_is_for_every_record_that_fits_and_is_due_once() {
        long fits = customer("每天一", "B");
        customer("每天二", "D");
        jump("2031-05-06T00:00:00Z");
        long rule = automation("每天", """
                "trigger":{"kind":"schedule","every":"day","at":"08:30"},
                "when":{"field":"name","op":"eq","value":"每天一"},"nodes":[{"id":"s","kind":"stop"}]""");
        looking.run();
        assertThat(runs(rule)).isEmpty();
        jump("2031-05-06T00:31:00Z");
        lookUntil(rule, 1);
        assertThat(runs(rule).getFirst().path("record").asLong()).isEqualTo(fits);
        advance.run();
        jump("2031-05-07T00:31:00Z");
        lookUntil(rule, 2);
    }

    /** A job of the application may have the automation in hand; once all have looked, it is so many and no more. */
    private static void lookUntil(long rule, int runs) {
        await().until(() -> {
            looking.run();
            return runs(rule).size() >= runs;
        });
        looking.run();
        assertThat(runs(rule)).hasSize(runs);
    }

    @Test
    void several_who_move_runs_on_share_the_work_and_do_nothing_twice() {
        long rule = automation("并发", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"w","kind":"wait","span":{"count":1,"unit":"hour"}},
                {"id":"t","kind":"task","title":"并发 {name}","whom":{"owner":true},"days":1},
                {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"{remarks}+"}}}]""");
        List<Long> ids = IntStream.range(0, 40)
                .mapToObj(each -> customer("并发" + each, "A"))
                .toList();
        ids.forEach(id -> standsAt(rule, id, "w"));
        CLOCK.advance(Duration.ofHours(2));
        Stream.generate(() -> CompletableFuture.runAsync(advance::run))
                .limit(6)
                .toList()
                .forEach(CompletableFuture::join);
        advance.run();
        ids.forEach(id -> assertThat(value(id, "remarks")).isEqualTo("+"));
        assertThat(application
                        .bean(org.jooq.DSLContext.class)
                        .fetchSingle("select count(*) from task where name like '并发 %'")
                        .get(0, Integer.class))
                .isEqualTo(40);
    }

    private static void jump(String to) {
        CLOCK.advance(Duration.between(CLOCK.instant(), java.time.Instant.parse(to)));
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    private static long automation(String name, String plan) {
        return admin.post(
                        "/api/workflows",
                        "{\"object\":\"customer\",\"name\":\"%s\",\"active\":true,%s}".formatted(name, plan))
                .expect(201)
                .number("/id");
    }

    private static List<JsonNode> items() {
        return List.copyOf(
                admin.get("/api/workflows").expect(200).body().path("items").values());
    }

    private static List<JsonNode> runs(long rule) {
        return List.copyOf(admin.get("/api/workflows/%d/runs".formatted(rule))
                .expect(200)
                .body()
                .path("items")
                .values());
    }

    private static JsonNode run(long rule, long record) {
        return runs(rule).stream()
                .filter(run -> run.path("record").asLong() == record)
                .findFirst()
                .orElseThrow();
    }

    /** Once it has arrived there and waits. */
    private static void standsAt(long rule, long record, String node) {
        await().until(() -> {
            advance.run();
            return application
                            .bean(org.jooq.DSLContext.class)
                            .fetchSingle("""
                                    select count(*) from automation_run where automation = ? and record_id = ?
                                        and node = ? and deadline is not null""", rule, record, node)
                            .get(0, Integer.class)
                    == 1;
        });
    }

    private static long customer(String name, String level) {
        return admin.post("/api/records/customer", "{\"name\":\"%s\",\"level\":\"%s\"}".formatted(name, level))
                .expect(201)
                .number("/id");
    }

    private static String value(long id, String field) {
        return admin.get("/api/records/customer/" + id)
                .expect(200)
                .body()
                .path(field)
                .asString("");
    }
}
