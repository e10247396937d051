package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/**
 * A decimal number, a percentage or a score.
 *
 * @param scale digits after the point; more are refused, never rounded away silently
 */
public record DecimalType(Form form, int scale, BigDecimal min, BigDecimal max)
        implements FieldType.Single<BigDecimal> {

    /** What the number means: decides how it is shown. */
    public enum Form {
        DECIMAL("decimal"),
        PERCENT("percent"),
        SCORE("score");

        private final String kind;

        Form(String kind) {
            this.kind = kind;
        }
    }

    @Override
    public String kind() {
        return form.kind;
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.NUMERIC(38, scale), "numeric(38," + scale + ")");
    }

    @Override
    public BigDecimal read(JsonNode json) throws Unreadable {
        BigDecimal value = Json.decimal(json);
        if (value.stripTrailingZeros().scale() > scale) {
            throw new Unreadable("value.scale", scale);
        }
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new Unreadable("value.between", min.toPlainString(), max.toPlainString());
        }
        return value.setScale(scale, RoundingMode.UNNECESSARY);
    }

    @Override
    public JsonNode write(BigDecimal value) {
        return Json.NODES.stringNode(value.toPlainString());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDER;
    }

    @Override
    public BigDecimal sample(RandomGenerator random) {
        double top = Math.min(max.doubleValue(), 100_000);
        double bottom = Math.max(min.doubleValue(), 0);
        return BigDecimal.valueOf(random.nextDouble(bottom, top)).setScale(scale, RoundingMode.HALF_UP);
    }
}
