package hengke.capability.pool;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A company with two teams of sellers and a pool for each, over HTTP. */
final class PoolWorld {
    static final String PASSWORD = "Yuntu-2026-heng";

    final RunningApplication application;
    final ApiClient admin;
    final long north;
    final long south;
    final long seller;
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final Map<String, ApiClient> clients = new LinkedHashMap<>();
    private int customers;

    PoolWorld() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        north = admin.post("/api/departments", "{\"name\":\"华北\"}").expect(201).number("/id");
        south = admin.post("/api/departments", "{\"name\":\"华南\"}").expect(201).number("/id");
        seller = admin.post("/api/roles", """
                        {"name":"公海销售","commands":["customer.*"],"grants":[
                         {"object":"*","verb":"read","scope":"own"},{"object":"*","verb":"create","scope":"own"},
                         {"object":"*","verb":"edit","scope":"own"},{"object":"*","verb":"import","scope":"own"},
                         {"object":"*","verb":"export","scope":"own"}]}""").expect(201).number("/id");
    }

    ApiClient person(String login, long department) {
        ids.put(
                login,
                admin.post("/api/users", """
                                {"login":"%s","name":"%s","password":"%s","department":%d,"roles":[%d]}""".formatted(login, login, PASSWORD, department, seller))
                        .expect(201)
                        .number("/id"));
        ApiClient client = new ApiClient(application).signIn(login, PASSWORD);
        clients.put(login, client);
        return client;
    }

    long id(String login) {
        return ids.get(login);
    }

    ApiClient as(String login) {
        return clients.get(login);
    }

    long pool(String name, long department, String more) {
        return admin.post("/api/pools", """
                        {"name":"%s","object":"customer","members":{"departments":[%d]}%s}""".formatted(name, department, more.isEmpty() ? "" : "," + more))
                .expect(201)
                .number("/id");
    }

    /** A customer that waits in a pool. */
    long waiting(long pool) {
        return customer("\"pool\":" + pool);
    }

    long customer(String values) {
        return create(admin, values).expect(201).number("/id");
    }

    ApiClient.Answer create(ApiClient client, String values) {
        customers++;
        return client.post(
                "/api/records/customer",
                "{\"name\":\"第 %d 家公司\"%s}".formatted(customers, values.isEmpty() ? "" : "," + values));
    }

    ApiClient.Answer claim(String login, long customer) {
        return command(as(login), customer, "claim", "{}");
    }

    ApiClient.Answer release(String login, long customer) {
        return command(as(login), customer, "release", "{}");
    }

    static ApiClient.Answer command(ApiClient client, long customer, String command, String input) {
        return client.post("/api/records/customer/" + customer + "/commands/" + command, input);
    }

    void change(long pool, String body) {
        ObjectNode change = (ObjectNode) JsonMapper.shared().readTree(body);
        change.put("version", admin.get("/api/pools/" + pool).number("/version"));
        admin.patch("/api/pools/" + pool, change.toString()).expect(200);
    }

    /** What the company sees of a customer. */
    JsonNode seen(long customer) {
        return admin.get("/api/records/customer/" + customer).expect(200).body();
    }

    void close() {
        application.close();
    }
}
