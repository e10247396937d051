package hengke.trade;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BooleanNode;

/**
 * The record is a document with lines in one currency, of which it is the sum.
 *
 * @param lines the object of its lines, see {@link TradeLine}
 * @param customer whom it is for
 * @param status how far it is
 * @param open in which statuses its lines and terms may still be changed
 * @param terms what else stays as it is afterwards
 * @param amount where the document has an amount of its own, that is shown instead of the total; null for the total
 */
public record Lined(
        String lines,
        Field<Long> customer,
        Field<String> status,
        Set<String> open,
        List<Field<?>> terms,
        @Nullable Field<Money> amount)
        implements Capability {
    /** What decides about all lines is asked before them. */
    private static final Label BASICS = new Label("基本信息", "Basics");

    private static final BigDecimal MOST = new BigDecimal("1e15");

    public static final Field<LocalDate> DATE = Field.of("date", new DateType(), "单据日期", "Date")
            .in(BASICS)
            .required()
            .indexed()
            .byDefault(new DefaultValue.Now());
    public static final Field<String> CURRENCY = Field.of(
                    "currency", new ChoiceType(Currencies.options()), "币种", "Currency")
            .in(BASICS)
            .help("不填为本位币", "The company's own where nothing is said");
    public static final Field<BigDecimal> RATE = Field.of(
                    "rate", new DecimalType(DecimalType.Form.DECIMAL, 10, BigDecimal.ZERO, MOST), "汇率", "Exchange rate")
            .derived();
    public static final Field<Boolean> TAX_INCLUDED = Field.of(
                    "taxIncluded", new BooleanType(), "单价含税", "Prices include tax")
            .in(BASICS)
            .byDefault(new DefaultValue.Constant(BooleanNode.TRUE));
    public static final Field<Money> NET = Field.of("net", new MoneyType(), "不含税金额", "Net");
    public static final Field<Money> TAX = Field.of("tax", new MoneyType(), "税额", "Tax");
    public static final Field<Money> TOTAL = Field.of("total", new MoneyType(), "价税合计", "Total");
    public static final Field<Money> COST = Field.of("cost", new MoneyType(), "成本", "Cost");

    @Override
    public String name() {
        return "lined";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(
                DATE,
                CURRENCY,
                RATE,
                TAX_INCLUDED,
                sum(NET, TradeLine.NET),
                sum(TAX, TradeLine.TAX),
                amount == null ? total().listed().headline() : total(),
                sum(COST, TradeLine.COST_AMOUNT),
                Field.of("margin", percent(), "毛利率", "Margin").formula("round(({net} - {cost}) * 100 / {net}, 2)"));
    }

    private Field<Money> total() {
        return sum(TOTAL, TradeLine.AMOUNT).alsoCalled("金额", "总额", "总价", "amount");
    }

    private Field<Money> sum(Field<Money> total, String of) {
        return total.computed(new Computation.RollUp(lines, TradeLine.DOCUMENT, Summing.SUM, of, null));
    }

    private static FieldType<BigDecimal> percent() {
        return new DecimalType(DecimalType.Form.PERCENT, 2, MOST.negate(), MOST);
    }
}
