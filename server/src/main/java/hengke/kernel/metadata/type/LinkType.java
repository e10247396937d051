package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Points at a record of any object that carries a capability, e.g. a follow-up at whatever can be followed up.
 *
 * @param capability the name of the capability a target must have
 */
public record LinkType(String capability) implements FieldType<Link> {
    private static final Set<Operator> OPERATORS =
            Set.copyOf(EnumSet.of(Operator.EQ, Operator.NE, Operator.EMPTY, Operator.NOT_EMPTY));

    @Override
    public String kind() {
        return "link";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("_id", SQLDataType.BIGINT, "bigint"), new Column("_object", SQLDataType.CLOB, "text"));
    }

    @Override
    public List<@Nullable Object> toColumns(Link value) {
        return List.of(value.id(), value.object());
    }

    @Override
    public @Nullable Link fromColumns(List<? extends @Nullable Object> columns) {
        return columns.get(0) instanceof Long id && columns.get(1) instanceof String object
                ? new Link(object, id)
                : null;
    }

    @Override
    public Link read(JsonNode json) throws Unreadable {
        if (!json.isObject() || !json.has("object") || !json.has("id")) {
            throw new Unreadable("value.link");
        }
        return new Link(Json.text(json.get("object"), 100, false), Json.id(json));
    }

    @Override
    public JsonNode write(Link value) {
        return Json.NODES.objectNode().put("object", value.object()).put("id", value.id());
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public @Nullable Link sample(RandomGenerator random) {
        return null;
    }
}
