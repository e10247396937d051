package hengke.web.records;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened with records that is no change of theirs. A bean of this kind is told by their timelines. */
public interface Happenings {
    /** Later than anything that has happened. */
    Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    /** How its items are called on the wire, as a kind to ask for and as the key of what is told. */
    String kind();

    boolean concerns(ObjectDefinition object);

    /** Of a record that the actor sees, newest first. */
    List<ObjectNode> of(Actor actor, ObjectDefinition object, Row row, String title, Span span);

    /** After the one moment, and until the other. */
    record Span(Instant after, Instant until) {}

    /** What every item says: when, by whom (0: nobody that is known), and about which record. */
    static ObjectNode item(String kind, Instant at, long by, String name, String object, long record, String title) {
        ObjectNode item = JsonMapper.shared()
                .createObjectNode()
                .put("kind", kind)
                .put("at", at.toString())
                .putNull("through")
                .put("undoable", false);
        item.putObject("by").put("id", by).put("label", name.isEmpty() ? null : name);
        item.putObject("record").put("object", object).put("id", record).put("label", title);
        return item;
    }
}
