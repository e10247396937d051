package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.ValueKind;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A formula asked of a row in memory; it answers as {@link FormulaSql} does. */
public final class FormulaMemory {
    private static final BigDecimal FAR = new BigDecimal("1e18");

    private final Neighbours neighbours;
    private final FormulaCalls calls;

    public FormulaMemory(Neighbours neighbours, CompanyClock clock) {
        this.neighbours = neighbours;
        this.calls = new FormulaCalls(clock);
    }

    /** For formulas that tell of a row's own values, at the moment of a database. */
    public static FormulaMemory ofRowAlone(DSLContext database) {
        return new FormulaMemory(Neighbours.NONE, CompanyClock.of(database.configuration()));
    }

    /** What the formula gives of a row, as the field that holds it has it. */
    public Function<Row, @Nullable Object> of(Expression expression) {
        return switch (expression) {
            case Expression.Result(var _, Expression value, FieldType<?> type, var _) -> {
                Function<Row, @Nullable Object> inner = computed(value);
                yield row -> stored(held(inner.apply(row), type), type);
            }
            default -> computed(expression);
        };
    }

    private Function<Row, @Nullable Object> computed(Expression expression) {
        return switch (expression) {
            case Expression.Constant(var _, Object value) -> _ -> value;
            case Expression.Own(Field<?> field, var _) -> row -> plain(row.get(field));
            case Expression.Named(Field<?> field) ->
                row -> row.get(field) instanceof Long id
                        ? neighbours.name(field, id).orElse(null)
                        : null;
            case Expression.OptionLabel(Expression code, List<Option> options) -> label(computed(code), options);
            case Expression.Across across -> across(across);
            case Expression.Result(var _, Expression value, FieldType<?> type, var _) -> {
                Function<Row, @Nullable Object> inner = computed(value);
                yield row -> held(inner.apply(row), type);
            }
            case Expression.Apply apply -> {
                List<Function<Row, @Nullable Object>> arguments =
                        apply.arguments().stream().map(this::computed).toList();
                ValueKind kind = arguments.isEmpty()
                        ? apply.kind()
                        : apply.arguments().getFirst().kind();
                yield row -> calls.of(
                        apply.function(),
                        kind,
                        arguments.stream()
                                .map(argument -> Optional.ofNullable(argument.apply(row)))
                                .toList());
            }
        };
    }

    /** Whole numbers as decimals, money as its amount in the company's currency. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Money money -> money.worth();
            case null -> null;
            default -> value;
        };
    }

    private static Function<Row, @Nullable Object> label(Function<Row, @Nullable Object> code, List<Option> options) {
        return row -> {
            Object key = code.apply(row);
            return options.stream()
                    .filter(option -> option.value().equals(key))
                    .findFirst()
                    .<Object>map(option -> option.label().chinese())
                    .orElse(key);
        };
    }

    private Function<Row, @Nullable Object> across(Expression.Across across) {
        if (!(across.sight() instanceof Seen(Criterion seen))) {
            return _ -> null;
        }
        CriterionMemory visible = new CriterionMemory(across.target(), neighbours);
        Function<Row, @Nullable Object> value = computed(across.value());
        return row -> row.get(across.reference()) instanceof Long id
                ? neighbours
                        .find(across.target(), id)
                        .filter(target -> visible.holds(seen, target))
                        .map(value)
                        .orElse(null)
                : null;
    }

    private static @Nullable Object held(@Nullable Object value, FieldType<?> type) {
        return switch (type) {
            case DecimalType decimal -> rounded(value, decimal.scale());
            case IntegerType _ -> rounded(value, 0);
            case TextualType text -> value instanceof String whole ? cut(whole, text.maxLength()) : null;
            default -> value;
        };
    }

    private static @Nullable Object rounded(@Nullable Object value, int scale) {
        return value instanceof BigDecimal number && number.abs().compareTo(FAR) < 0
                ? number.setScale(scale, RoundingMode.HALF_UP)
                : null;
    }

    private static @Nullable String cut(String text, int length) {
        String cut = FormulaCalls.middle(text, BigDecimal.ONE, BigDecimal.valueOf(length));
        return cut.isEmpty() ? null : cut;
    }

    private static @Nullable Object stored(@Nullable Object value, FieldType<?> type) {
        return type instanceof IntegerType && value instanceof BigDecimal number ? (Object) number.longValue() : value;
    }
}
