package hengke.capability.portrait;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Option;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Where the exchange is going: the weights of the last 30 days against those of the 30 days before, each contact at its
 * full weight. A quarter more is rising, a quarter less is falling; nothing in both is asleep, unless the record itself
 * is younger than that.
 */
public enum Trend {
    RISING("上升", "Rising", "green"),
    STEADY("平稳", "Steady", "blue"),
    FALLING("下降", "Falling", "orange"),
    ASLEEP("沉睡", "Asleep", "gray");

    /** The days of each of the two spans. */
    public static final int DAYS = 30;

    private final String chinese;
    private final String english;
    private final String color;

    Trend(String chinese, String english, String color) {
        this.chinese = chinese;
        this.english = english;
        this.color = color;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Option> options() {
        return List.of(values()).stream()
                .map(trend ->
                        Option.of(trend.wire(), trend.chinese, trend.english).color(trend.color))
                .toList();
    }

    static Label label(String wire) {
        return List.of(values()).stream()
                .filter(trend -> trend.wire().equals(wire))
                .map(trend -> new Label(trend.chinese, trend.english))
                .findFirst()
                .orElseThrow();
    }

    /** @param young has the record been there for less than both spans? */
    static Field<String> of(Field<Long> recent, Field<Long> before, Condition young) {
        return DSL.when(
                        recent.eq(0L).and(before.eq(0L)),
                        DSL.when(young, nothing()).otherwise(word(ASLEEP)))
                .when(recent.times(4).gt(before.times(5)), word(RISING))
                .when(recent.times(4).lt(before.times(3)), word(FALLING))
                .otherwise(word(STEADY));
    }

    private static Field<String> word(Trend trend) {
        return DSL.inline(trend.wire());
    }

    private static Field<String> nothing() {
        return DSL.field("null::text", SQLDataType.CLOB);
    }
}
