package hengke.capability.portrait;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** Customers, contacts and follow-ups of some days ago, over HTTP. */
final class PortraitWorld {
    static final String PASSWORD = "Yuntu-2026-heng";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final RunningApplication application;
    final ApiClient admin;
    final Portraits portraits;
    final DSLContext database;
    private int customers;

    PortraitWorld() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        portraits = application.bean(Portraits.class);
        database = application.database().dsl();
    }

    ObjectDefinition customers() {
        return application.bean(LiveCatalog.class).current().object("customer");
    }

    ApiClient person(String login, String role) {
        long id = admin.post("/api/roles", "{\"name\":\"%s\",%s}".formatted(login, role))
                .expect(201)
                .number("/id");
        admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"%s","roles":[%d]}""".formatted(login, login, PASSWORD, id)).expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    long customer(String more) {
        customers++;
        return admin.post(
                        "/api/records/customer",
                        "{\"name\":\"第 %d 家画像公司\"%s}".formatted(customers, more.isEmpty() ? "" : "," + more))
                .expect(201)
                .number("/id");
    }

    long contact(long customer, String more) {
        return admin.post(
                        "/api/records/contact",
                        "{\"name\":\"联系人\",\"customer\":%d%s}".formatted(customer, more.isEmpty() ? "" : "," + more))
                .expect(201)
                .number("/id");
    }

    LocalDate today() {
        return portraits.today().date();
    }

    long followUp(String object, long id, String kind, int daysAgo) {
        return followUp(object, id, kind, daysAgo, 9, "");
    }

    long followUp(String object, long id, String kind, int daysAgo, int hour, String more) {
        return admin.post("/api/records/activity", """
                        {"about":{"object":"%s","id":%d},"kind":"%s","content":"聊过","at":"%s"%s}""".formatted(
                        object,
                        id,
                        kind,
                        today().minusDays(daysAgo).atTime(hour, 30).atZone(ZONE).toInstant(),
                        more))
                .expect(201)
                .number("/id");
    }

    /** The customer has been there for so long. */
    void since(long customer, int days) {
        database.execute(
                "update customer set created_at = now() - make_interval(days => ?) where id = ?", days, customer);
    }

    JsonNode seen(long customer) {
        return admin.get("/api/records/customer/" + customer).expect(200).body();
    }

    int activity(long customer) {
        return seen(customer).get("activityScore").asInt();
    }

    String trend(long customer) {
        return seen(customer).get("activityTrend").asString(null);
    }

    /** What the tables say of every customer. */
    Map<Long, String> all() {
        return database.fetch(
                        "select id, concat_ws('|', activity_score, activity_trend, health_score, health_level) from customer where deleted_at is null")
                .intoMap(found -> found.get(0, Long.class), found -> found.get(1, String.class));
    }

    void close() {
        application.close();
    }
}
