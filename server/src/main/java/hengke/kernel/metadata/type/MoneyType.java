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
 * that is what is compared and summed. What somebody gives is only an amount, perhaps with a currency; what it is worth
 * is reckoned when it is written, and never taken from whoever writes it.
 */
public record MoneyType() implements FieldType<Money> {
    /** Of an amount, in its own currency and in the company's. */
    public static final BigDecimal LIMIT = new BigDecimal("1e15");

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String BASE = "base";

    @Override
    public String kind() {
        return "money";
    }

    /** Currencies differ in their digits behind the point, so the columns are not bound to any number of them. */
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("", SQLDataType.NUMERIC, "numeric"),
                new Column("_amount", SQLDataType.NUMERIC, "numeric"),
                new Column("_currency", SQLDataType.CLOB, "text"));
    }

    @Override
    public List<@Nullable Object> toColumns(Money value) {
        return List.of(value.worth(), value.amount(), value.currency());
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
        if (json.isObject() && !json.has(AMOUNT)) {
            throw new Unreadable("value.number");
        }
        String currency = json.isObject() && json.has(CURRENCY) ? currency(json.get(CURRENCY)) : "";
        return Money.asked(amount(Json.decimal(json.isObject() ? json.get(AMOUNT) : json), currency), currency);
    }

    private static String currency(JsonNode json) throws Unreadable {
        String currency = Json.text(json, 3, false);
        if (!currency.isEmpty() && !Currencies.known(currency)) {
            throw new Unreadable("value.currency", currency);
        }
        return currency;
    }

    /** An amount to the digits of its currency; of one that nobody has said, as it is. */
    public static BigDecimal amount(BigDecimal amount, String currency) throws Unreadable {
        int digits = currency.isEmpty() ? Currencies.MOST_DIGITS : Currencies.digits(currency);
        if (amount.stripTrailingZeros().scale() > digits) {
            throw digits == 0 ? new Unreadable("value.whole", currency) : new Unreadable("value.scale", digits);
        }
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new Unreadable("value.between", "-" + LIMIT.toPlainString(), LIMIT.toPlainString());
        }
        return currency.isEmpty() ? amount : amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    /** With what it is worth, where that is another number. */
    @Override
    public JsonNode write(Money value) {
        var json = Json.NODES.objectNode().put(AMOUNT, value.amount().toPlainString());
        if (!value.currency().isEmpty()) {
            json.put(CURRENCY, value.currency());
        }
        BigDecimal base = value.base();
        if (base != null && base.compareTo(value.amount()) != 0) {
            json.put(BASE, base.toPlainString());
        }
        return json;
    }

    @Override
    public Money readKept(JsonNode json) throws Unreadable {
        Money money = read(json);
        return new Money(
                money.amount(), money.currency(), json.has(BASE) ? Json.decimal(json.get(BASE)) : money.amount());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDER;
    }

    @Override
    public Money sample(RandomGenerator random) {
        return Money.asked(BigDecimal.valueOf(random.nextLong(1_000, 5_000_000)), "");
    }
}
