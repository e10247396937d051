package hengke.capability.approval;

import static hengke.capability.approval.ApprovalTalk.PASSWORD;
import static hengke.capability.approval.ApprovalTalk.id;
import static hengke.capability.approval.ApprovalTalk.somebody;
import static hengke.capability.approval.ApprovalTalk.submitted;
import static hengke.capability.approval.ApprovalTalk.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Approvers write into the record while they decide: only what their step lets them, and what comes after looks at it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentsTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static ApiClient head;
    private static ApiClient boss;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = admin.post("/api/records/customer", "{\"name\":\"审批客户\"}")
                .expect(201)
                .number("/id");
        long selling = admin.post("/api/roles", """
                {"name":"卖","grants":[
                 {"object":"contract","verb":"read","scope":"own"},
                 {"object":"contract","verb":"create","scope":"all"},
                 {"object":"contract","verb":"edit","scope":"own"},
                 {"object":"quote","verb":"read","scope":"own"},
                 {"object":"quote","verb":"create","scope":"all"},
                 {"object":"quote","verb":"edit","scope":"own"},
                 {"object":"customer","verb":"read","scope":"all"}]}""").expect(201).number("/id");
        long apart = admin.post("/api/roles", "{\"name\":\"旁\",\"grants\":[]}")
                .expect(201)
                .number("/id");
        long bossId = somebody(admin, "boss", apart, null);
        long headId = somebody(admin, "head", apart, bossId);
        somebody(admin, "seller", selling, headId);
        boss = new ApiClient(application).signIn("boss", PASSWORD);
        head = new ApiClient(application).signIn("head", PASSWORD);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
        admin.post("/api/approvals/templates", """
                {"object":"contract","name":"合同","active":true,"position":5,"repeats":"notAtAll","nodes":[
                 {"id":"a","kind":"ask","name":"上级","approvers":{"kind":"people","people":[%d]},
                  "shows":["name"],"edits":["amount","endDate"]},
                 {"id":"c","kind":"choice","ways":[
                  {"condition":{"field":"amount","op":"gt","value":"100000"},"nodes":[
                   {"id":"b","kind":"ask","name":"总经理","approvers":{"kind":"people","people":[%d,%d]},
                    "shows":["amount"],"edits":["endDate"],"mode":"all"}]},
                  {"nodes":[]}]}]}""".formatted(headId, bossId, headId))
                .expect(201);
        drawQuotes();
    }

    private static void drawQuotes() {
        admin.post("/api/approvals/templates", """
                {"object":"quote","name":"报价","active":true,"nodes":[
                 {"id":"a","kind":"ask","name":"上级","approvers":{"kind":"superior","level":1},
                  "edits":["lines.quantity","lines.discount"]},
                 {"id":"c","kind":"choice","ways":[
                  {"condition":{"field":"total","op":"gt","value":"50000"},"nodes":[
                   {"id":"b","kind":"ask","approvers":{"kind":"people","people":[%d]}}]},
                  {"nodes":[]}]}]}""".formatted(bossOf(boss))).expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_an_approver_writes_is_in_the_record_its_history_and_the_log_and_decides_what_comes_after() {
        JsonNode contract = contract();
        long id = submitted(seller, "contract", id(contract));
        JsonNode seen = head.get("/api/approvals/" + id).expect(200).body();
        assertThat(seen.at("/mine/0/form/fields"))
                .extracting(field -> field.path("name").asString())
                .containsExactly("amount", "endDate");
        assertThat(seen.at("/mine/0/form/values/amount/amount").asString()).startsWith("50000");
        String path = "/api/records/contract/" + id(contract);
        head.get(path).expect(404);
        JsonNode done = approve(head, id, 0, "\"amount\":{\"amount\":\"200000\",\"currency\":\"CNY\"}")
                .expect(200)
                .body();
        assertThat(done.path("form").asInt()).isEqualTo(1);
        assertThat(done.path("log").values().stream()
                        .filter(each -> each.path("kind").asString().equals("amended"))
                        .flatMap(each -> each.path("changes").values().stream())
                        .map(each -> each.path("name").asString() + ": "
                                + each.path("text").asString() + " → "
                                + each.path("now").asString()))
                .singleElement()
                .asString()
                .contains("50,000")
                .contains("200,000");
        assertThat(seller.get("/api/approvals/" + id).expect(200).body().path("log").values().stream()
                        .flatMap(each -> each.path("changes").values().stream())
                        .map(each -> each.path("name").asString()))
                .as("to whoever sees everything it is the only change")
                .containsExactly("amount");
        // more than 100,000 now: the boss is asked, and whoever agreed to this form is not asked again
        assertThat(waiting(boss, id)).isPositive();
        assertThat(done.path("mine")).isEmpty();
        assertThat(seller.get(path).expect(200).text("/amount/amount")).startsWith("200000");
        assertThat(seller.get(path).text("/approval")).isEqualTo("pending");
        seller.patch(path, "{\"version\":99,\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"}}")
                .expect(423);
        assertThat(seller.get(path + "/history").expect(200).body().path("items"))
                .anySatisfy(
                        entry -> assertThat(entry.at("/by/label").asString()).isEqualTo("head"));
    }

    @Test
    void who_agreed_to_another_form_is_asked_again() {
        JsonNode contract = contract();
        long id = submitted(seller, "contract", id(contract));
        approve(head, id, 0, "\"amount\":{\"amount\":\"200000\",\"currency\":\"CNY\"}")
                .expect(200);
        JsonNode returned = boss.post(
                        "/api/approvals/tasks/" + waiting(boss, id) + "/return",
                        "{\"to\":\"start\",\"comment\":\"再看\"}")
                .expect(200)
                .body();
        assertThat(returned.path("status").asString()).isEqualTo("returned");
        String path = "/api/records/contract/" + id(contract);
        seller.patch(
                        path,
                        "{\"version\":%d,\"endDate\":\"2027-12-31\"}"
                                .formatted(seller.get(path).number("/version")))
                .expect(200);
        JsonNode again = seller.post("/api/approvals/" + id + "/resubmit", "{}")
                .expect(200)
                .body();
        assertThat(again.path("form").asInt()).isEqualTo(2);
        approve(head, id, 2, "\"endDate\":\"2028-01-31\"").expect(200);
        approve(boss, id, 3, "\"endDate\":\"2028-02-29\"").expect(200);
        assertThat(seller.get(path).text("/approval")).isEqualTo("approved");
        assertThat(seller.get(path).text("/endDate")).isEqualTo("2028-02-29");
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_has_happened() {
        JsonNode contract = contract();
        long id = submitted(seller, "contract", id(contract));
        assertThat(approve(head, id, 0, "\"name\":\"别的\"").expect(422).text("/errors/0/field"))
                .isEqualTo("name");
        assertThat(approve(head, id, 0, "\"endDate\":\"morgen\"").expect(422).text("/errors/0/field"))
                .isEqualTo("endDate");
        assertThat(approve(head, id, 0, "\"status\":\"active\"").expect(422).text("/errors/0/field"))
                .isEqualTo("status");
        assertThat(head.post(
                                "/api/approvals/tasks/" + waiting(head, id) + "/approve",
                                "{\"values\":{\"endDate\":null}}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("form");
        JsonNode seen = head.get("/api/approvals/" + id).expect(200).body();
        assertThat(seen.path("form").asInt()).isZero();
        assertThat(seen.path("log")).hasSize(1);
        assertThat(seen.path("mine")).hasSize(1);
    }

    @Test
    void two_at_once_one_is_told_and_loses_nothing() {
        admin.post("/api/approvals/templates", """
                {"object":"contract","name":"会签","active":true,"position":0,
                 "when":{"field":"name","op":"eq","value":"两人"},"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"people","people":[%d,%d]},"edits":["endDate"]}]}""".formatted(bossOf(boss), bossOf(head)))
                .expect(201);
        JsonNode contract = seller.post(
                        "/api/records/contract",
                        "{\"name\":\"两人\",\"customer\":%d,\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"}}"
                                .formatted(customer))
                .expect(201)
                .body();
        long id = submitted(seller, "contract", id(contract));
        List<Integer> answers = List.of(boss, head).stream()
                .map(who -> CompletableFuture.supplyAsync(() -> approve(
                                who, id, 0, "\"endDate\":\"2028-0%d-01\"".formatted(who == boss ? 1 : 2))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        ApiClient late = answers.getFirst() == 409 ? boss : head;
        // whoever agrees without having seen the change is told as well
        assertThat(late.post("/api/approvals/tasks/" + waiting(late, id) + "/approve", "{\"form\":0}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("formChanged");
        late.post("/api/approvals/tasks/" + waiting(late, id) + "/approve", "{\"form\":1}")
                .expect(200);
        assertThat(seller.get("/api/records/contract/" + id(contract)).text("/approval"))
                .isEqualTo("approved");
    }

    @Test
    void a_step_offers_only_what_forms_write_and_hides_nothing_it_shows() {
        JsonNode refused =
                admin.post("/api/approvals/templates", """
                {"object":"contract","name":"错的","nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"superior","level":1},
                  "shows":["name"],"edits":["status","customer","createdAt","approval"],"hides":["name"]}]}""").expect(422).body();
        assertThat(refused.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly(
                        "nodes[0].edits", "nodes[0].edits", "nodes[0].edits", "nodes[0].edits", "nodes[0].hides");
        assertThat(admin.get("/api/approvals/templates").expect(200).body().path("objects"))
                .filteredOn(object -> object.path("name").asString().equals("contract"))
                .singleElement()
                .satisfies(object -> assertThat(object.path("editable"))
                        .extracting(field -> field.path("name").asString())
                        .contains("amount", "endDate", "name")
                        .doesNotContain("status", "customer", "number", "owner"));
    }

    @Test
    void lines_are_changed_where_the_step_lets_them_and_what_follows_looks_at_their_sum() {
        JsonNode quote = quote();
        long id = submitted(seller, "quote", id(quote));
        JsonNode seen = head.get("/api/approvals/" + id).expect(200).body();
        JsonNode form = seen.at("/mine/0/form/lines/0");
        assertThat(form.path("name").asString()).isEqualTo("lines");
        assertThat(form.path("fields"))
                .extracting(field -> field.path("name").asString())
                .containsExactlyInAnyOrder("quantity", "discount");
        assertThat(form.path("rows"))
                .extracting(row -> row.path("title").asString())
                .containsExactly("水泵", "阀门");
        assertThat(seen.path("lines")).as("whoever may not open the record").isEmpty();
        long pump = form.at("/rows/0/id").asLong();
        long valve = form.at("/rows/1/id").asLong();
        JsonNode done = approve(
                        head, id, 0, "\"lines\":[{\"id\":%d,\"quantity\":\"100\"},{\"id\":%d}]".formatted(pump, valve))
                .expect(200)
                .body();
        assertThat(done.path("form").asInt()).isEqualTo(1);
        assertThat(changes(done)).containsExactly("lines[0].quantity: 1 → 100");
        assertThat(changes(seller.get("/api/approvals/" + id).expect(200).body()))
                .as("whoever sees the record sees what followed from it")
                .contains("lines[0].quantity: 1 → 100");
        assertThat(waiting(boss, id)).as("beyond 50,000 now").isPositive();
        JsonNode now = seller.get("/api/records/quote/" + id(quote)).expect(200).body();
        assertThat(now.at("/lines/0/quantity").asString()).startsWith("100.");
        assertThat(now.at("/lines/0/id").asLong()).isEqualTo(pump);
        assertThat(now.path("lines")).hasSize(2);
        assertThat(now.path("approval").asString()).isEqualTo("pending");
        assertThat(admin.get("/api/records/quote-line/" + pump + "/history")
                        .expect(200)
                        .text("/items/0/by/label"))
                .isEqualTo("head");
        approve(boss, id, 1, "").expect(200);
        assertThat(seller.get("/api/records/quote/" + id(quote)).text("/approval"))
                .isEqualTo("approved");
    }

    @Test
    void of_lines_nothing_else_is_changed_and_none_is_added_or_goes() {
        JsonNode quote = quote();
        long id = submitted(seller, "quote", id(quote));
        long pump = quote.at("/lines/0/id").asLong();
        assertThat(field(approve(head, id, 0, "\"lines\":[{\"id\":%d,\"price\":\"1\"}]".formatted(pump))))
                .isEqualTo("lines.price");
        assertThat(field(approve(head, id, 0, "\"lines\":[{\"name\":\"新的\",\"quantity\":\"1\"}]")))
                .isEqualTo("lines.name");
        assertThat(field(approve(head, id, 0, "\"lines\":[{\"quantity\":\"1\"}]")))
                .isEqualTo("lines[0]");
        long other = quote().at("/lines/0/id").asLong();
        assertThat(field(approve(head, id, 0, "\"lines\":[{\"id\":%d,\"quantity\":\"5\"}]".formatted(other))))
                .as("a line of another document")
                .isEqualTo("lines[0]");
        assertThat(field(approve(head, id, 0, "\"lines\":[{\"id\":%d,\"quantity\":\"viel\"}]".formatted(pump))))
                .isEqualTo("lines[0].quantity");
        assertThat(field(approve(head, id, 0, "\"lines\":5"))).isEqualTo("lines");
        JsonNode now = seller.get("/api/records/quote/" + id(quote)).expect(200).body();
        assertThat(now.path("lines")).isEqualTo(quote.path("lines"));
        assertThat(head.get("/api/approvals/" + id)
                        .expect(200)
                        .body()
                        .path("form")
                        .asInt())
                .isZero();
        // to change nothing is no change
        assertThat(approve(head, id, 0, "\"lines\":[{\"id\":%d}]".formatted(pump))
                        .expect(200)
                        .body()
                        .path("form")
                        .asInt())
                .isZero();
    }

    private static String field(ApiClient.Answer answer) {
        return answer.expect(422).text("/errors/0/field");
    }

    private static List<String> changes(JsonNode approval) {
        return approval.path("log").values().stream()
                .flatMap(each -> each.path("changes").values().stream())
                .map(each ->
                        each.path("name").asString() + ": " + each.path("text").asString() + " → "
                                + each.path("now").asString())
                .toList();
    }

    private static JsonNode quote() {
        return seller.post(
                        "/api/records/quote",
                        "{\"customer\":%d,\"lines\":[{\"name\":\"水泵\",\"price\":\"1000\"},{\"name\":\"阀门\",\"price\":\"10\"}]}"
                                .formatted(customer))
                .expect(201)
                .body();
    }

    private static long bossOf(ApiClient who) {
        return who.get("/api/session").expect(200).number("/user/id");
    }

    private static JsonNode contract() {
        return seller.post("/api/records/contract", """
                {"name":"小合同","customer":%d,"amount":{"amount":"50000","currency":"CNY"}}""".formatted(customer))
                .expect(201)
                .body();
    }

    private static ApiClient.Answer approve(ApiClient who, long approval, int form, String values) {
        return who.post(
                "/api/approvals/tasks/" + waiting(who, approval) + "/approve",
                "{\"form\":%d,\"values\":{%s}}".formatted(form, values));
    }
}
