package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.math.BigDecimal;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/** A whole number between two bounds, both included. */
public record IntegerType(long min, long max) implements FieldType.Single<Long> {

    @Override
    public String kind() {
        return "integer";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.BIGINT, "bigint");
    }

    @Override
    public Long read(JsonNode json) throws Unreadable {
        BigDecimal value = Json.decimal(json);
        try {
            long whole = value.longValueExact();
            if (whole < min || whole > max) {
                throw new Unreadable("value.between", min, max);
            }
            return whole;
        } catch (ArithmeticException e) {
            throw new Unreadable("value.wholeNumber");
        }
    }

    @Override
    public JsonNode write(Long value) {
        return Json.NODES.numberNode(value);
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDER;
    }

    @Override
    public Long sample(RandomGenerator random) {
        return random.nextLong(Math.max(min, 0), Math.min(max, 10_000) + 1);
    }
}
