package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Points at several records or files, by id, in order. An empty list is no value. */
public record IdListType(Target target) implements FieldType<List<Long>> {
    private static final int MOST = 200;

    /** What the ids are ids of. */
    public sealed interface Target permits Records, Files {}

    /** Records of the named object. */
    public record Records(String object) implements Target {}

    /** Stored files. */
    public record Files() implements Target {}

    @Override
    public String kind() {
        return target instanceof Files ? "files" : "multiReference";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("", SQLDataType.BIGINT.array(), "bigint[]"));
    }

    @Override
    public List<@Nullable Object> toColumns(List<Long> value) {
        return List.of((Object) value.toArray(Long[]::new));
    }

    @Override
    public @Nullable List<Long> fromColumns(List<? extends @Nullable Object> columns) {
        return columns.getFirst() instanceof Long[] array && array.length > 0 ? List.of(array) : null;
    }

    @Override
    public List<Long> read(JsonNode json) throws Unreadable {
        return Json.list(json, MOST, Json::id);
    }

    @Override
    public JsonNode write(List<Long> value) {
        var array = Json.NODES.arrayNode();
        value.forEach(array::add);
        return array;
    }

    @Override
    public Set<Operator> operators() {
        return target instanceof Files ? Operator.PRESENCE : Operator.MEMBERS;
    }

    @Override
    public @Nullable List<Long> sample(RandomGenerator random) {
        return null;
    }
}
