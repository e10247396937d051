package hengke.kernel.query;

import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.FormulaFunction;
import hengke.kernel.metadata.formula.ValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of formulas in memory. */
final class FormulaCalls {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long FIRST_MONTH = 12;
    private static final long LAST_MONTH = 9999 * 12 + 11;
    private static final BigDecimal MANY = BigDecimal.valueOf(4_000_000);

    private final CompanyClock clock;

    FormulaCalls(CompanyClock clock) {
        this.clock = clock;
    }

    /** @param kind of the first argument */
    @Nullable
    Object of(FormulaFunction function, ValueKind kind, List<Optional<Object>> values) {
        return switch (function) {
            case JOIN ->
                middle(
                        text(values.get(0)) + text(values.get(1)),
                        BigDecimal.ONE,
                        BigDecimal.valueOf(Expression.LONGEST_TEXT));
            case AND -> logic(values, false);
            case OR -> logic(values, true);
            case IF ->
                values.get(values.get(0).filter(Boolean.TRUE::equals).isPresent() ? 1 : 2)
                        .orElse(null);
            case CASE -> cases(values);
            case ONE_OF -> oneOf(values);
            case COALESCE ->
                values.stream().flatMap(Optional::stream).findFirst().orElse(null);
            case IS_BLANK -> values.get(0).filter(value -> !value.equals("")).isEmpty();
            case LEAST -> present(values).min(FormulaCalls::compare).orElse(null);
            case GREATEST -> present(values).max(FormulaCalls::compare).orElse(null);
            case TODAY -> clock.today();
            case NOW -> clock.now();
            default ->
                values.stream().allMatch(Optional::isPresent)
                        ? strict(
                                function,
                                kind,
                                values.stream().map(Optional::get).toList())
                        : null;
        };
    }

    private static String text(Optional<Object> value) {
        return (String) value.orElse("");
    }

    private static java.util.stream.Stream<Object> present(List<Optional<Object>> values) {
        return values.stream().flatMap(Optional::stream);
    }

    /** One side that decides alone does so; otherwise an absent one makes it absent. */
    private static @Nullable Object logic(List<Optional<Object>> values, boolean deciding) {
        if (present(values).anyMatch(value -> value.equals(deciding))) {
            return deciding;
        }
        return values.stream().allMatch(Optional::isPresent) ? !deciding : null;
    }

    private static @Nullable Object cases(List<Optional<Object>> values) {
        for (int i = 1; i + 1 < values.size(); i += 2) {
            if (same(values.get(0), values.get(i))) {
                return values.get(i + 1).orElse(null);
            }
        }
        return values.getLast().orElse(null);
    }

    private static @Nullable Object oneOf(List<Optional<Object>> values) {
        List<Optional<Object>> wanted = values.subList(1, values.size());
        if (wanted.stream().anyMatch(each -> same(values.get(0), each))) {
            return true;
        }
        return values.stream().allMatch(Optional::isPresent) ? false : null;
    }

    private static boolean same(Optional<Object> one, Optional<Object> other) {
        return one.isPresent() && other.isPresent() && compare(one.get(), other.get()) == 0;
    }

    @SuppressWarnings("unchecked") // both are of the kind that the check of the formula found
    private static int compare(Object one, Object other) {
        return ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(one, other);
    }

    /** Functions that are given every argument. */
    private @Nullable Object strict(FormulaFunction function, ValueKind kind, List<Object> values) {
        return switch (function) {
            case EQUAL -> compare(values.get(0), values.get(1)) == 0;
            case NOT_EQUAL -> compare(values.get(0), values.get(1)) != 0;
            case LESS -> compare(values.get(0), values.get(1)) < 0;
            case AT_MOST -> compare(values.get(0), values.get(1)) <= 0;
            case GREATER -> compare(values.get(0), values.get(1)) > 0;
            case AT_LEAST -> compare(values.get(0), values.get(1)) >= 0;
            case NOT -> !(Boolean) values.get(0);
            case DAY_OF -> LocalDate.ofInstant((Instant) values.get(0), clock.zone());
            case WRITTEN -> written(kind, values.get(0));
            default ->
                switch (values.getFirst()) {
                    case BigDecimal number -> ofNumber(function, number, values);
                    case String text -> ofText(function, text, values);
                    case LocalDate day -> ofDay(function, day, values);
                    default -> throw new IllegalArgumentException(function + " of " + values);
                };
        };
    }

    private static @Nullable Object ofNumber(FormulaFunction function, BigDecimal one, List<Object> values) {
        return switch (function) {
            case ADD -> one.add(number(values, 1));
            case SUBTRACT -> one.subtract(number(values, 1));
            case MULTIPLY -> one.multiply(number(values, 1));
            case DIVIDE -> quotient(one, number(values, 1));
            case REMAINDER -> number(values, 1).signum() == 0 ? null : one.remainder(number(values, 1));
            case NEGATE -> one.negate();
            case ROUND -> one.setScale(number(values, 1).intValue(), RoundingMode.HALF_UP);
            case FLOOR -> one.setScale(0, RoundingMode.FLOOR);
            case CEILING -> one.setScale(0, RoundingMode.CEILING);
            case ABSOLUTE -> one.abs();
            default -> throw new IllegalArgumentException(function + " of a number");
        };
    }

    private static BigDecimal number(List<Object> values, int place) {
        return (BigDecimal) values.get(place);
    }

    private static @Nullable BigDecimal quotient(BigDecimal one, BigDecimal other) {
        int digits = Expression.DIGITS_OF_A_QUOTIENT;
        return other.signum() == 0 ? null : one.divide(other, digits, RoundingMode.DOWN);
    }

    private static @Nullable Object ofText(FormulaFunction function, String text, List<Object> values) {
        return switch (function) {
            case LENGTH -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
            case LEFT -> middle(text, BigDecimal.ONE, number(values, 1));
            case RIGHT -> right(text, number(values, 1));
            case MIDDLE -> middle(text, number(values, 1), number(values, 2));
            case UPPER -> each(text, Character::toUpperCase);
            case LOWER -> each(text, Character::toLowerCase);
            case TRIM -> trim(text);
            case CONTAINS -> text.contains((String) values.get(1));
            case STARTS_WITH -> text.startsWith((String) values.get(1));
            default -> throw new IllegalArgumentException(function + " of a text");
        };
    }

    /** From a character on, the first is 1; places outside the text hold nothing. */
    static String middle(String text, BigDecimal from, BigDecimal length) {
        int all = text.codePointCount(0, text.length());
        int first = Math.max(whole(from) - 1, 0);
        int count = Math.max(whole(length), 0);
        int begin = Math.min(first, all);
        int end = (int) Math.min((long) begin + count, all);
        return text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
    }

    private static String right(String text, BigDecimal length) {
        int all = text.codePointCount(0, text.length());
        int count = Math.min(Math.max(whole(length), 0), all);
        return text.substring(text.offsetByCodePoints(0, all - count));
    }

    private static int whole(BigDecimal number) {
        return number.max(MANY.negate()).min(MANY).intValue();
    }

    private static String each(String text, java.util.function.IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && FormulaSql.SPACE.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && FormulaSql.SPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static @Nullable Object ofDay(FormulaFunction function, LocalDate day, List<Object> values) {
        return switch (function) {
            case YEAR -> BigDecimal.valueOf(day.getYear());
            case MONTH -> BigDecimal.valueOf(day.getMonthValue());
            case DAY -> BigDecimal.valueOf(day.getDayOfMonth());
            case WEEKDAY -> BigDecimal.valueOf(day.getDayOfWeek().getValue());
            case DAYS_BETWEEN -> BigDecimal.valueOf(ChronoUnit.DAYS.between(day, (LocalDate) values.get(1)));
            case ADD_DAYS -> {
                long reached = day.toEpochDay() + whole(number(values, 1));
                yield reached < FIRST_DAY || reached > LAST_DAY ? null : LocalDate.ofEpochDay(reached);
            }
            case ADD_MONTHS -> {
                int months = whole(number(values, 1));
                long reached = day.getYear() * 12L + day.getMonthValue() - 1 + months;
                yield reached < FIRST_MONTH || reached > LAST_MONTH ? null : day.plusMonths(months);
            }
            default -> throw new IllegalArgumentException(function + " of a day");
        };
    }

    private String written(ValueKind kind, Object value) {
        return switch (kind) {
            case NUMBER -> ((BigDecimal) value).stripTrailingZeros().toPlainString();
            case MOMENT -> MINUTE.format(((Instant) value).atZone(clock.zone()));
            default -> value.toString();
        };
    }
}
