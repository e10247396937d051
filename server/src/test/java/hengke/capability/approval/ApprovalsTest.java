package hengke.capability.approval;

import static hengke.capability.approval.ApprovalTalk.PASSWORD;
import static hengke.capability.approval.ApprovalTalk.id;
import static hengke.capability.approval.ApprovalTalk.somebody;
import static hengke.capability.approval.ApprovalTalk.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotes, contracts and claims that are approved: by whom, what that keeps back, and what becomes of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalsTest {
    /** A line with 20 percent off needs the superior; beyond 50,000 the boss as well. */
    private static final String QUOTES = """
            {"object":"quote","name":"报价审批","active":true,"repeats":"notAtAll",
             "when":{"exists":"lines","where":{"field":"discount","op":"gt","value":"15"}},
             "nodes":[
              {"id":"a","kind":"ask","name":"直属上级","approvers":{"kind":"superior","level":1},"self":"skip",
               "shows":["number","total","margin"]},
              {"id":"c","kind":"choice","ways":[
               {"name":"大额","condition":{"field":"total","op":"gt","value":"50000"},"nodes":[
                {"id":"b","kind":"ask","name":"总经理","approvers":{"kind":"people","people":[%d]},"mode":"any"}]},
               {"name":"其他","nodes":[]}]}]}""";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static ApiClient head;
    private static ApiClient boss;
    private static ApiClient stranger;
    private static long bossId;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = id(created(admin, "customer", "\"name\":\"审批客户\""));
        long selling = role("卖", ",{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"all\"}");
        long apart = role("旁", "");
        bossId = somebody(admin, "boss", apart, null);
        long headId = somebody(admin, "head", apart, bossId);
        somebody(admin, "seller", selling, headId);
        somebody(admin, "stranger", apart, null);
        boss = new ApiClient(application).signIn("boss", PASSWORD);
        head = new ApiClient(application).signIn("head", PASSWORD);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
        stranger = new ApiClient(application).signIn("stranger", PASSWORD);
        admin.post("/api/approvals/templates", QUOTES.formatted(bossId)).expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_quote_waits_for_its_approval_and_nobody_changes_it_meanwhile() {
        JsonNode quote = quote("20", "1000");
        String path = "/api/records/quote/" + id(quote);
        // it is not sent before
        assertThat(change(seller, quote, "\"status\":\"sent\"").expect(409).text("/code"))
                .isEqualTo("needsApproval");
        JsonNode of =
                seller.get("/api/approvals/of/quote/" + id(quote)).expect(200).body();
        assertThat(of.path("template").asString()).isEqualTo("报价审批");
        assertThat(of.at("/path/0/people/0/person/label").asString()).isEqualTo("head");
        assertThat(of.path("path")).hasSize(1);
        JsonNode approval = submitted(quote);
        assertThat(seller.get(path).expect(200).text("/approval")).isEqualTo("pending");
        // by no way: edited, its lines, deleted, by an administrator, many at once
        change(seller, quote, "\"name\":\"别的\"").expect(423);
        change(admin, quote, "\"name\":\"别的\"").expect(423);
        change(admin, quote, "\"lines\":[]").expect(423);
        seller.delete(path).expect(423);
        long line = quote.at("/lines/0/id").asLong();
        admin.patch("/api/records/quote-line/" + line, "{\"version\":1,\"price\":\"1\"}")
                .expect(423);
        assertThat(seller.post("/api/approvals", about(quote)).expect(409).text("/code"))
                .isEqualTo("underWay");
        // only whoever is asked decides
        long task = waiting(head, id(approval));
        act(seller, task, "approve", "{}").expect(409);
        act(stranger, task, "approve", "{}").expect(404);
        act(head, task, "reject", "{}").expect(422);
        JsonNode done =
                act(head, task, "approve", "{\"comment\":\"可以\"}").expect(200).body();
        assertThat(done.path("status").asString()).isEqualTo("approved");
        assertThat(act(head, task, "approve", "{}").expect(409).text("/code")).isEqualTo("over");
        assertThat(seller.get(path).expect(200).text("/approval")).isEqualTo("approved");
        change(seller, quote, "\"status\":\"sent\"").expect(200);
        assertThat(seller.get(path).expect(200).text("/approval")).isEqualTo("approved");
    }

    @Test
    void what_is_changed_after_its_approval_is_approved_anew() {
        JsonNode quote = quote("20", "1000");
        JsonNode approval = submitted(quote);
        act(head, waiting(head, id(approval)), "approve", "{}").expect(200);
        change(seller, quote, "\"lines\":[{\"name\":\"水泵\",\"price\":\"1000\",\"discount\":60}]")
                .expect(200);
        assertThat(seller.get("/api/records/quote/" + id(quote)).text("/approval"))
                .isEqualTo("outdated");
        assertThat(change(seller, quote, "\"status\":\"sent\"").expect(409).text("/code"))
                .isEqualTo("needsApproval");
        submitted(quote);
    }

    @Test
    void what_needs_no_approval_goes_its_way() {
        JsonNode quote = quote("10", "1000");
        assertThat(seller.post("/api/approvals", about(quote)).expect(409).text("/code"))
                .isEqualTo("noTemplate");
        change(seller, quote, "\"status\":\"sent\"").expect(200);
    }

    @Test
    void beyond_an_amount_the_boss_is_asked_too_and_returned_it_is_submitted_again() {
        JsonNode quote = quote("20", "90000");
        JsonNode approval = submitted(quote);
        assertThat(approval.path("steps"))
                .extracting(step -> step.path("name").asString())
                .containsExactly("直属上级", "总经理");
        act(head, waiting(head, id(approval)), "approve", "{}").expect(200);
        JsonNode returned = act(
                        boss,
                        waiting(boss, id(approval)),
                        "return",
                        "{\"to\":\"start\",\"directly\":true,\"comment\":\"太多\"}")
                .expect(200)
                .body();
        assertThat(returned.path("status").asString()).isEqualTo("returned");
        change(seller, quote, "\"lines\":[{\"name\":\"水泵\",\"price\":\"80000\",\"discount\":20}]")
                .expect(200);
        JsonNode again = seller.post("/api/approvals/" + id(approval) + "/resubmit", "{}")
                .expect(200)
                .body();
        assertThat(again.at("/mine")).isEmpty();
        assertThat(waiting(boss, id(approval))).isPositive();
        JsonNode seen = boss.get("/api/approvals/" + id(approval)).expect(200).body();
        assertThat(seen.path("log"))
                .anySatisfy(done -> assertThat(done.path("kind").asString()).isEqualTo("resubmitted"));
        seller.post("/api/approvals/" + id(approval) + "/withdraw", "{}").expect(200);
        assertThat(seller.get("/api/records/quote/" + id(quote)).text("/approval"))
                .isEqualTo("withdrawn");
    }

    @Test
    void having_been_asked_opens_what_the_step_shows_and_nothing_else() {
        JsonNode quote = quote("20", "90000");
        JsonNode approval = submitted(quote);
        act(head, waiting(head, id(approval)), "approve", "{}").expect(200);
        String path = "/api/records/quote/" + id(quote);
        // whoever is asked does not see the record by that, nor may change it
        boss.get(path).expect(404);
        boss.delete(path).expect(404);
        JsonNode asked = boss.get("/api/approvals/" + id(approval)).expect(200).body();
        assertThat(asked.path("opens").asBoolean()).isFalse();
        assertThat(asked.path("title").isNull()).isTrue();
        assertThat(asked.path("fields"))
                .as("the step of the boss shows nothing")
                .isEmpty();
        JsonNode before = head.get("/api/approvals/" + id(approval)).expect(200).body();
        assertThat(before.path("fields"))
                .extracting(field -> field.path("name").asString())
                .containsExactlyInAnyOrder("number", "total", "margin");
        stranger.get("/api/approvals/" + id(approval)).expect(404);
        act(boss, waiting(boss, id(approval)), "reject", "{\"comment\":\"不行\"}").expect(200);
        head.get(path).expect(404);
        head.get("/api/records/quote/" + id(quote) + "/history").expect(404);
    }

    @Test
    void twenty_agree_at_once_and_it_is_done_once() {
        JsonNode quote = quote("20", "1000");
        long task = waiting(head, id(submitted(quote)));
        List<CompletableFuture<Integer>> agreeing = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> act(head, task, "approve", "{}").status()))
                .toList();
        assertThat(agreeing.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
        List<CompletableFuture<Integer>> submitting = new ArrayList<>();
        JsonNode other = quote("30", "1000");
        for (int i = 0; i < 20; i++) {
            submitting.add(CompletableFuture.supplyAsync(
                    () -> seller.post("/api/approvals", about(other)).status()));
        }
        assertThat(submitting.stream().map(CompletableFuture::join).filter(status -> status == 201))
                .hasSize(1);
    }

    @Test
    void a_claim_is_confirmed_by_its_approval_and_a_contract_not_signed_before() {
        admin.post("/api/approvals/templates", """
                {"object":"expense","name":"报销","active":true,"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"superior","level":1},"shows":["name","total"]}]}""").expect(201);
        JsonNode claim = created(
                seller,
                "expense",
                "\"name\":\"出差\",\"lines\":[{\"kind\":\"travel\",\"day\":\"2026-11-02\",\"amount\":\"100\"}]");
        assertThat(seller.post("/api/records/expense/" + id(claim) + "/commands/submit", "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("needsApproval");
        JsonNode approval = seller.post("/api/approvals", "{\"object\":\"expense\",\"record\":%d}".formatted(id(claim)))
                .expect(201)
                .body();
        String path = "/api/records/expense/" + id(claim);
        assertThat(seller.get(path).text("/status")).isEqualTo("submitted");
        act(head, waiting(head, id(approval)), "reject", "{\"comment\":\"缺发票\"}")
                .expect(200);
        assertThat(seller.get(path).text("/status")).isEqualTo("sentBack");
        assertThat(seller.get(path).text("/sentBackWhy")).isEqualTo("缺发票");
        approval = seller.post("/api/approvals", "{\"object\":\"expense\",\"record\":%d}".formatted(id(claim)))
                .expect(201)
                .body();
        act(head, waiting(head, id(approval)), "approve", "{}").expect(200);
        assertThat(seller.get(path).text("/status")).isEqualTo("confirmed");
        assertThat(seller.get(path).text("/confirmedBy/label")).isEqualTo("head");
        admin.post("/api/approvals/templates", """
                {"object":"contract","name":"合同","active":true,
                 "when":{"field":"amount","op":"gt","value":"100000"},"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"superior","level":1}}]}""").expect(201);
        JsonNode contract = created(
                seller, "contract", "\"name\":\"大合同\",\"customer\":%d,\"amount\":\"200000\"".formatted(customer));
        assertThat(seller.patch(
                                "/api/records/contract/" + id(contract),
                                "{\"version\":%d,\"status\":\"active\",\"signedOn\":\"2026-11-02\"}"
                                        .formatted(contract.path("version").asLong()))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("needsApproval");
        seller.post(
                        "/api/records/contract",
                        "{\"name\":\"生效的大合同\",\"customer\":%d,\"amount\":\"200000\",\"status\":\"active\",\"signedOn\":\"2026-11-02\"}"
                                .formatted(customer))
                .expect(409);
    }

    @Test
    void what_is_wrong_with_a_flow_is_told_at_its_node() {
        JsonNode refused =
                admin.post("/api/approvals/templates", """
                {"object":"quote","name":"错的","nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"people","people":[]}},
                 {"id":"c","kind":"choice","ways":[
                  {"condition":{"field":"nosuch","op":"gt","value":1},"nodes":[
                   {"id":"a","kind":"ask","approvers":{"kind":"superior","level":99}}]},
                  {"nodes":[]}]}]}""").expect(422).body();
        assertThat(refused.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder(
                        "nodes[0].approvers",
                        "nodes[1].ways[0].condition",
                        "nodes[1].ways[0].nodes[0].id",
                        "nodes[1].ways[0].nodes[0].approvers");
        seller.get("/api/approvals/templates").expect(403);
    }

    @Test
    void a_group_is_asked_in_its_order_and_the_nearest_where_that_is_wanted() {
        long company = department("总公司", "null");
        long east = department("华东", String.valueOf(company));
        long apart = admin.get("/api/roles").expect(200).number("/items/1/id");
        long far = somebody(admin, "far", apart, null);
        long near = somebody(admin, "near", apart, null);
        admin.patch("/api/users/" + far, "{\"department\":%d}".formatted(company))
                .expect(200);
        admin.patch("/api/users/" + near, "{\"department\":%d}".formatted(east)).expect(200);
        admin.patch("/api/users/" + idOf(seller), "{\"department\":%d}".formatted(east))
                .expect(200);
        long group = admin.post("/api/groups", "{\"name\":\"价格专员\",\"people\":[%d,%d,%d]}".formatted(far, near, far))
                .expect(201)
                .number("/id");
        JsonNode template = admin.post("/api/approvals/templates", """
                {"object":"quote","name":"组","active":true,"position":0,
                 "when":{"field":"name","op":"eq","value":"问一组"},"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"group","group":%d},"mode":"inTurn"},
                 {"id":"b","kind":"ask","approvers":{"kind":"group","group":%d,"near":true},"mode":"all"},
                 {"id":"c","kind":"copy","approvers":{"kind":"group","group":%d}}]}""".formatted(group, group, group))
                .expect(201)
                .body();
        assertThat(template.at("/nodes/0/approvers/group/label").asString()).isEqualTo("价格专员");
        JsonNode quote = quote("0", "1");
        change(seller, quote, "\"name\":\"问一组\"").expect(200);
        JsonNode way = submitted(quote).path("steps");
        assertThat(named(way.path(0))).containsExactly("far", "near");
        assertThat(named(way.path(1))).containsExactly("near");
        assertThat(named(way.path(2))).containsExactly("far", "near");

        ApiClient.Answer kept = admin.delete("/api/groups/" + group).expect(409);
        assertThat(kept.text("/code")).isEqualTo("inUse");
        assertThat(kept.text("/detail")).contains("组");
        admin.patch("/api/users/" + far, "{\"active\":false}").expect(200);
        JsonNode other = quote("0", "1");
        change(seller, other, "\"name\":\"问一组\"").expect(200);
        assertThat(named(submitted(other).at("/steps/0"))).as("who has left").containsExactly("near");
        assertThat(admin.get("/api/groups").expect(200).number("/items/0/left")).isEqualTo(1);
        admin.delete("/api/approvals/templates/" + template.path("id").asLong()).expect(204);
        admin.delete("/api/groups/" + group).expect(204);
        assertThat(admin.post("/api/approvals/templates", """
                {"object":"quote","name":"错的","nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"group","group":%d}}]}""".formatted(group))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("nodes[0].approvers");
    }

    private static List<String> named(JsonNode step) {
        return step.path("people").values().stream()
                .map(word -> word.at("/person/label").asString())
                .toList();
    }

    private static long department(String name, String parent) {
        return admin.post("/api/departments", "{\"name\":\"%s\",\"parent\":%s}".formatted(name, parent))
                .expect(201)
                .number("/id");
    }

    private static long idOf(ApiClient who) {
        return who.get("/api/session").expect(200).number("/user/id");
    }

    private static JsonNode submitted(JsonNode quote) {
        return seller.post("/api/approvals", about(quote)).expect(201).body();
    }

    private static String about(JsonNode quote) {
        return "{\"object\":\"quote\",\"record\":%d}".formatted(id(quote));
    }

    private static ApiClient.Answer act(ApiClient who, long task, String act, String body) {
        return who.post("/api/approvals/tasks/%d/%s".formatted(task, act), body);
    }

    private static JsonNode quote(String discount, String price) {
        return created(
                seller,
                "quote",
                "\"customer\":%d,\"lines\":[{\"name\":\"水泵\",\"price\":\"%s\",\"discount\":%s}]"
                        .formatted(customer, price, discount));
    }

    private static ApiClient.Answer change(ApiClient who, JsonNode record, String values) {
        JsonNode now = admin.get("/api/records/quote/" + id(record)).expect(200).body();
        return who.patch(
                "/api/records/quote/" + id(record),
                "{\"version\":%d,%s}".formatted(now.path("version").asLong(), values));
    }

    /** What is one's own of everything here. */
    private static long role(String name, String more) {
        List<String> grants = new ArrayList<>();
        for (String object : List.of("quote", "contract", "expense")) {
            for (String verb : List.of("read", "create", "edit", "delete")) {
                grants.add("{\"object\":\"%s\",\"verb\":\"%s\",\"scope\":\"%s\"}"
                        .formatted(object, verb, verb.equals("create") ? "all" : "own"));
            }
        }
        return admin.post("/api/roles", """
                {"name":"%s","commands":["expense.*"],"grants":[%s%s]}""".formatted(name, String.join(",", grants), more))
                .expect(201)
                .number("/id");
    }

    private static JsonNode created(ApiClient who, String object, String values) {
        return who.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
