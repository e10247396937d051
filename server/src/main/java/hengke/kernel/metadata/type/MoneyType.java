package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Money: amount, currency, and the amount in the company's currency. The main column is the last of these, because
 * that is what is compared and summed. Other currencies are refused until there are exchange rates.
 *
 * @param currency the company's currency, ISO 4217
 */
public record MoneyType(String currency) implements FieldType<Money> {
    private static final int SCALE = 2;
    private static final BigDecimal LIMIT = new BigDecimal("1e15");

    @Override
    public String kind() {
        return "money";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("", SQLDataType.NUMERIC(38, SCALE), "numeric(38,2)"),
                new Column("_amount", SQLDataType.NUMERIC(38, SCALE), "numeric(38,2)"),
                new Column("_currency", SQLDataType.CLOB, "text"));
    }

    @Override
    public List<@Nullable Object> toColumns(Money value) {
        return List.of(value.base(), value.amount(), value.currency());
    }

    @Override
    public @Nullable Money fromColumns(List<? extends @Nullable Object> columns) {
        return columns.get(0) instanceof BigDecimal base
                        && columns.get(1) instanceof BigDecimal amount
                        && columns.get(2) instanceof String code
                ? new Money(amount, code, base)
                : null;
    }

    @Override
    public Money read(JsonNode json) throws Unreadable {
        if (json.isObject()) {
            String code = json.has("currency") ? Json.text(json.get("currency"), 3, false) : currency;
            if (!code.equals(currency)) {
                throw new Unreadable("value.currency", currency);
            }
            if (!json.has("amount")) {
                throw new Unreadable("value.number");
            }
        }
        BigDecimal amount = Json.decimal(json.isObject() ? json.get("amount") : json);
        if (amount.stripTrailingZeros().scale() > SCALE) {
            throw new Unreadable("value.scale", SCALE);
        }
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new Unreadable("value.between", "-" + LIMIT.toPlainString(), LIMIT.toPlainString());
        }
        return Money.ofBase(amount.setScale(SCALE, RoundingMode.UNNECESSARY), currency);
    }

    @Override
    public JsonNode write(Money value) {
        return Json.NODES
                .objectNode()
                .put("amount", value.amount().toPlainString())
                .put("currency", value.currency());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDER;
    }

    @Override
    public Money sample(RandomGenerator random) {
        return Money.ofBase(BigDecimal.valueOf(random.nextLong(100_000, 500_000_000), SCALE), currency);
    }
}
