package hengke.capability.approval;

import static hengke.capability.approval.ApprovalTalk.PASSWORD;
import static hengke.capability.approval.ApprovalTalk.act;
import static hengke.capability.approval.ApprovalTalk.somebody;
import static hengke.capability.approval.ApprovalTalk.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.approval.ApprovalClock.LateApprovals;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the time brings to approvals, those who act for others, and those who leave. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalsInTimeTest {
    /** Ten on a Monday in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static long role;
    private static long bossId;
    private static long headId;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        role = admin.post("/api/roles", """
                {"name":"报销","commands":["expense.*"],"grants":[
                {"object":"expense","verb":"read","scope":"own"},
                {"object":"expense","verb":"create","scope":"all"},
                {"object":"expense","verb":"edit","scope":"own"}],
                "fields":[{"object":"expense","field":"remarks","right":"hidden"}]}""").expect(201).number("/id");
        bossId = somebody(admin, "boss", role, null);
        headId = somebody(admin, "head", role, bossId);
        somebody(admin, "seller", role, headId);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_waits_too_long_in_working_time_goes_up_and_once() {
        long template = template("超时", 4, "superior");
        long approval = submitted(seller, "expense", claim());
        LateApprovals late = application.bean(LateApprovals.class);
        CLOCK.advance(Duration.ofHours(3));
        late.run();
        assertThat(asked(approval)).containsExactly("head");
        // the night does not count
        CLOCK.advance(Duration.ofHours(20));
        Stream.generate(() -> CompletableFuture.runAsync(late::run))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        // nor do sessions last that long
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
        assertThat(asked(approval)).containsExactly("boss");
        assertThat(log(approval).stream().filter("late"::equals)).hasSize(1);
        admin.delete("/api/approvals/templates/" + template).expect(204);
    }

    @Test
    void a_deputy_decides_in_the_place_of_whoever_is_away() {
        long template = template("代理", 4, "remind");
        long deputyId = somebody(admin, "deputy", role, null);
        admin.post(
                        "/api/users/" + headId + "/delegations",
                        "{\"delegate\":%d,\"until\":\"2026-12-20T00:00:00Z\"}".formatted(deputyId))
                .expect(201);
        long approval = submitted(seller, "expense", claim());
        ApiClient deputy = new ApiClient(application).signIn("deputy", PASSWORD);
        JsonNode waiting =
                deputy.get("/api/approvals/tasks?mine=waiting").expect(200).body();
        JsonNode entry = waiting.path("items").values().stream()
                .filter(each -> each.path("approval").asLong() == approval)
                .findFirst()
                .orElseThrow();
        assertThat(entry.at("/actingFor/label").asString()).isEqualTo("head");
        JsonNode done = deputy.post("/api/approvals/tasks/" + entry.path("task").asLong() + "/approve", "{}")
                .expect(200)
                .body();
        assertThat(done.path("status").asString()).isEqualTo("approved");
        assertThat(done.path("log").values().stream()
                        .filter(each -> each.path("kind").asString().equals("approved"))
                        .map(each -> each.at("/actingFor/label").asString()))
                .containsExactly("head");
        admin.delete("/api/approvals/templates/" + template).expect(204);
    }

    @Test
    void what_a_leaver_has_to_decide_goes_to_another_now_and_later() {
        long leaver = somebody(admin, "leaver", role, null);
        long heir = somebody(admin, "heir", role, null);
        admin.post("/api/approvals/templates", """
                {"object":"expense","name":"移交","active":true,"position":0,"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"people","people":[%d]}},
                 {"id":"b","kind":"ask","approvers":{"kind":"people","people":[%d]}}]}""".formatted(bossId, leaver)).expect(201);
        long group = admin.post("/api/groups", "{\"name\":\"评审\",\"people\":[%d,%d]}".formatted(leaver, bossId))
                .expect(201)
                .number("/id");
        long approval = submitted(seller, "expense", claim());
        assertThat(admin.get("/api/users/%d/handover".formatted(leaver))
                        .expect(200)
                        .number("/approvals"))
                .as("a template and a group name them")
                .isEqualTo(2);
        admin.post("/api/users/%d/handover".formatted(leaver), "{\"approvals\":%d}".formatted(heir))
                .expect(200);
        ApiClient boss = new ApiClient(application).signIn("boss", PASSWORD);
        act(boss, approval, "approve", "{}").expect(200);
        assertThat(asked(approval)).containsExactly("heir");
        JsonNode templates = admin.get("/api/approvals/templates").expect(200).body();
        JsonNode template = templates.path("items").values().stream()
                .filter(each -> each.path("name").asString().equals("移交"))
                .findFirst()
                .orElseThrow();
        assertThat(template.at("/nodes/1/approvers/people/0/label").asString()).isEqualTo("heir");
        JsonNode groups = admin.get("/api/groups").expect(200).body().path("items");
        assertThat(groups.values().stream()
                        .filter(each -> each.path("id").asLong() == group)
                        .flatMap(each -> each.path("people").values().stream())
                        .map(person -> person.path("label").asString()))
                .as("in the same place")
                .containsExactly("heir", "boss");
        admin.delete("/api/approvals/templates/" + template.path("id").asLong()).expect(204);
    }

    @Test
    void a_condition_counts_that_whoever_asks_may_not_read_and_is_not_told() {
        admin.post("/api/approvals/templates", """
                {"object":"expense","name":"看不见的条件","active":true,"position":0,
                 "when":{"field":"remarks","op":"contains","value":"机密"},"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"superior","level":1},"shows":["name"]}]}""").expect(201);
        long claim = claim();
        JsonNode now = admin.get("/api/records/expense/" + claim).expect(200).body();
        admin.patch(
                        "/api/records/expense/" + claim,
                        "{\"version\":%d,\"remarks\":\"机密项目\"}"
                                .formatted(now.path("version").asLong()))
                .expect(200);
        JsonNode approval = seller.post("/api/approvals", "{\"object\":\"expense\",\"record\":%d}".formatted(claim))
                .expect(201)
                .body();
        assertThat(approval.path("name").asString()).isEqualTo("看不见的条件");
        assertThat(approval.toString()).doesNotContain("机密");
    }

    @Test
    void a_step_waits_in_working_time_and_whoever_comes_after_is_asked_then() {
        long template = admin.post("/api/approvals/templates", """
                {"object":"expense","name":"等待","active":true,"position":0,"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"people","people":[%d]}},
                 {"id":"w","kind":"wait","name":"公示","many":1,"unit":"workingDays"},
                 {"id":"b","kind":"ask","approvers":{"kind":"people","people":[%d]}}]}""".formatted(headId, bossId))
                .expect(201)
                .number("/id");
        long approval = submitted(seller, "expense", claim());
        ApiClient head = new ApiClient(application).signIn("head", PASSWORD);
        JsonNode agreed = act(head, approval, "approve", "{}").expect(200).body();
        assertThat(agreed.at("/steps/1/kind").asString()).isEqualTo("wait");
        assertThat(agreed.at("/steps/1/people/0/dueAt").isNull()).isFalse();
        LateApprovals late = application.bean(LateApprovals.class);
        CLOCK.advance(Duration.ofHours(20));
        late.run();
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
        assertThat(asked(approval)).as("still waiting").containsExactly("系统");
        CLOCK.advance(Duration.ofDays(7).minusHours(20)); // the same hour of the week, for the others
        Stream.generate(() -> CompletableFuture.runAsync(late::run))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
        assertThat(asked(approval)).containsExactly("boss");
        assertThat(log(approval).stream().filter("waited"::equals)).hasSize(1);
        assertThat(admin.post("/api/approvals/templates", """
                {"object":"expense","name":"错的","nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"superior","level":1}},
                 {"id":"w","kind":"wait","many":0},
                 {"id":"b","kind":"ask","approvers":{"kind":"next"}}]}""")
                        .expect(422)
                        .body()
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("nodes[1].many", "nodes[2].approvers");
        admin.delete("/api/approvals/templates/" + template).expect(204);
    }

    private static long template(String name, int hours, String action) {
        return admin.post("/api/approvals/templates", """
                {"object":"expense","name":"%s","active":true,"position":0,"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"superior","level":1},
                  "late":{"hours":%d,"action":"%s"},"shows":["name","total"]}]}""".formatted(name, hours, action))
                .expect(201)
                .number("/id");
    }

    private static long claim() {
        return seller.post(
                        "/api/records/expense",
                        "{\"name\":\"出差\",\"lines\":[{\"kind\":\"travel\",\"day\":\"2026-11-02\",\"amount\":\"100\"}]}")
                .expect(201)
                .number("/id");
    }

    private static List<String> asked(long approval) {
        return admin.get("/api/approvals/" + approval).expect(200).body().path("steps").values().stream()
                .flatMap(step -> step.path("people").values().stream())
                .filter(word -> word.path("live").asBoolean())
                .map(word -> word.at("/person/label").asString())
                .toList();
    }

    private static List<String> log(long approval) {
        return admin.get("/api/approvals/" + approval).expect(200).body().path("log").values().stream()
                .map(done -> done.path("kind").asString())
                .toList();
    }
}
