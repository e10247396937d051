package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Structured data of an integration, kept as it came. */
public record JsonType() implements FieldType.Single<JsonNode> {
    private static final int MAX_LENGTH = 100_000;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public String kind() {
        return "json";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.JSONB, "jsonb");
    }

    @Override
    public List<@Nullable Object> toColumns(JsonNode value) {
        return List.of(JSONB.valueOf(value.toString()));
    }

    @Override
    public @Nullable JsonNode fromColumns(List<? extends @Nullable Object> columns) {
        return columns.getFirst() instanceof JSONB json ? MAPPER.readTree(json.data()) : null;
    }

    @Override
    public JsonNode read(JsonNode json) throws Unreadable {
        String text = json.toString();
        if (text.length() > MAX_LENGTH) {
            throw new Unreadable("value.tooLong", MAX_LENGTH);
        }
        if (text.contains("\\u0000")) {
            throw new Unreadable("value.controlCharacter");
        }
        return json;
    }

    @Override
    public JsonNode write(JsonNode value) {
        return value;
    }

    @Override
    public Set<Operator> operators() {
        return Operator.PRESENCE;
    }

    @Override
    public JsonNode sample(RandomGenerator random) {
        return Json.NODES.objectNode().put("n", random.nextInt(100));
    }
}
