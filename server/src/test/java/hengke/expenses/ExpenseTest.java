package hengke.expenses;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Claims of what was spent, on their way to being paid. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpenseTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String TWO =
            "{\"kind\":\"travel\",\"day\":\"2026-11-02\",\"amount\":\"128.10\",\"tax\":\"10.58\",\"name\":\"高铁\"},"
                    + "{\"kind\":\"meals\",\"day\":\"2026-11-02\",\"amount\":\"0.20\"}";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static ApiClient head;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = id(created(admin, "customer", "\"name\":\"报销客户\""));
        seller = somebody("own");
        head = somebody("all");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_claim_is_the_sum_of_its_items_and_counts_for_the_customer_once_it_is_confirmed() {
        JsonNode deal = created(admin, "opportunity", "\"name\":\"商机\",\"customer\":%d".formatted(customer));
        JsonNode claim = created(
                seller, "expense", "\"name\":\"拜访客户\",\"opportunity\":%d,\"lines\":[%s]".formatted(id(deal), TWO));
        assertThat(claim.at("/total/amount").asString()).isEqualTo("128.30");
        assertThat(claim.at("/tax/amount").asString()).isEqualTo("10.58");
        String path = "/api/records/expense/" + id(claim);
        assertThat(admin.get(path).expect(200).body().at("/customer/id").asLong())
                .isEqualTo(customer);
        assertThat(spent("opportunity", id(deal))).isEqualTo("0.00");
        step(seller, claim, "submit", "{}").expect(200);
        // on its way it stays as it is, and nobody confirms one's own
        assertThat(change(seller, claim, "\"name\":\"别的\"").expect(422).text("/errors/0/field"))
                .isEqualTo("name");
        change(seller, claim, "\"lines\":[]").expect(422);
        seller.delete(path).expect(409);
        assertThat(step(seller, claim, "confirm", "{}").status()).isIn(403, 409);
        assertThat(spent("opportunity", id(deal))).isEqualTo("0.00");
        step(head, claim, "confirm", "{}").expect(200);
        assertThat(spent("opportunity", id(deal))).isEqualTo("128.30");
        assertThat(spent("customer", customer)).isEqualTo("128.30");
        step(head, claim, "sendBack", "{\"reason\":\"缺发票\"}").expect(200);
        assertThat(spent("customer", customer)).isEqualTo("0.00");
        assertThat(admin.get(path).expect(200).body().path("sentBackWhy").asString())
                .isEqualTo("缺发票");
        change(seller, claim, "\"lines\":[%s]".formatted(TWO)).expect(200);
        step(seller, claim, "submit", "{}").expect(200);
        step(seller, claim, "withdraw", "{}").expect(200);
        step(seller, claim, "submit", "{}").expect(200);
        assertThat(step(head, claim, "pay", "{\"paidOn\":\"2026-11-28\"}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("notNow");
        step(head, claim, "confirm", "{}").expect(200);
        step(head, claim, "pay", "{\"paidOn\":\"2026-11-28\"}").expect(200);
        JsonNode paid = admin.get(path).expect(200).body();
        assertThat(paid.path("status").asString()).isEqualTo("paid");
        assertThat(paid.path("paidOn").asString()).isEqualTo("2026-11-28");
        step(head, claim, "sendBack", "{\"reason\":\"晚了\"}").expect(409);
        change(admin, claim, "\"customer\":null").expect(422);
        assertThat(spent("customer", customer)).isEqualTo("128.30");
    }

    @Test
    void what_is_wrong_with_an_item_is_told_at_its_place() {
        JsonNode refused = seller.post("/api/records/expense", """
                {"name":"错的","lines":[{"kind":"meals","day":"2026-11-02","amount":"0"},
                {"kind":"meals","day":"2026-11-02","amount":"5","tax":"5.01"},
                {"day":"2026-11-02"}]}""").expect(422).body();
        assertThat(refused.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("lines[0].amount", "lines[1].tax", "lines[2].kind", "lines[2].amount");
        JsonNode empty = created(seller, "expense", "\"name\":\"空的\"");
        assertThat(step(seller, empty, "submit", "{}").expect(409).text("/code"))
                .isEqualTo("noItems");
    }

    @Test
    void claims_are_seen_by_scope_and_one_is_paid_once_by_twenty_at_once() {
        JsonNode claim = created(seller, "expense", "\"name\":\"只付一次\",\"lines\":[%s]".formatted(TWO));
        ApiClient other = somebody("own");
        other.get("/api/records/expense/" + id(claim)).expect(404);
        assertThat(step(other, claim, "submit", "{}").status()).isIn(403, 404);
        step(seller, claim, "submit", "{}").expect(200);
        step(head, claim, "confirm", "{}").expect(200);
        List<CompletableFuture<Integer>> paying = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() ->
                        step(head, claim, "pay", "{\"paidOn\":\"2026-11-28\"}").status()))
                .toList();
        assertThat(paying.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
    }

    /** Somebody with a role of these rights on claims, and who reads customers and deals. */
    private static ApiClient somebody(String scope) {
        String login = "e" + UUID.randomUUID().toString().substring(0, 8);
        String grants = Stream.of("read", "create", "edit", "delete")
                .map(verb -> "{\"object\":\"expense\",\"verb\":\"%s\",\"scope\":\"%s\"}"
                        .formatted(verb, verb.equals("create") ? "all" : scope))
                .collect(Collectors.joining(","));
        long role = admin.post("/api/roles", """
                {"name":"%s","commands":["expense.*"],"grants":[%s,
                {"object":"customer","verb":"read","scope":"all"},
                {"object":"opportunity","verb":"read","scope":"all"}]}""".formatted(login, grants))
                .expect(201)
                .number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role))
                .expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    private static ApiClient.Answer step(ApiClient who, JsonNode claim, String step, String input) {
        return who.post("/api/records/expense/%d/commands/%s".formatted(id(claim), step), input);
    }

    private static ApiClient.Answer change(ApiClient who, JsonNode claim, String values) {
        JsonNode now =
                admin.get("/api/records/expense/" + id(claim)).expect(200).body();
        return who.patch(
                "/api/records/expense/" + id(claim),
                "{\"version\":%d,%s}".formatted(now.path("version").asLong(), values));
    }

    private static String spent(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id)
                .expect(200)
                .body()
                .at("/expenses/amount")
                .asString("0.00");
    }

    private static long id(JsonNode record) {
        return record.path("id").asLong();
    }

    private static JsonNode created(ApiClient who, String object, String values) {
        return who.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
