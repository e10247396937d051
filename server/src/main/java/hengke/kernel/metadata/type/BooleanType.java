package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/** Yes or no. */
public record BooleanType() implements FieldType.Single<Boolean> {

    @Override
    public String kind() {
        return "boolean";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.BOOLEAN, "boolean");
    }

    @Override
    public Boolean read(JsonNode json) throws Unreadable {
        if (!json.isBoolean()) {
            throw new Unreadable("value.boolean");
        }
        return json.booleanValue();
    }

    @Override
    public JsonNode write(Boolean value) {
        return Json.NODES.booleanNode(value);
    }

    @Override
    public Set<Operator> operators() {
        return Operator.FLAG;
    }

    @Override
    public Boolean sample(RandomGenerator random) {
        return random.nextBoolean();
    }
}
