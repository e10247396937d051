package hengke.capability.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Leads that come from outside find their owners by rules, fairly and with a reason; who is slow loses them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutingTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** A Monday at ten in the morning in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");

    private static final Map<String, Long> IDS = new LinkedHashMap<>();
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ana;
    private static String hook;
    private static int leads;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long seller = admin.post("/api/roles", """
                        {"name":"电销","commands":["lead.*"],"grants":[
                         {"object":"lead","verb":"read","scope":"own"},{"object":"lead","verb":"create","scope":"own"},
                         {"object":"lead","verb":"edit","scope":"own"},{"object":"activity","verb":"create","scope":"own"},
                         {"object":"activity","verb":"read","scope":"own"}]}""").expect(201).number("/id");
        for (String login : List.of("ana", "ben", "cem")) {
            IDS.put(
                    login,
                    admin.post(
                                    "/api/users",
                                    "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                            .formatted(login, login, PASSWORD, seller))
                            .expect(201)
                            .number("/id"));
        }
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        hook = admin.post("/api/intake/sources", """
                        {"kind":"hook","object":"lead","name":"广告","active":true,"questions":[
                         {"key":"name","label":"称呼","required":true,"field":"name"},
                         {"key":"phone","label":"手机","required":true,"field":"phone"},
                         {"key":"company","label":"公司","field":"company"},
                         {"key":"region","label":"地区","field":"region"}]}""").expect(201).text("/key");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void in_the_morning() {
        assertThat(application.bean(Dealer.class).working()).isTrue();
    }

    // ---- whose turn it is

    @Test
    void fifty_at_once_are_shared_out_fairly() throws Exception {
        rules("", rule("轮询", null, group("turn", "ana", "ben", "cem"), false));
        int before = leads;
        leads += 50;
        List<Callable<Integer>> calls = IntStream.range(before, leads)
                .<Callable<Integer>>mapToObj(
                        i -> () -> arrive(new ApiClient(application), i, "").status())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        Map<String, Integer> shares = new TreeMap<>();
        IntStream.range(before, leads).forEach(i -> shares.merge(owner(lead(i)), 1, Integer::sum));
        assertThat(shares).hasSize(3).allSatisfy((_, share) -> assertThat(share).isBetween(16, 17));
        assertThat(notices(ana)).contains("分到一条线索");
    }

    @Test
    void weights_are_exact_over_a_cycle_and_the_fewest_open_come_first() {
        rules(
                "",
                rule(
                        "权重",
                        null,
                        "{\"kind\":\"group\",\"way\":\"weight\",\"members\":[{\"person\":%d,\"weight\":3},{\"person\":%d,\"weight\":2},{\"person\":%d,\"weight\":1}]}"
                                .formatted(IDS.get("ana"), IDS.get("ben"), IDS.get("cem")),
                        false));
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            shares.merge(owner(arrive()), 1, Integer::sum);
        }
        assertThat(shares).containsExactlyInAnyOrderEntriesOf(Map.of("ana", 6, "ben", 4, "cem", 2));
        rules("", rule("负载", null, group("load", "ana", "ben", "cem"), false));
        Map<String, Long> open = open();
        for (int i = 0; i < 6; i++) {
            String least = open.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            String taker = owner(arrive());
            assertThat(open.get(taker)).isEqualTo(open.get(least));
            open.merge(taker, 1L, Long::sum);
        }
    }

    @Test
    void the_first_rule_that_fits_decides_and_one_without_people_is_passed_over_and_says_so() {
        long pool = pool();
        rules(
                "",
                rule(
                        "浙江",
                        "{\"field\":\"region\",\"op\":\"under\",\"value\":\"33\"}",
                        "{\"kind\":\"group\",\"way\":\"turn\",\"members\":[{\"person\":%d,\"holding\":0},{\"person\":%d}]}"
                                .formatted(IDS.get("ana"), IDS.get("ben")),
                        false),
                rule("其他", null, "{\"kind\":\"pool\",\"pool\":%d}".formatted(pool), false));
        JsonNode here = arrive("\"region\":\"浙江省杭州市\"");
        assertThat(owner(here)).isEqualTo("ben");
        JsonNode elsewhere = arrive("\"region\":\"北京市\"");
        assertThat(elsewhere.path("owner").isNull()).isTrue();
        assertThat(elsewhere.at("/pool/id").asLong()).isEqualTo(pool);
        long away = delegate("ben", "cem");
        JsonNode passed = arrive("\"region\":\"浙江省杭州市\"");
        assertThat(passed.at("/pool/id").asLong()).isEqualTo(pool);
        JsonNode why = decision(passed);
        assertThat(why.path("rule").asString()).isEqualTo("其他");
        assertThat(why.at("/passed/0/rule").asString()).isEqualTo("浙江");
        assertThat(why.at("/passed/0/away").asInt()).isOne();
        assertThat(why.at("/passed/0/full").asInt()).isOne();
        admin.delete("/api/users/" + IDS.get("ben") + "/delegations/" + away);
    }

    @Test
    void so_many_a_day_and_no_more() {
        rules(
                "",
                rule(
                        "每日上限",
                        null,
                        "{\"kind\":\"group\",\"way\":\"turn\",\"members\":[{\"person\":%d,\"perDay\":%d},{\"person\":%d}]}"
                                .formatted(IDS.get("cem"), givenToday("cem") + 1, IDS.get("ben")),
                        false));
        List<String> owners =
                IntStream.range(0, 4).mapToObj(_ -> owner(arrive())).toList();
        assertThat(owners).containsOnlyOnce("cem").contains("ben");
    }

    @Test
    void what_is_made_by_hand_or_names_its_owner_stays() {
        rules("", rule("轮询", null, group("turn", "ben"), false));
        JsonNode mine =
                admin.post("/api/records/lead", "{\"name\":\"手工\"}").expect(201).body();
        assertThat(owner(mine)).isEqualTo("admin");
        String token = admin.post("/api/tokens", """
                        {"name":"erp","scopes":["read","write","administer"],"expiresAt":"2027-01-01T00:00:00Z"}""").body().path("token").asString();
        assertThat(byToken(token, "{\"name\":\"接口\"}").at("/owner/label").asString())
                .isEqualTo("ben");
        assertThat(byToken(token, "{\"name\":\"接口点名\",\"owner\":%d}".formatted(IDS.get("cem")))
                        .at("/owner/label")
                        .asString())
                .isEqualTo("cem");
        admin.upload("/api/imports", "线索.csv", "姓名,公司\n导入线索,某公司\n", "object", "lead")
                .expect(200);
        assertThat(owner(found("导入线索"))).isEqualTo("ben");
        Answer run = admin.post("/api/records/lead/commands/route", "{\"ids\":[%d]}".formatted(id(mine)))
                .expect(200);
        assertThat(owner(reread(mine))).isEqualTo("ben");
        assertThat(decision(mine).path("cause").asString()).isEqualTo("command");
        admin.post("/api/operations/" + run.operation() + "/undo", "{}").expect(200);
        assertThat(owner(reread(mine))).isEqualTo("admin");
    }

    // ---- time

    @Test
    void what_comes_at_night_waits_until_work_begins() throws Exception {
        rules("", rule("上班时", null, group("turn", "cem"), true));
        later(Duration.ofHours(11));
        JsonNode waiting = arrive();
        assertThat(waiting.path("owner").isNull()).isTrue();
        assertThat(decision(waiting).path("outcome").asString()).isEqualTo("waiting");
        jobs().run();
        assertThat(reread(waiting).path("owner").isNull()).isTrue();
        later(Duration.ofHours(13));
        four_at_once(jobs()::run);
        jobs().run();
        assertThat(owner(reread(waiting))).isEqualTo("cem");
        assertThat(decisions(waiting)).hasSize(2);
        assertThat(decision(waiting).path("cause").asString()).isEqualTo("waited");
    }

    @Test
    void who_is_slow_loses_it_to_the_next_and_in_the_end_to_the_pool() throws Exception {
        long pool = pool();
        rules("\"answerWithin\":60,\"reroutes\":1,", rule("轮询", null, group("turn", "ana", "ben"), false));
        JsonNode lead = arrive();
        String first = owner(lead);
        assertThat(Instant.parse(lead.path("responseDueAt").asString()))
                .isEqualTo(CLOCK.instant().plus(Duration.ofMinutes(60)));
        jobs().run();
        assertThat(owner(reread(lead))).isEqualTo(first);
        later(Duration.ofMinutes(61));
        assertThat(unanswered()).contains(id(lead));
        four_at_once(jobs()::run);
        jobs().run();
        String second = owner(reread(lead));
        assertThat(second).isNotEqualTo(first);
        assertThat(unanswered()).doesNotContain(id(lead));
        assertThat(decision(lead).path("cause").asString()).isEqualTo("timeout");
        assertThat(decision(lead).at("/former/label").asString()).isEqualTo(first);
        later(Duration.ofMinutes(150));
        jobs().run();
        JsonNode back = reread(lead);
        assertThat(back.path("owner").isNull()).isTrue();
        assertThat(back.at("/pool/id").asLong()).isEqualTo(pool);
        assertThat(decisions(lead)).hasSize(3);
        assertThat(notices(new ApiClient(application).signIn(first, PASSWORD))).contains("超时未跟进，已转给" + second);
        later(Duration.ofMinutes(24 * 60 - 211));
    }

    @Test
    void the_clock_stops_at_the_first_follow_up_and_runs_on_without_it() {
        rules("\"answerWithin\":30,\"reroutes\":3,", rule("一人", null, person("ana"), false));
        JsonNode lead = arrive();
        later(Duration.ofMinutes(20));
        ana.post("/api/records/activity", """
                        {"kind":"note","content":"谁认识？","about":{"object":"lead","id":%d}}""".formatted(id(lead))).expect(201);
        assertThat(reread(lead).path("respondedAt").isNull()).isTrue();
        JsonNode call = ana.post("/api/records/activity", """
                        {"kind":"call","content":"已接通","about":{"object":"lead","id":%d}}""".formatted(id(lead)))
                .expect(201)
                .body();
        JsonNode answered = reread(lead);
        assertThat(answered.path("responseMinutes").asInt()).isEqualTo(20);
        later(Duration.ofMinutes(30));
        jobs().run();
        assertThat(owner(reread(lead))).isEqualTo("ana");
        assertThat(unanswered()).doesNotContain(id(lead));
        admin.delete("/api/records/activity/" + id(call) + "?version=1").expect(204);
        assertThat(reread(lead).path("respondedAt").isNull()).isTrue();
        assertThat(unanswered()).contains(id(lead));
        later(Duration.ofMinutes(24 * 60 - 50));
    }

    // ---- rights, and a trial

    @Test
    void a_trial_says_what_would_happen_and_changes_nothing() {
        rules("", rule("轮询", null, group("turn", "ana", "ben"), false));
        JsonNode one = arrive();
        long turns = count("routing_turn");
        long decisions = count("routing_decision");
        String credit = application
                .database()
                .dsl()
                .fetch("select * from routing_turn order by 1, 2, 3")
                .toString();
        Answer tried = admin.post(
                        "/api/routing/lead/trial",
                        "{\"which\":\"open\",\"rules\":[%s]}".formatted(rule("给 cem", null, person("cem"), true)))
                .expect(200);
        assertThat(tried.number("/records")).isPositive();
        assertThat(tried.text("/rules/0/rule")).isEqualTo("给 cem");
        assertThat(tried.number("/rules/0/count")).isEqualTo(tried.number("/records"));
        assertThat(tried.text("/people/0/person/label")).isEqualTo("cem");
        assertThat(tried.body().path("examples").size()).isBetween(1, 20);
        assertThat(reread(one).path("version").asInt())
                .isEqualTo(one.path("version").asInt());
        assertThat(count("routing_turn")).isEqualTo(turns);
        assertThat(count("routing_decision")).isEqualTo(decisions);
        assertThat(application
                        .database()
                        .dsl()
                        .fetch("select * from routing_turn order by 1, 2, 3")
                        .toString())
                .isEqualTo(credit);
    }

    @Test
    void only_administrators_see_rules_and_only_who_sees_a_record_why_it_is_there() {
        rules("", rule("一人", null, person("ana"), false));
        JsonNode hers = arrive();
        rules("", rule("一人", null, person("ben"), false));
        JsonNode his = arrive();
        ana.get("/api/routing").expect(403);
        ana.get("/api/routing/lead").expect(403);
        ana.get("/api/routing/lead/decisions").expect(403);
        ana.send("PUT", "/api/routing/lead", "{\"active\":false}").expect(403);
        ana.post("/api/routing/lead/trial", "{}").expect(403);
        assertThat(ana.get("/api/routing/of/lead/" + id(hers)).expect(200).text("/items/0/person/label"))
                .isEqualTo("ana");
        ana.get("/api/routing/of/lead/" + id(his)).expect(404);
        ana.post("/api/records/lead/commands/route", "{\"ids\":[%d]}".formatted(id(his)));
        assertThat(owner(reread(his))).isEqualTo("ben");
        ana.post("/api/records/lead/commands/route", "{\"ids\":[%d]}".formatted(id(hers)));
        assertThat(owner(reread(hers))).isEqualTo("ana");
    }

    @Test
    void rules_that_cannot_work_are_refused_where_they_are_wrong() {
        refused(
                rule("评分", "{\"field\":\"score\",\"op\":\"gt\",\"value\":10}", person("ana"), false),
                "rules[0].filter");
        refused(
                rule(
                        "跟进",
                        "{\"exists\":\"activities\",\"where\":{\"field\":\"kind\",\"op\":\"eq\",\"value\":\"call\"}}",
                        person("ana"),
                        false),
                "rules[0].filter");
        refused(
                rule("没人", null, "{\"kind\":\"group\",\"way\":\"turn\",\"members\":[]}", false),
                "rules[0].target.members");
        refused(
                rule("陌生人", null, "{\"kind\":\"person\",\"members\":[{\"person\":999999}]}", false),
                "rules[0].target.members[0].person");
        refused(rule("没有公海", null, "{\"kind\":\"pool\",\"pool\":999999}", false), "rules[0].target.pool");
        admin.send("PUT", "/api/routing/lead", "{\"version\":100000,\"rules\":[]}")
                .expect(422);
        admin.send("PUT", "/api/routing/lead", "{\"version\":100000,\"active\":false}")
                .expect(409);
    }

    // ---- the vocabulary

    private static void refused(String rule, String field) {
        Answer answer = admin.send("PUT", "/api/routing/lead", "{\"active\":true,\"rules\":[" + rule + "]}")
                .expect(422);
        assertThat(answer.body().path("errors").toString()).contains("\"" + field + "\"");
    }

    private static void rules(String more, String... rules) {
        String none = more.isEmpty() ? "\"answerWithin\":null,\"reroutes\":null," : more;
        admin.send(
                        "PUT",
                        "/api/routing/lead",
                        "{\"active\":true,%s\"rules\":[%s]}".formatted(none, String.join(",", rules)))
                .expect(200);
    }

    private static String rule(String name, String filter, String target, boolean hours) {
        return "{\"name\":\"%s\",\"filter\":%s,\"target\":%s,\"onlyWorkingHours\":%s}"
                .formatted(name, filter, target, hours);
    }

    private static String group(String way, String... logins) {
        return "{\"kind\":\"group\",\"way\":\"%s\",\"members\":[%s]}"
                .formatted(
                        way,
                        String.join(
                                ",",
                                List.of(logins).stream()
                                        .map(login -> "{\"person\":" + IDS.get(login) + "}")
                                        .toList()));
    }

    private static String person(String login) {
        return "{\"kind\":\"person\",\"members\":[{\"person\":" + IDS.get(login) + "}]}";
    }

    private static JsonNode arrive(String... more) {
        int number = leads++;
        arrive(new ApiClient(application), number, more.length == 0 ? "" : "," + more[0])
                .expect(200);
        return lead(number);
    }

    private static Answer arrive(ApiClient visitor, int number, String more) {
        return visitor.send(
                "POST",
                "/api/public/hooks/" + hook,
                "{\"name\":\"访客%d\",\"phone\":\"13%09d\"%s}".formatted(number, 800_000_000 + number, more));
    }

    private static JsonNode lead(int number) {
        return found("访客" + number);
    }

    private static JsonNode found(String name) {
        JsonNode items = admin.post("/api/records/lead/query", """
                        {"filter":{"field":"name","op":"eq","value":"%s"}}""".formatted(name))
                .expect(200)
                .body()
                .path("items");
        assertThat(items.size()).as(name).isOne();
        return reread(items.path(0));
    }

    private static JsonNode reread(JsonNode lead) {
        return admin.get("/api/records/lead/" + id(lead)).expect(200).body();
    }

    private static long id(JsonNode record) {
        return record.path("id").asLong();
    }

    private static String owner(JsonNode lead) {
        return lead.at("/owner/label").asString();
    }

    private static List<JsonNode> decisions(JsonNode lead) {
        return admin.get("/api/routing/of/lead/" + id(lead))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode decision(JsonNode lead) {
        return decisions(lead).getFirst();
    }

    private static List<Long> unanswered() {
        return admin.post("/api/records/lead/query", "{\"view\":\"unanswered\",\"limit\":500}")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(RoutingTest::id)
                .toList();
    }

    private static Map<String, Long> open() {
        Map<String, Long> open = new LinkedHashMap<>();
        IDS.forEach((login, id) -> open.put(
                login, admin.post("/api/records/lead/query", """
                                {"filter":{"field":"owner","op":"eq","value":%d},"limit":1,"count":"exact"}""".formatted(id)).number("/count/value")));
        return open;
    }

    private static long givenToday(String login) {
        return application
                .database()
                .dsl()
                .fetchCount(
                        org.jooq.impl.DSL.table("routing_decision"),
                        org.jooq
                                .impl
                                .DSL
                                .condition("person = ?", IDS.get(login))
                                .and(org.jooq.impl.DSL.condition(
                                        "(at at time zone 'Asia/Shanghai')::date = (cast(? as timestamptz) at time zone 'Asia/Shanghai')::date",
                                        CLOCK.instant())));
    }

    private static long count(String table) {
        return application.database().dsl().fetchCount(org.jooq.impl.DSL.table(table));
    }

    private static long pool() {
        JsonNode known = admin.get("/api/pools").expect(200).body().path("items");
        for (JsonNode pool : known) {
            if (pool.path("object").asString().equals("lead")) {
                return id(pool);
            }
        }
        return admin.post("/api/pools", "{\"name\":\"线索公海\",\"object\":\"lead\",\"members\":{\"users\":[]}}")
                .expect(201)
                .number("/id");
    }

    private static long delegate(String person, String to) {
        return admin.post(
                        "/api/users/" + IDS.get(person) + "/delegations",
                        "{\"delegate\":%d,\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(
                                        IDS.get(to),
                                        CLOCK.instant().minus(Duration.ofHours(1)),
                                        CLOCK.instant().plus(Duration.ofHours(1))))
                .expect(201)
                .number("/id");
    }

    private static JsonNode byToken(String token, String body) {
        return new ApiClient(application)
                .send("POST", "/api/records/lead", body, "Authorization", "Bearer " + token)
                .expect(201)
                .body();
    }

    private static String notices(ApiClient person) {
        return person.get("/api/notifications").expect(200).body().toString();
    }

    /** Sessions end meanwhile, so that everybody signs in anew. */
    private static void later(Duration time) {
        CLOCK.advance(time);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
    }

    /** As on four nodes. */
    private static void four_at_once(Runnable work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<?> each : threads.invokeAll(Collections.nCopies(4, Executors.callable(work)))) {
                each.get();
            }
        }
    }

    private static RoutingJobs jobs() {
        return application.bean(RoutingJobs.class);
    }
}
