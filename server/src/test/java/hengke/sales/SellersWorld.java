package hengke.sales;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A department 华东 led by Hua, with Lin and Wang, and 苏州 below it with Xu; each sells for himself. */
public final class SellersWorld {
    static final String PASSWORD = "Yuntu-2026-heng";

    final long east;
    final long suzhou;
    final long lin;
    final long wang;
    final long xu;
    final ApiClient hua;
    final ApiClient linsClient;
    private final RunningApplication application;
    private final ApiClient admin;
    private final long customer;

    SellersWorld(RunningApplication application, ApiClient admin, long customer) {
        this.application = application;
        this.admin = admin;
        this.customer = customer;
        long seller = role("目标销售", "own", "");
        long head = role("目标经理", "departmentTree", ",\"pages\":[\"targets\"]");
        long huas = user("hua", null, head);
        east = admin.post("/api/departments", "{\"name\":\"华东\",\"head\":%d}".formatted(huas))
                .expect(201)
                .number("/id");
        suzhou = admin.post("/api/departments", "{\"name\":\"苏州\",\"parent\":%d}".formatted(east))
                .expect(201)
                .number("/id");
        lin = user("lin", east, seller);
        wang = user("wang", east, seller);
        xu = user("xu", suzhou, seller);
        hua = new ApiClient(application).signIn("hua", PASSWORD);
        linsClient = new ApiClient(application).signIn("lin", PASSWORD);
    }

    /** Somebody who reads every customer and opportunity, apart from what the rules on fields say. */
    ApiClient reader(String login, String fields, String... objects) {
        String grants = Stream.of(objects)
                .map(object -> "{\"object\":\"%s\",\"verb\":\"read\",\"scope\":\"all\"}".formatted(object))
                .collect(Collectors.joining(","));
        long role = admin.post(
                        "/api/roles",
                        "{\"name\":\"%s\",\"grants\":[%s],\"fields\":[%s]}".formatted(login, grants, fields))
                .expect(201)
                .number("/id");
        user(login, null, role);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    /** A deal that was won at a moment. */
    long won(long owner, int amount, String at) {
        long id = admin.post("/api/records/opportunity", """
                        {"name":"目标","customer":%d,"stage":"won","owner":%d,
                         "amount":{"amount":"%d","currency":"CNY"}}""".formatted(customer, owner, amount))
                .expect(201)
                .number("/id");
        application
                .database()
                .dsl()
                .execute("update opportunity set closed_at = cast(? as timestamptz) where id = ?", at, id);
        return id;
    }

    void member(long opportunity, long user, int split) {
        admin.post("/api/records/share", """
                        {"about":{"object":"opportunity","id":%d},"user":%d,"split":%d}""".formatted(opportunity, user, split))
                .expect(201);
    }

    /** How many records a number opens. */
    public static long opened(ApiClient who, JsonNode line) {
        long count = 0;
        for (JsonNode records : line.path("records")) {
            count += who.post(
                            "/api/records/" + records.path("object").asString() + "/query",
                            "{\"count\":\"exact\",\"filter\":" + records.path("filter") + "}")
                    .expect(200)
                    .number("/count/value");
        }
        return count;
    }

    /** What is told of one person or department. */
    public static JsonNode line(JsonNode completion, String kind, long id) {
        return completion
                .path("lines")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals(kind)
                        && line.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    static String cell(String kind, long id, String month, @Nullable String amount, long version) {
        return "{\"kind\":\"%s\",\"id\":%d,\"month\":\"%s\",\"amount\":%s,\"version\":%d}"
                .formatted(kind, id, month, amount, version);
    }

    static ApiClient.Answer set(ApiClient who, String measure, String... cells) {
        return who.send("PUT", "/api/targets/" + measure, "{\"cells\":[%s]}".formatted(String.join(",", cells)));
    }

    private long role(String name, String scope, String more) {
        String grants = Stream.of("customer", "opportunity")
                .flatMap(object -> Stream.of("read", "create", "edit")
                        .map(verb ->
                                "{\"object\":\"%s\",\"verb\":\"%s\",\"scope\":\"%s\"}".formatted(object, verb, scope)))
                .collect(Collectors.joining(","));
        return admin.post("/api/roles", "{\"name\":\"%s\",\"grants\":[%s]%s}".formatted(name, grants, more))
                .expect(201)
                .number("/id");
    }

    private long user(String login, @Nullable Long department, long role) {
        return admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"%s","department":%s,"roles":[%d]}""".formatted(login, login, PASSWORD, department, role))
                .expect(201)
                .number("/id");
    }
}
