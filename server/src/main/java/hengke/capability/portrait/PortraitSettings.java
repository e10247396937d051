package hengke.capability.portrait;

import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How portraits are reckoned. */
public final class PortraitSettings {
    static final String NAME = "portrait";
    private static final String PREFIX = NAME + ".";

    static final Setting<Long> HALF_LIFE = Setting.of(
                    PREFIX + "halfLife", new IntegerType(1, 365), 30L, "活跃度半衰期", "Half-life of activity")
            .unit("天", "days")
            .help(
                    "一次往来每过这么多天，作用减半。越短，越看重最近的往来。",
                    "After so many days a contact counts half. The shorter, the more the latest contacts matter.");
    static final Setting<BigDecimal> HALF_SCORE = Setting.of(
                    PREFIX + "halfScore",
                    new DecimalType(DecimalType.Form.DECIMAL, 1, new BigDecimal("0.5"), new BigDecimal(1_000)),
                    new BigDecimal("4.0"),
                    "活跃度 50 所需的分值",
                    "Worth of an activity of 50")
            .unit("分", "points")
            .help(
                    "往来的分值减半后合计达到它，活跃度是 50；两倍是 75，三倍是 87.5，逐步接近 100。越大，高分越难得。",
                    "Contacts that are worth so much in all make 50, twice as much 75, three times 87.5, and so on"
                            + " towards 100. The greater, the harder to reach a high score.");

    static final Setting<Long> GOOD = Setting.of(
                    PREFIX + "healthy", new IntegerType(1, 100), 70L, "健康：达到", "Healthy from")
            .unit("分", "points");
    static final Setting<Long> RISK = Setting.of(
                    PREFIX + "atRisk", new IntegerType(0, 100), 40L, "风险：低于", "At risk below")
            .unit("分", "points")
            .help("两者之间为一般。", "In between is fair.");

    private PortraitSettings() {}

    /** What a factor counts in health. */
    public static Setting<Long> factor(String name, long initial, String chinese, String english) {
        return Setting.of(
                PREFIX + "weight" + name,
                new IntegerType(0, 100),
                initial,
                "健康权重：" + chinese,
                "Weight in health: " + english);
    }

    /** After how many days without contact one should be in touch again. */
    public static Setting<Long> target(String name, long initial, String chinese, String english) {
        return Setting.of(
                        PREFIX + "target" + name,
                        new IntegerType(1, 1_000),
                        initial,
                        "联系目标：" + chinese,
                        "In touch at least every: " + english)
                .unit("天", "days");
    }

    /** A setting of a factor's own. */
    public static <T> Setting<T> own(String name, FieldType<T> type, T initial, String chinese, String english) {
        return Setting.of(PREFIX + name, type, initial, chinese, english);
    }

    /** What one contact by a channel is worth when it is new. */
    public static Map.Entry<String, Setting<BigDecimal>> weight(
            String channel, String initial, String chinese, String english) {
        String name = PREFIX + "worth" + Character.toUpperCase(channel.charAt(0)) + channel.substring(1);
        return Map.entry(
                channel,
                Setting.of(
                                name,
                                new DecimalType(DecimalType.Form.DECIMAL, 1, BigDecimal.ZERO, new BigDecimal(100)),
                                new BigDecimal(initial).setScale(1),
                                "一次往来的分值：" + chinese,
                                "Worth of a contact: " + english)
                        .unit("分", "points"));
    }

    /** Several of them, in order. */
    @SafeVarargs
    public static Map<String, Setting<BigDecimal>> weights(Map.Entry<String, Setting<BigDecimal>>... several) {
        Map<String, Setting<BigDecimal>> weights = new LinkedHashMap<>();
        for (Map.Entry<String, Setting<BigDecimal>> each : several) {
            weights.put(each.getKey(), each.getValue());
        }
        return Collections.unmodifiableMap(weights);
    }

    static SettingGroup group(List<InteractionSources> sources, List<HealthFactor> factors) {
        List<Setting<?>> all = new ArrayList<>(List.of(HALF_LIFE, HALF_SCORE));
        sources.forEach(source -> all.addAll(source.settings()));
        factors.forEach(factor -> all.add(factor.weight()));
        factors.forEach(factor -> all.addAll(factor.settings()));
        all.addAll(List.of(GOOD, RISK));
        return SettingGroup.of(NAME, 70, "客户画像", "Customer portrait", all.toArray(Setting<?>[]::new))
                .help(
                        "活跃度和健康度怎样计算。修改后在后台重新计算所有客户，每天零点后也会重算。",
                        "How activity and health are reckoned. After a change all customers are reckoned anew in the"
                                + " background, and so they are after every midnight.")
                .checked(values -> values.get(RISK) > values.get(GOOD)
                        ? List.of(FieldError.of(RISK.name(), Message.of("portrait.riskAboveGood")))
                        : List.of());
    }
}
