package hengke.web.openapi;

import hengke.kernel.problem.Language;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of an object: the keys of an answer, or those a request may have and no others. */
public final class Shape implements Schema {
    private final Map<String, Schema> properties = new LinkedHashMap<>();
    private final Set<String> always = new LinkedHashSet<>();
    private final boolean closed;
    private boolean more;

    private Shape(boolean closed) {
        this.closed = closed;
    }

    /** What is answered; later versions may add keys. */
    public static Shape answer() {
        return new Shape(false);
    }

    /** What is sent; a key that is not described is refused. */
    public static Shape body() {
        return new Shape(true);
    }

    /** A page of a list, with the cursor of the next one. */
    public static Shape pageOf(Schema item) {
        return listOf(item)
                .with(
                        "next",
                        Schema.text()
                                .orNull()
                                .about(
                                        "下一页的游标，作为 after 传回；没有下一页时为 null",
                                        "The cursor of the next page, to be sent back as after; null on the last page"));
    }

    /** A list that is answered whole. */
    public static Shape listOf(Schema item) {
        return answer().with("items", Schema.listOf(item));
    }

    /** A key that is always there. */
    public Shape with(String name, Schema schema) {
        always.add(name);
        properties.put(name, schema);
        return this;
    }

    /** A key that may be absent. */
    public Shape maybe(String name, Schema schema) {
        properties.put(name, schema);
        return this;
    }

    /** There are more keys, which depend on what it is. */
    public Shape andMore() {
        more = true;
        return this;
    }

    @Override
    public ObjectNode in(Language language) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode listed = json.putObject("properties");
        properties.forEach((name, schema) -> listed.set(name, schema.in(language)));
        if (!always.isEmpty()) {
            ArrayNode required = json.putArray("required");
            always.forEach(required::add);
        }
        if (closed || more) {
            json.put("additionalProperties", more);
        }
        return json;
    }
}
