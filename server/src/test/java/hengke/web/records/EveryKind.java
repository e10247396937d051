package hengke.web.records;

import hengke.testing.ApiClient;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of every kind there is, as an administrator adds them: to a shipped object, and to one of the company's own. */
final class EveryKind {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** They speak of fields and records that are there already. */
    private static final Set<String> COMPUTED = Set.of("formula", "rollup");

    private EveryKind() {}

    static void add(ApiClient admin, String object) {
        for (JsonNode kind : kinds(admin, object)) {
            admin.post(
                            "/api/catalog/" + object + "/fields",
                            settings(kind.asString()).toString())
                    .expect(201);
        }
    }

    /** An own object that can do whatever an own object can, with fields of every kind from the beginning. */
    static void addObject(ApiClient admin, String like) {
        JsonNode objects = admin.get("/api/catalog/objects").expect(200).body();
        ObjectNode wished = JSON.createObjectNode().put("name", "sample");
        wished.putObject("label").put("zh", "样品").put("en", "Sample");
        wished.set("capabilities", objects.get("capabilities"));
        ArrayNode fields = wished.putArray("fields");
        kinds(admin, like)
                .valueStream()
                .map(JsonNode::asString)
                .filter(kind -> !COMPUTED.contains(kind))
                .forEach(kind -> fields.add(settings(kind)));
        fields.add(settings("reference")
                .put("name", "customer")
                .put("label", "所属客户")
                .put("relation", "样品"));
        admin.post("/api/catalog/objects", wished.toString()).expect(201);
    }

    private static JsonNode kinds(ApiClient admin, String object) {
        return admin.get("/api/catalog/" + object + "/fields")
                .expect(200)
                .body()
                .get("kinds");
    }

    private static ObjectNode settings(String kind) {
        ObjectNode settings = JSON.createObjectNode().put("kind", kind);
        settings.putObject("label").put("zh", "自定义 " + kind).put("en", "Own " + kind);
        switch (kind) {
            case "choice", "multiChoice", "treeChoice" ->
                settings.putArray("options").add("甲").add("乙").add("丙");
            case "reference", "multiReference" -> settings.putArray("targets").add("customer");
            case "formula" -> settings.put("formula", "1 + 1");
            case "rollup" ->
                settings.put("rollup", "count").put("child", "contact").put("reference", "customer");
            case "link" -> settings.put("capability", "followed");
            default -> {
                // says everything by its name
            }
        }
        return settings;
    }
}
