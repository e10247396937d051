package hengke.capability.retention;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Buys again, or not: how likely that is and what is to be expected of it. Needs what it bought to be told. */
public record Retained() implements Capability {
    /** Weeks that are looked ahead. */
    static final int WEEKS = 52;

    static final String HIGH = "high";
    static final String MEDIUM = "medium";
    static final String LOW = "low";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("1e9");

    public static final Field<BigDecimal> CHANCE = Field.of(
                    "repeatChance",
                    new DecimalType(DecimalType.Form.PERCENT, 1, BigDecimal.ZERO, HUNDRED),
                    "再次成交概率",
                    "Chance to buy again")
            .help(
                    "由成交次数和间隔推算；只成交过一次的客户说明不了什么，留空",
                    "From how often and when deals were made; empty after a single one, which tells too little")
            .derived()
            .indexed();
    public static final Field<String> RISK = Field.of(
                    "churnRisk",
                    new ChoiceType(List.of(
                            Option.of(HIGH, "高", "High").color("red"),
                            Option.of(MEDIUM, "中", "Medium").color("orange"),
                            Option.of(LOW, "低", "Low").color("green"))),
                    "流失风险",
                    "Risk of churn")
            .help("再次成交概率低于 30% 为高，低于 60% 为中", "High below a 30% chance to buy again, medium below 60%")
            .derived()
            .indexed();
    public static final Field<BigDecimal> EXPECTED_DEALS = Field.of(
                    "expectedDeals",
                    new DecimalType(DecimalType.Form.DECIMAL, 2, BigDecimal.ZERO, MOST),
                    "预计成交次数",
                    "Expected deals")
            .help("今后 12 个月", "In the 12 months to come")
            .derived();
    public static final Field<Money> EXPECTED_AMOUNT = Field.of(
                    "expectedAmount", new MoneyType(), "预计成交金额", "Expected amount")
            .help("今后 12 个月：预计次数 × 预计单次金额", "In the 12 months to come: expected deals × expected amount of one")
            .derived()
            .indexed();

    /** What is kept on the record, in order. */
    static final List<Field<?>> ALL = List.of(CHANCE, RISK, EXPECTED_DEALS, EXPECTED_AMOUNT);

    @Override
    public String name() {
        return "retained";
    }

    @Override
    public List<Field<?>> fields() {
        return ALL;
    }

    /** It is told from deals, and the company says what these are for each object. */
    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<BuiltinView> views() {
        return List.of(new BuiltinView(
                "churnRisk",
                new Label("流失风险高", "At risk of churn"),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("field", RISK.name())
                        .put("op", Operator.EQ.wire())
                        .put("value", HIGH),
                null));
    }

    /** How high the risk is to lose somebody with this chance to buy again. */
    static String risk(double chance) {
        return chance < 0.3 ? HIGH : chance < 0.6 ? MEDIUM : LOW;
    }
}
