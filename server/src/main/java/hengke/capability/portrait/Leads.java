package hengke.capability.portrait;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.LinkType;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters that lead from a number to the records below it, in the words of a list. */
final class Leads {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Leads() {}

    /** What a source knows about one subject. */
    static ObjectNode about(
            ObjectDefinition subject, long id, InteractionSource source, List<Interactions.Path> paths) {
        List<ObjectNode> ways =
                paths.stream().map(path -> about(subject, id, path)).toList();
        ObjectNode about = ways.size() == 1 ? ways.getFirst() : JSON.createObjectNode();
        if (ways.size() != 1) {
            about.putArray("or").addAll(ways);
        }
        ObjectNode which = source.listed();
        return which == null ? about : all(about, which);
    }

    private static ObjectNode about(ObjectDefinition subject, long id, Interactions.Path path) {
        String about = path.source().about().name();
        boolean link = path.source().about().type() instanceof LinkType;
        Catalog.Child child = path.child();
        if (child != null) {
            String through = link ? about + "." + child.object().name() : about;
            return is(through + "." + child.reference().name(), JSON.valueToTree(id));
        }
        return is(
                about,
                link ? JSON.createObjectNode().put("object", subject.name()).put("id", id) : JSON.valueToTree(id));
    }

    static ObjectNode is(String field, JsonNode value) {
        ObjectNode is = JSON.createObjectNode().put("field", field).put("op", Operator.EQ.wire());
        is.set("value", value);
        return is;
    }

    static ObjectNode is(String field, String value) {
        return is(field, JSON.valueToTree(value));
    }

    static ObjectNode not(ObjectNode term) {
        ObjectNode not = JSON.createObjectNode();
        not.set("not", term);
        return not;
    }

    /** Both days included. */
    static ObjectNode between(String field, LocalDate from, LocalDate until) {
        ObjectNode between = JSON.createObjectNode().put("field", field).put("op", Operator.BETWEEN.wire());
        between.putArray("value").add(from.toString()).add(until.toString());
        return between;
    }

    static ObjectNode all(ObjectNode... terms) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode and = all.putArray("and");
        and.addAll(List.of(terms));
        return all;
    }
}
