package hengke.capability.worth;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Buys from us: when first and last, how often, for how much, and what that makes of it. */
public record Valued() implements Capability {
    static final String NEW = "new";
    static final String RETURNING = "returning";

    public static final Field<LocalDate> FIRST_DEAL_ON =
            Field.of("firstDealOn", new DateType(), "首次成交日期", "First deal on").derived();
    public static final Field<LocalDate> SECOND_DEAL_ON =
            Field.of("secondDealOn", new DateType(), "二次成交日期", "Second deal on").derived();
    public static final Field<LocalDate> LAST_DEAL_ON = Field.of("lastDealOn", new DateType(), "最近成交日期", "Last deal on")
            .derived()
            .indexed();
    public static final Field<Long> DEAL_COUNT = Field.of(
                    "dealCount", new IntegerType(0, Long.MAX_VALUE), "成交次数", "Number of deals")
            .help("统计窗口内的成交次数；退货等负数金额不算一次", "Within the window; returns, whose amount is negative, do not count")
            .derived();
    public static final Field<Money> DEAL_AMOUNT = Field.of("dealAmount", new MoneyType(), "成交金额", "Amount of deals")
            .help("统计窗口内的成交金额，退货已冲减", "Within the window, less what was returned")
            .derived();
    public static final Field<Long> RECENCY = score(
            "recencyScore",
            "R 分",
            "R score",
            "最近一次成交离现在越近越高，1 到 5",
            "The more recent the last deal, the higher; 1 to 5");
    public static final Field<Long> FREQUENCY =
            score("frequencyScore", "F 分", "F score", "成交次数越多越高，1 到 5", "The more deals, the higher; 1 to 5");
    public static final Field<Long> MONETARY =
            score("monetaryScore", "M 分", "M score", "成交金额越大越高，1 到 5", "The greater the amount, the higher; 1 to 5");
    public static final Field<String> SEGMENT = Field.of("rfm", Segment.type(), "RFM 分类", "RFM segment")
            .help(
                    "按最近成交、次数、金额分成八类；窗口内没有成交的客户不分类",
                    "Eight classes by recency, frequency and amount of deals; none without a deal in the window")
            .derived()
            .indexed();
    public static final Field<String> LOYALTY = Field.of(
                    "loyalty",
                    new ChoiceType(List.of(
                            Option.of(NEW, "新客户", "New customer").color("blue"),
                            Option.of(RETURNING, "老客户", "Returning customer").color("green"))),
                    "新老客户",
                    "New or returning")
            .help(
                    "成交一次为新客户，两次及以上为老客户；没有成交则为空",
                    "One deal makes a new customer, two or more a returning one; empty without a deal")
            .derived();

    /** What is kept on the record, in order. */
    static final List<Field<?>> ALL = List.of(
            FIRST_DEAL_ON,
            SECOND_DEAL_ON,
            LAST_DEAL_ON,
            DEAL_COUNT,
            DEAL_AMOUNT,
            RECENCY,
            FREQUENCY,
            MONETARY,
            SEGMENT,
            LOYALTY);

    private static Field<Long> score(String name, String chinese, String english, String help, String englishHelp) {
        return Field.of(name, new IntegerType(1, Cuts.SCORES), chinese, english)
                .help(help, englishHelp)
                .derived();
    }

    @Override
    public String name() {
        return "valued";
    }

    @Override
    public List<Field<?>> fields() {
        return ALL;
    }

    /** What it is worth is told from records that point at it, and the company says which for each object. */
    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<BuiltinView> views() {
        return List.of(
                new BuiltinView(
                        "rfmImportant",
                        new Label("RFM 重要客户", "RFM: important"),
                        among(Segment.IMPORTANT_VALUE, Segment.IMPORTANT_DEVELOP),
                        null),
                new BuiltinView(
                        "rfmAtRisk",
                        new Label("RFM 待唤回", "RFM: to win back"),
                        among(Segment.IMPORTANT_KEEP, Segment.IMPORTANT_RETAIN),
                        null));
    }

    private static JsonNode among(Segment... segments) {
        ObjectNode filter = JsonMapper.shared()
                .createObjectNode()
                .put("field", SEGMENT.name())
                .put("op", Operator.IN.wire());
        ArrayNode values = filter.putArray("value");
        Stream.of(segments).map(Segment::value).forEach(values::add);
        return filter;
    }
}
