package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Several values at once: options of a multiple choice, or tags by name. An empty list is no value. */
public record TextListType(Members members) implements FieldType<List<String>> {
    private static final int MOST = 200;
    private static final int TAG_LENGTH = 50;

    /** What may be a member. */
    public sealed interface Members permits Choices, Tags {}

    /** Options of the field. */
    public record Choices(List<Option> options) implements Members {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** Names from the object's tag library. */
    public record Tags() implements Members {}

    @Override
    public String kind() {
        return members instanceof Tags ? "tags" : "multiChoice";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("", SQLDataType.CLOB.array(), "text[]"));
    }

    @Override
    public List<@Nullable Object> toColumns(List<String> value) {
        return List.of((Object) value.toArray(String[]::new));
    }

    @Override
    public @Nullable List<String> fromColumns(List<? extends @Nullable Object> columns) {
        return columns.getFirst() instanceof String[] array && array.length > 0 ? List.of(array) : null;
    }

    @Override
    public List<String> read(JsonNode json) throws Unreadable {
        return switch (members) {
            case Choices choices -> Json.list(json, MOST, item -> Options.read(item, choices.options()));
            case Tags _ -> Json.list(json, MOST, TextListType::tag);
        };
    }

    private static String tag(JsonNode json) throws Unreadable {
        String name = Json.text(json, TAG_LENGTH, false);
        if (name.isEmpty()) {
            throw new Unreadable("value.text");
        }
        return name;
    }

    @Override
    public JsonNode write(List<String> value) {
        var array = Json.NODES.arrayNode();
        value.forEach(array::add);
        return array;
    }

    @Override
    public Set<Operator> operators() {
        return Operator.MEMBERS;
    }

    @Override
    public @Nullable List<String> sample(RandomGenerator random) {
        return switch (members) {
            case Choices choices -> {
                String value = Options.sample(random, choices.options());
                yield value == null ? null : List.of(value);
            }
            case Tags _ -> List.of(Samples.words(random, 1));
        };
    }
}
