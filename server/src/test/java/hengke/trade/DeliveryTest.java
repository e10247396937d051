package hengke.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders and what was delivered of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String TWO_LINES =
            "{\"name\":\"阀门\",\"price\":10,\"quantity\":100,\"unit\":\"个\"},{\"name\":\"弯头\",\"price\":1,\"quantity\":7}";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = created("customer", "\"name\":\"华东泵业\"").path("id").asLong();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void one_click_delivers_all_that_is_open_to_where_the_order_says() {
        JsonNode order = order(TWO_LINES);
        ApiClient.Answer answer = deliver(order).expect(200);
        JsonNode delivery = read("delivery", answer.number("/made/id"));
        assertThat(delivery.path("lines"))
                .extracting(line -> line.path("name").asString() + quantity(line, "/quantity"))
                .containsExactly("阀门100", "弯头7");
        assertThat(delivery.at("/lines/0/unit").asString()).isEqualTo("个");
        assertThat(delivery.at("/customer/id").asLong()).isEqualTo(customer);
        assertThat(delivery.path("recipient").asString()).isEqualTo("王收货");
        assertThat(delivery.at("/deliveryAddress/street").asString()).isEqualTo("沪青平公路 1 号");
        assertThat(delivery.path("carrier").asString()).isEqualTo("顺丰");
        JsonNode delivered = read("order", id(order));
        assertThat(delivered.path("status").asString()).isEqualTo("shipped");
        assertThat(quantity(delivered, "/lines/0/delivered")).isEqualTo("100");
        assertThat(quantity(delivered, "/lines/0/undelivered")).isEqualTo("0");
        assertThat(deliver(order).expect(422).text("/errors/0/message")).isEqualTo("订单已全部发货");
        // done by hand; and undone again
        change("order", id(order), "\"status\":\"done\"").expect(200);
        change("order", id(order), "\"status\":\"active\"").expect(200);
        assertThat(status(order)).isEqualTo("shipped");
    }

    @Test
    void an_order_is_delivered_in_parts_and_never_more_than_was_ordered() {
        JsonNode order = order(TWO_LINES);
        long valves = order.at("/lines/0/id").asLong();
        JsonNode first = created("delivery", parts(order, valves, "30"));
        assertThat(status(order)).isEqualTo("partial");
        JsonNode refused = admin.post("/api/records/delivery", "{" + parts(order, valves, "70.0001") + "}")
                .expect(422)
                .body();
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("lines[0].quantity");
        assertThat(refused.at("/errors/0/message").asString()).isEqualTo("订购数量 100，已发 30，最多还能发 70");
        // the same line twice in one delivery, nothing of it, and a line of another order
        JsonNode twice = admin.post("/api/records/delivery", """
                {"order":%d,"lines":[{"ordered":%d,"quantity":50},{"ordered":%d,"quantity":21},{"ordered":%d,"quantity":0},{"ordered":%d,"quantity":1}]}""".formatted(
                                id(order),
                                valves,
                                valves,
                                valves,
                                order(TWO_LINES).at("/lines/0/id").asLong()))
                .expect(422)
                .body();
        assertThat(twice.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("lines[1].quantity", "lines[2].quantity", "lines[3].ordered");
        // corrected: more than is left, then less
        assertThat(change("delivery", id(first), "\"lines\":[{\"id\":%d,\"quantity\":101}]".formatted(line(first)))
                        .expect(422)
                        .text("/errors/0/message"))
                .isEqualTo("订购数量 100，已发 0，最多还能发 100");
        change("delivery", id(first), "\"lines\":[{\"id\":%d,\"quantity\":20}]".formatted(line(first)))
                .expect(200);
        assertThat(quantity(read("order", id(order)), "/lines/0/delivered")).isEqualTo("20");
        JsonNode rest = read("delivery", deliver(order).expect(200).number("/made/id"));
        assertThat(rest.path("lines"))
                .extracting(line -> quantity(line, "/quantity"))
                .containsExactly("80", "7");
        assertThat(status(order)).isEqualTo("shipped");
        // entered for the wrong order: it takes nothing of it along, and sends all of the other
        JsonNode other = order("{\"name\":\"法兰\",\"price\":1,\"quantity\":3}");
        change("delivery", id(rest), "\"order\":%d".formatted(id(other))).expect(200);
        assertThat(status(order)).isEqualTo("partial");
        assertThat(status(other)).isEqualTo("shipped");
        assertThat(quantity(read("order", id(order)), "/lines/0/delivered")).isEqualTo("20");
        assertThat(read("delivery", id(rest)).path("lines"))
                .extracting(line -> line.path("name").asString())
                .containsExactly("法兰");
    }

    @Test
    void a_delivery_that_is_taken_back_or_deleted_gives_back_and_undoing_that_delivers_again() {
        JsonNode order = order(TWO_LINES);
        long delivery = deliver(order).expect(200).number("/made/id");
        String path = "/api/records/delivery/" + delivery + "/commands/";
        admin.post(path + "receive", "{\"receivedOn\":\"2026-11-20\"}").expect(200);
        admin.post(path + "receive", "{\"receivedOn\":\"2026-11-20\"}").expect(409);
        admin.post(path + "takeBack", "{}").expect(422);
        ApiClient.Answer back =
                admin.post(path + "takeBack", "{\"reason\":\"包装破损\"}").expect(200);
        assertThat(back.text("/status")).isEqualTo("back");
        assertThat(status(order)).isEqualTo("active");
        assertThat(quantity(read("order", id(order)), "/lines/0/undelivered")).isEqualTo("100");
        admin.post(path + "takeBack", "{\"reason\":\"再来\"}").expect(409);
        undo(back);
        assertThat(read("delivery", delivery).path("status").asString()).isEqualTo("received");
        assertThat(status(order)).isEqualTo("shipped");
        // taken back once more, and sent anew: what was taken back cannot come in between
        ApiClient.Answer again =
                admin.post(path + "takeBack", "{\"reason\":\"包装破损\"}").expect(200);
        deliver(order).expect(200);
        admin.post("/api/operations/" + again.operation() + "/undo", "{}");
        assertThat(quantity(read("order", id(order)), "/lines/0/delivered")).isEqualTo("100");
        // deleted
        JsonNode other = order(TWO_LINES);
        ApiClient.Answer sent = deliver(other).expect(200);
        admin.delete("/api/records/delivery/" + sent.number("/made/id")).expect(204);
        assertThat(status(other)).isEqualTo("active");
        admin.post("/api/records/delivery/" + sent.number("/made/id") + "/restore", "{}")
                .expect(200);
        assertThat(status(other)).isEqualTo("shipped");
        // and the whole delivery undone
        JsonNode third = order(TWO_LINES);
        undo(deliver(third).expect(200));
        assertThat(status(third)).isEqualTo("active");
        assertThat(quantity(read("order", id(third)), "/lines/0/delivered")).isEqualTo("0");
    }

    @Test
    void the_status_of_an_order_follows_its_deliveries_and_nobody_says_otherwise() {
        JsonNode draft = created("order", "\"customer\":%d,\"lines\":[%s]".formatted(customer, TWO_LINES));
        assertThat(deliver(draft).expect(422).text("/errors/0/message")).isEqualTo("只有执行中的订单可以发货");
        change("order", id(draft), "\"status\":\"shipped\"").expect(422);
        admin.post(
                        "/api/records/order",
                        "{\"customer\":%d,\"status\":\"partial\",\"lines\":[%s]}".formatted(customer, TWO_LINES))
                .expect(422);
        change("order", id(draft), "\"status\":\"active\"").expect(200);
        created("delivery", parts(draft, draft.at("/lines/0/id").asLong(), "1"));
        change("order", id(draft), "\"status\":\"shipped\"").expect(422);
        assertThat(change("order", id(draft), "\"status\":\"cancelled\"")
                        .expect(422)
                        .text("/errors/0/message"))
                .contains("请先退回发货");
        // what is done is delivered no more
        change("order", id(draft), "\"status\":\"done\"").expect(200);
        deliver(draft).expect(422);
        JsonNode toDeliver = admin.post("/api/records/order/query", "{\"view\":\"toDeliver\",\"limit\":200}")
                .expect(200)
                .body();
        assertThat(toDeliver.path("items"))
                .extracting(order -> order.path("status").asString())
                .isSubsetOf("active", "partial");
    }

    @Test
    void of_twenty_who_deliver_the_same_at_once_none_delivers_more_than_was_ordered() {
        JsonNode order = order("{\"name\":\"阀门\",\"price\":10,\"quantity\":100}");
        long valves = order.at("/lines/0/id").asLong();
        List<CompletableFuture<Integer>> sending = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> admin.post("/api/records/delivery", "{" + parts(order, valves, "9") + "}")
                                .status()))
                .toList();
        assertThat(sending.stream().map(CompletableFuture::join))
                .containsOnly(201, 422)
                .filteredOn(status -> status == 201)
                .hasSize(11);
        assertThat(quantity(read("order", id(order)), "/lines/0/delivered")).isEqualTo("99");
        List<CompletableFuture<Integer>> rest = IntStream.range(0, 20)
                .mapToObj(
                        _ -> CompletableFuture.supplyAsync(() -> deliver(order).status()))
                .toList();
        assertThat(rest.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
        assertThat(status(order)).isEqualTo("shipped");
        assertThat(quantity(read("order", id(order)), "/lines/0/delivered")).isEqualTo("100");
    }

    @Test
    void an_order_that_needs_an_approval_is_delivered_after_it_and_not_before() {
        long boss = admin.post(
                        "/api/users", "{\"login\":\"boss\",\"name\":\"老板\",\"password\":\"%s\"}".formatted(PASSWORD))
                .expect(201)
                .number("/id");
        admin.post("/api/approvals/templates", """
                {"object":"order","name":"订单审批","active":true,"when":{"field":"name","op":"eq","value":"待审的"},"nodes":[
                 {"id":"a","kind":"ask","name":"老板","approvers":{"kind":"people","people":[%d]}}]}""".formatted(boss)).expect(201);
        JsonNode order =
                created("order", "\"customer\":%d,\"name\":\"待审的\",\"lines\":[%s]".formatted(customer, TWO_LINES));
        String active = "\"status\":\"active\"";
        assertThat(change("order", id(order), active).expect(409).text("/code")).isEqualTo("needsApproval");
        deliver(order).expect(422);
        long approval = admin.post("/api/approvals", "{\"object\":\"order\",\"record\":%d}".formatted(id(order)))
                .expect(201)
                .number("/id");
        change("order", id(order), active).expect(423);
        ApiClient asked = new ApiClient(application).signIn("boss", PASSWORD);
        long task = asked.get("/api/approvals/tasks?mine=waiting").expect(200).number("/items/0/task");
        asked.post("/api/approvals/tasks/%d/approve".formatted(task), "{}").expect(200);
        change("order", id(order), active).expect(200);
        deliver(order).expect(200);
        assertThat(status(order)).isEqualTo("shipped");
        assertThat(admin.get("/api/approvals/" + approval).expect(200).text("/status"))
                .isEqualTo("approved");
    }

    @Test
    void who_does_not_see_an_order_neither_delivers_it_nor_sees_what_was_delivered() {
        JsonNode order = order(TWO_LINES);
        long delivery = deliver(order).expect(200).number("/made/id");
        admin.post("/api/users", "{\"login\":\"carrier\",\"name\":\"别的销售\",\"password\":\"%s\"}".formatted(PASSWORD))
                .expect(201);
        ApiClient other = new ApiClient(application).signIn("carrier", PASSWORD);
        assertThat(other.get("/api/records/delivery/" + delivery).status()).isIn(403, 404);
        assertThat(other.post("/api/records/delivery", "{\"order\":%d}".formatted(id(order)))
                        .status())
                .isIn(403, 404, 422);
        assertThat(other.post("/api/records/order/%d/commands/deliver".formatted(id(order)), "{}")
                        .status())
                .isIn(403, 404);
    }

    private static JsonNode order(String lines) {
        return created("order", """
                "customer":%d,"status":"active","recipient":"王收货","phone":"13800000000",
                "deliveryAddress":{"street":"沪青平公路 1 号"},"lines":[%s]""".formatted(customer, lines));
    }

    private static String parts(JsonNode order, long line, String quantity) {
        return "\"order\":%d,\"lines\":[{\"ordered\":%d,\"quantity\":\"%s\"}]".formatted(id(order), line, quantity);
    }

    private static ApiClient.Answer deliver(JsonNode order) {
        return admin.post("/api/records/order/%d/commands/deliver".formatted(id(order)), "{\"carrier\":\"顺丰\"}");
    }

    private static ApiClient.Answer change(String object, long id, String values) {
        return admin.patch(
                "/api/records/" + object + "/" + id,
                "{\"version\":%d,%s}".formatted(read(object, id).path("version").asLong(), values));
    }

    private static void undo(ApiClient.Answer answer) {
        admin.post("/api/operations/" + answer.operation() + "/undo", "{}").expect(200);
    }

    private static long id(JsonNode record) {
        return record.path("id").asLong();
    }

    private static long line(JsonNode record) {
        return record.at("/lines/0/id").asLong();
    }

    private static String status(JsonNode order) {
        return read("order", id(order)).path("status").asString();
    }

    private static String quantity(JsonNode json, String path) {
        return new BigDecimal(json.at(path).asString("0")).stripTrailingZeros().toPlainString();
    }

    private static JsonNode read(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id).expect(200).body();
    }

    private static JsonNode created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
