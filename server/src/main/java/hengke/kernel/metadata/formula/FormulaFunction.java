package hengke.kernel.metadata.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a formula can do with values. Operators are functions without a name; each of the others has one in English and
 * one or two in Chinese.
 */
public enum FormulaFunction {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    NEGATE,
    JOIN,
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    AND(Group.LOGIC, "and", "并且"),
    OR(Group.LOGIC, "or", "或者"),
    NOT(Group.LOGIC, "not", "非"),
    IF(Group.LOGIC, "if", "如果"),
    CASE(Group.LOGIC, "case", "分情况"),
    ONE_OF(Group.LOGIC, "oneOf", "属于"),
    COALESCE(Group.LOGIC, "coalesce", "空值取"),
    IS_BLANK(Group.LOGIC, "isBlank", "为空"),
    ROUND(Group.NUMBERS, "round", "四舍五入"),
    FLOOR(Group.NUMBERS, "floor", "向下取整"),
    CEILING(Group.NUMBERS, "ceil", "向上取整"),
    ABSOLUTE(Group.NUMBERS, "abs", "绝对值"),
    LEAST(Group.NUMBERS, "min", "最小值"),
    GREATEST(Group.NUMBERS, "max", "最大值"),
    LENGTH(Group.TEXTS, "length", "长度"),
    LEFT(Group.TEXTS, "left", "左取"),
    RIGHT(Group.TEXTS, "right", "右取"),
    MIDDLE(Group.TEXTS, "mid", "中取"),
    UPPER(Group.TEXTS, "upper", "大写"),
    LOWER(Group.TEXTS, "lower", "小写"),
    TRIM(Group.TEXTS, "trim", "去空格"),
    CONTAINS(Group.TEXTS, "contains", "包含"),
    STARTS_WITH(Group.TEXTS, "startsWith", "开头是"),
    YEAR(Group.TIMES, "year", "年"),
    MONTH(Group.TIMES, "month", "月"),
    DAY(Group.TIMES, "day", "日"),
    WEEKDAY(Group.TIMES, "weekday", "星期几"),
    DAYS_BETWEEN(Group.TIMES, "daysBetween", "相差天数"),
    ADD_DAYS(Group.TIMES, "addDays", "加天数"),
    ADD_MONTHS(Group.TIMES, "addMonths", "加月数"),
    TODAY(Group.TIMES, "today", "今天"),
    NOW(Group.TIMES, "now", "现在"),
    /** The day of a moment in the company's time zone; put in where a day is wanted. */
    DAY_OF,
    /** A number, day or moment as it is written; put in where a text is wanted. */
    WRITTEN;

    /** The parts of the help. */
    public enum Group {
        LOGIC,
        NUMBERS,
        TEXTS,
        TIMES
    }

    private static final Map<String, FormulaFunction> BY_NAME = named().flatMap(each ->
                    each.names().stream().map(name -> Map.entry(name.toLowerCase(Locale.ROOT), each)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final @Nullable Group group;
    private final List<String> names;

    FormulaFunction() {
        this.group = null;
        this.names = List.of();
    }

    FormulaFunction(Group group, String english, String chinese) {
        this.group = group;
        this.names = List.of(english, chinese);
    }

    /** The functions a person may write. */
    public static Stream<FormulaFunction> named() {
        return Arrays.stream(values()).filter(each -> !each.names.isEmpty());
    }

    static Optional<FormulaFunction> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The name in English, then in Chinese; empty for an operator. */
    public List<String> names() {
        return names;
    }

    public @Nullable Group group() {
        return group;
    }

    boolean compares() {
        return isEquality() || orders();
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    boolean orders() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    boolean calculates() {
        return ordinal() <= NEGATE.ordinal();
    }
}
