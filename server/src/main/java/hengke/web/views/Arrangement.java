package hengke.web.views;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.Sort;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a view shows, read from its owner and told to its readers, each within their own rights. */
@Component
final class Arrangement {
    private static final TextualType FIELD = new TextualType(TextualType.Form.TEXT, 200);
    private static final IntegerType WIDTH = new IntegerType(20, 2_000);
    private static final int MOST_COLUMNS = 100;

    private final Reading reading;
    private final Access access;

    Arrangement(Reading reading, Access access) {
        this.reading = reading;
        this.access = access;
    }

    /** The settings after a change: what the body mentions, else what they were; mistakes are collected in the body. */
    ObjectNode read(Actor actor, ObjectDefinition object, Body body, ObjectNode before) {
        ObjectNode settings = before.deepCopy();
        if (body.mentions("filter")) {
            settings.set("filter", body.given("filter").orElse(null));
        }
        if (body.mentions("sort")) {
            settings.set(
                    "sort",
                    body.given("sort").orElseGet(() -> JsonMapper.shared().createArrayNode()));
        }
        if (body.mentions("columns")) {
            settings.set("columns", columns(actor, object, body));
        }
        if (body.mentions("groupBy")) {
            settings.put("groupBy", groupBy(actor, object, body));
        }
        return settings;
    }

    /** Refuses a filter or an order that makes no sense to this person. */
    void check(Actor actor, ObjectDefinition object, ObjectNode settings) {
        Resolver resolver = reading.resolver(actor);
        JsonNode filter = settings.path("filter");
        if (!filter.isNull() && !filter.isMissingNode()) {
            resolver.resolve(object, filter);
        }
        JsonNode sort = settings.path("sort");
        if (!sort.isMissingNode()) {
            resolver.sort(object, Sort.parse(sort));
        }
    }

    /** Does the filter speak only of what this person may know? */
    boolean makesSense(Actor actor, ObjectDefinition object, @Nullable JsonNode filter) {
        if (filter == null || filter.isNull()) {
            return true;
        }
        try {
            reading.resolver(actor).resolve(object, filter);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** The settings as one reader sees them: no column, order or grouping by what is hidden from them. */
    ObjectNode shown(Actor actor, ObjectDefinition object, ObjectNode settings) {
        ObjectNode shown = JsonMapper.shared().createObjectNode();
        JsonNode filter = settings.path("filter");
        shown.set("filter", filter.isMissingNode() ? null : filter);
        shown.set("columns", visible(actor, object, settings.path("columns"), FieldRight.MASKED));
        shown.set("sort", visible(actor, object, settings.path("sort"), FieldRight.READ));
        String groupBy = settings.path("groupBy").asString("");
        return shown.put("groupBy", sees(actor, object, groupBy, FieldRight.READ) ? groupBy : null);
    }

    private ArrayNode columns(Actor actor, ObjectDefinition object, Body body) {
        ArrayNode columns = JsonMapper.shared().createArrayNode();
        List<Body> asked = body.each("columns");
        if (asked.size() > MOST_COLUMNS) {
            body.refuse("columns", Message.of("value.tooMany", MOST_COLUMNS));
        }
        for (Body each : asked) {
            String field = each.required("field", FIELD).orElse("");
            Long width = each.optional("width", WIDTH).orElse(null);
            each.refuseUnasked();
            if (sees(actor, object, field, FieldRight.MASKED)) {
                columns.addObject().put("field", field).put("width", width);
            } else if (!field.isEmpty()) {
                each.refuse("field", Message.of("records.unknown", field));
            }
        }
        return columns;
    }

    private @Nullable String groupBy(Actor actor, ObjectDefinition object, Body body) {
        String field = body.optional("groupBy", FIELD).orElse(null);
        if (field != null && !sees(actor, object, field, FieldRight.READ)) {
            body.refuse("groupBy", Message.of("records.unknown", field));
        }
        return field;
    }

    private ArrayNode visible(Actor actor, ObjectDefinition object, JsonNode list, FieldRight needed) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode each : list) {
            if (sees(actor, object, each.path("field").asString(""), needed)) {
                kept.add(each);
            }
        }
        return JsonMapper.shared().createArrayNode().addAll(kept);
    }

    private boolean sees(Actor actor, ObjectDefinition object, String name, FieldRight needed) {
        return object.field(name)
                .filter((Field<?> field) -> access.right(actor, object, field).atLeast(needed))
                .isPresent();
    }
}
