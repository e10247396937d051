package hengke.capability.worth;

import static org.awaitility.Awaitility.await;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A company that keeps its orders in an object of its own. */
public final class WorthWorld implements AutoCloseable {
    public static final String PASSWORD = "Yuntu-2026-heng";
    /** From here one looks back. */
    public static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final String SOURCE = """
            {"object":"x-order","customer":"c_customer","at":"c_day","amount":"c_amount","filter":
             {"field":"c_signed","op":"eq","value":true}}""";

    public final RunningApplication application;
    public final ApiClient admin;
    public final DSLContext database;
    public final Revaluation revaluation;
    private int customers;

    public WorthWorld() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        database = application.database().dsl();
        revaluation = application.bean(Revaluation.class);
        admin.post("/api/catalog/objects", """
                {"name":"order","label":{"zh":"网店订单","en":"Shop order"},"application":"sales",
                 "capabilities":["owned"],"title":{"kind":"autoNumber"},
                 "fields":[
                  {"kind":"reference","name":"customer","label":"客户","targets":["customer"],"relation":"网店订单"},
                  {"kind":"date","name":"day","label":"下单日期"},
                  {"kind":"dateTime","name":"moment","label":"下单时间"},
                  {"kind":"money","name":"amount","label":"金额"},
                  {"kind":"boolean","name":"signed","label":"已签"}]}""").expect(201);
        decide("\"sources\":[" + SOURCE + "],\"months\":12,\"day\":\"" + DAY + "\"");
    }

    /** What an administrator decides; every customer is reckoned by then. */
    public void decide(String values) {
        ObjectNode change = (ObjectNode) JsonMapper.shared().readTree("{" + values + "}");
        change.put("version", settings().get("version").asLong());
        admin.patch("/api/worth/customer", change.toString()).expect(200);
        revaluation.run();
    }

    JsonNode settings() {
        return admin.get("/api/worth/customer").expect(200).body();
    }

    ObjectDefinition customer() {
        return application.bean(LiveCatalog.class).current().object("customer");
    }

    public long customer(String values) {
        customers++;
        return admin.post(
                        "/api/records/customer",
                        "{\"name\":\"第 %d 家公司\"%s}".formatted(customers, values.isEmpty() ? "" : "," + values))
                .expect(201)
                .number("/id");
    }

    public long order(long customer, String day, String amount) {
        return admin.post("/api/records/x-order", """
                        {"c_customer":%d,"c_day":"%s","c_amount":"%s","c_signed":true}""".formatted(customer, day, amount))
                .expect(201)
                .number("/id");
    }

    /** An opportunity that is won today. */
    void won(long customer, String amount) {
        admin.post(
                        "/api/records/opportunity",
                        "{\"name\":\"商机\",\"customer\":%d,\"amount\":\"%s\",\"stage\":\"won\"}"
                                .formatted(customer, amount))
                .expect(201);
    }

    void change(long order, String values) {
        long version = admin.get("/api/records/x-order/" + order).expect(200).number("/version");
        admin.patch("/api/records/x-order/" + order, "{\"version\":%d,%s}".formatted(version, values))
                .expect(200);
    }

    public JsonNode seen(long customer) {
        return admin.get("/api/records/customer/" + customer).expect(200).body();
    }

    /** What happened has reached whom it concerns. */
    public void settle() {
        await().until(() -> database.fetchSingle("""
                select not exists (
                    select 1 from outbox e, event_subscriber s where s.name = 'worth' and e.kind = 'deals.changed'
                    and e.written_by >= pg_snapshot_xmin(s.seen) and not pg_visible_in_snapshot(e.written_by, s.seen))
                    and not exists (select 1 from event_retry where subscriber = 'worth') as done""").get("done", Boolean.class));
    }

    /** Everything derived, of all customers. */
    Result<?> derived() {
        return database.fetch("""
                select id, first_deal_on, second_deal_on, last_deal_on, deal_count, deal_amount, deal_amount_amount,
                    deal_amount_currency, recency_score, frequency_score, monetary_score, rfm, loyalty, life_stage,
                    stage_since, customer_since, bought_on, bought_again_on, lost_on, returned_on
                from customer where deleted_at is null order by id""");
    }

    public static String text(JsonNode record, String field) {
        return Objects.requireNonNull(record.get(field), field).asString("");
    }

    @Override
    public void close() {
        application.close();
    }
}
