package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One of a list of options. */
public record ChoiceType(List<Option> options) implements FieldType.Single<String> {

    public ChoiceType {
        options = List.copyOf(options);
    }

    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.CLOB, "text");
    }

    @Override
    public String read(JsonNode json) throws Unreadable {
        return Options.read(json, options);
    }

    @Override
    public JsonNode write(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public Set<Operator> operators() {
        return Operator.EQUALITY;
    }

    @Override
    public @Nullable String sample(RandomGenerator random) {
        return Options.sample(random, options);
    }
}
