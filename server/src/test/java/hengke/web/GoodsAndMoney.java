package hengke.web;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A bank's statement that is taken in and an order that is delivered, by a node that is killed over both. */
final class GoodsAndMoney {
    private static final int ENTRIES = 40;
    private static final String KEY = "deliver-it-once";

    private final ApiClient admin;
    private final TestDatabase database;
    private final long order;
    private CompletableFuture<Answer> statement = new CompletableFuture<>();
    private CompletableFuture<Answer> delivery = new CompletableFuture<>();

    GoodsAndMoney(ApiClient admin, TestDatabase database) {
        this.admin = admin;
        this.database = database;
        long customer = admin.post("/api/records/customer", "{\"name\":\"收货公司\"}")
                .expect(201)
                .number("/id");
        this.order = admin.post("/api/records/order", """
                        {"customer":%d,"status":"active","lines":[{"name":"阀门","quantity":"100","price":"2"},{"name":"水泵","quantity":"3","price":"900"}]}""".formatted(customer))
                .expect(201)
                .number("/id");
    }

    void comeTo(ApiClient node) {
        statement = CompletableFuture.supplyAsync(() -> take(node));
        delivery = CompletableFuture.supplyAsync(() -> deliver(node));
    }

    private static Answer take(ApiClient node) {
        StringBuilder text = new StringBuilder("交易日期,贷方金额,对方户名,流水号\n");
        for (int i = 0; i < ENTRIES; i++) {
            text.append("2026-11-30,%d.00,付款公司,KILL%04d\n".formatted(i + 1, i));
        }
        return node.upload("/api/receivables/statements", "bank.csv", text.toString());
    }

    private Answer deliver(ApiClient node) {
        return node.send("POST", "/api/records/order/" + order + "/commands/deliver", "{}", "Idempotency-Key", KEY);
    }

    void assertNothingHasCome() {
        assertThat(statement).failsWithin(Duration.ofSeconds(10));
        assertThat(delivery).failsWithin(Duration.ofSeconds(10));
        assertThat(entries()).isZero();
        assertThat(count("select count(*) from delivery")).isZero();
        assertThat(count("select count(*) from delivery_line")).isZero();
        assertThat(
                        count(
                                "select count(*) from operation where object in ('bank-entry', 'order') and label like '%bank%'"))
                .isZero();
        assertThat(admin.get("/api/records/order/" + order).expect(200).text("/status"))
                .isEqualTo("active");
    }

    void assertComeOnceWhenAskedAgain() {
        assertThat(take(admin).expect(200).number("/created")).isEqualTo(ENTRIES);
        assertThat(take(admin).expect(200).number("/created")).isZero();
        assertThat(entries()).isEqualTo(ENTRIES);
        // whoever was killed over it might still be at it, as far as anybody knows; later it is taken for dead
        assertThat(deliver(admin).expect(409).text("/code")).isEqualTo("running");
        database.dsl().execute("update idempotent_answer set at = at - interval '6 minutes'");
        long made = deliver(admin).expect(200).number("/made/id");
        assertThat(deliver(admin).expect(200).number("/made/id")).isEqualTo(made);
        assertThat(count("select count(*) from delivery")).isOne();
        Answer delivered = admin.get("/api/records/order/" + order).expect(200);
        assertThat(delivered.text("/status")).isEqualTo("shipped");
        assertThat(delivered.body().path("lines"))
                .extracting(line -> line.path("undelivered").asString())
                .containsExactly("0.0000", "0.0000");
    }

    private long entries() {
        return count("select count(*) from bank_entry");
    }

    private long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }
}
