package hengke.capability.portrait;

import hengke.kernel.metadata.type.Option;
import hengke.kernel.settings.SettingValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a health score means, by where the company draws the lines. */
enum HealthLevel {
    GOOD("健康", "Healthy", "green"),
    FAIR("一般", "Fair", "gold"),
    RISK("风险", "At risk", "red");

    private final String chinese;
    private final String english;
    private final String color;

    HealthLevel(String chinese, String english, String color) {
        this.chinese = chinese;
        this.english = english;
        this.color = color;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Option> options() {
        return List.of(values()).stream()
                .map(level ->
                        Option.of(level.wire(), level.chinese, level.english).color(level.color))
                .toList();
    }

    static Field<String> of(Field<BigDecimal> score, SettingValues settings) {
        return DSL.when(score.ge(BigDecimal.valueOf(settings.get(PortraitSettings.GOOD))), DSL.inline(GOOD.wire()))
                .when(score.lt(BigDecimal.valueOf(settings.get(PortraitSettings.RISK))), DSL.inline(RISK.wire()))
                .when(score.isNotNull(), DSL.inline(FAIR.wire()));
    }
}
