package hengke.capability.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A company that scores its customers, over HTTP. */
final class ScoreWorld implements AutoCloseable {
    static final String PASSWORD = "Yuntu-2026-heng";
    static final String RULES = """
            "rules":[
             {"name":"制造业","filter":{"field":"industry","op":"under","value":"manufacturing"},"points":30},
             {"name":"有联系人","filter":{"exists":"contacts"},"points":20,"group":"互动"},
             {"name":"两周内要联系","filter":{"field":"nextContactAt","op":"during","value":{"next":14,"unit":"day"}},"points":25,"group":"互动"},
             {"name":"有信用代码","filter":{"field":"creditCode","op":"notEmpty"},"points":15},
             {"name":"已流失","filter":{"field":"status","op":"eq","value":"lost"},"points":-40},
             {"name":"上级是大公司","filter":{"field":"parent.employees","op":"ge","value":1000},"points":35}],
            "groups":[{"name":"互动","cap":30}],
            "bands":[{"from":60,"level":"A"},{"from":30,"level":"B"},{"from":0,"level":"C"}]""";

    final RunningApplication application =
            RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
    final ApiClient admin = new ApiClient(application).signIn("admin", PASSWORD);
    private int customers;

    ApiClient person(String login, String fields) {
        long role = admin.post("/api/roles", """
                        {"name":"%s","commands":["customer.*"],"grants":[{"object":"*","verb":"read","scope":"all"},
                         {"object":"*","verb":"create","scope":"own"},{"object":"*","verb":"edit","scope":"own"}],
                         "fields":[%s]}""".formatted(login, fields))
                .expect(201)
                .number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role))
                .expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    ApiClient.Answer rules(String body) {
        ObjectNode asked = (ObjectNode) JsonMapper.shared().readTree("{" + body + "}");
        asked.put("version", admin.get("/api/scoring/customer").number("/version"));
        return admin.send("PUT", "/api/scoring/customer", asked.toString());
    }

    /** Puts rules in force and waits until all records follow. */
    void score(String body) {
        rules("\"active\":true," + body).expect(200);
        rescore().run();
    }

    Rescore rescore() {
        return application.bean(Rescore.class);
    }

    ObjectDefinition customer() {
        return application.bean(LiveCatalog.class).current().object("customer");
    }

    long customer(String values) {
        return customer(admin, values);
    }

    long customer(ApiClient by, String values) {
        customers++;
        return by.post(
                        "/api/records/customer",
                        "{\"name\":\"评级 %d 公司\"%s}".formatted(customers, values.isEmpty() ? "" : "," + values))
                .expect(201)
                .number("/id");
    }

    JsonNode seen(long id) {
        return admin.get("/api/records/customer/" + id).expect(200).body();
    }

    ApiClient.Answer change(ApiClient by, long id, String values) {
        return by.patch("/api/records/customer/" + id, "{" + values + ",\"version\":" + seen(id).get("version") + "}");
    }

    /** Score, level and who says it, e.g. {@code 30 B rule}. */
    String standing(long id) {
        JsonNode seen = seen(id);
        return text(seen, "score") + " " + text(seen, "level") + " " + text(seen, "levelBy");
    }

    private static String text(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isNull() || value.isMissingNode() ? "-" : value.asString();
    }

    void eventually(long id, String standing) {
        within(() -> {
            rescore().due();
            return standing(id).equals(standing);
        });
        assertThat(standing(id)).isEqualTo(standing);
    }

    static void within(Callable<Boolean> holds) {
        await().until(holds);
    }

    @Override
    public void close() {
        application.close();
    }
}
