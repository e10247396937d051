package hengke.kernel.query;

import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.FormulaFunction;
import hengke.kernel.metadata.formula.ValueKind;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.QueryPart;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A formula as SQL over one alias; {@link FormulaMemory} gives the same. Values are always bound. What would say an
 * argument twice is a function of the database ({@code formula_…}), so that a formula's text grows no faster than itself.
 */
final class FormulaSql {
    static final String SPACE = " \t\r\n\u00a0\u3000";
    /** Case without regard to the language, one character for one, as in memory. */
    private static final String UNICODE = "collate \"pg_c_utf8\"";

    private final Alias row;

    private FormulaSql(Alias row) {
        this.row = row;
    }

    /** What stands in place of the field's column. */
    static org.jooq.Field<?> column(Field<?> field, Alias row) {
        if (!(field.computation() instanceof Formula(String source, Expression expression)) || expression == null) {
            throw new IllegalArgumentException("not in a catalog: " + field);
        }
        return value(expression, field.type(), row);
    }

    /** The value as a column of this type would hold it. */
    static org.jooq.Field<?> value(Expression expression, FieldType<?> type, Alias row) {
        DataType<?> held = type.columns().getFirst().type();
        org.jooq.Field<?> value = new FormulaSql(row).of(expression);
        return type instanceof IntegerType
                ? DSL.field("cast({0} as bigint)", held, value)
                : DSL.field("{0}", held, value);
    }

    private org.jooq.Field<?> of(Expression expression) {
        return switch (expression) {
            case Expression.Constant(ValueKind kind, Object value) -> constant(kind, value);
            case Expression.Own(Field<?> field, ValueKind kind) ->
                field.type() instanceof IntegerType
                        ? sql("cast({0} as numeric)", row.column(field))
                        : row.column(field);
            case Expression.Named(Field<?> field) -> named(field);
            case Expression.OptionLabel(Expression code, List<Option> options) -> label(of(code), options);
            case Expression.Across across -> across(across);
            case Expression.Result(var _, Expression value, FieldType<?> type, var _) -> result(of(value), type);
            case Expression.Apply apply -> apply(apply);
        };
    }

    private static org.jooq.Field<?> constant(ValueKind kind, @Nullable Object value) {
        return sql("cast({0} as " + type(kind) + ")", value == null ? DSL.inline((Object) null) : DSL.val(value));
    }

    private static String type(ValueKind kind) {
        return switch (kind) {
            case NUMBER -> "numeric";
            case DATE -> "date";
            case MOMENT -> "timestamptz";
            case FLAG -> "boolean";
            case TEXT, CODE, NOTHING -> "text";
        };
    }

    private org.jooq.Field<?> named(Field<?> field) {
        String table = field.type() instanceof IdType(IdType.Department _) ? "department" : "person";
        return sql("(select named.name from {0} named where named.id = {1})", DSL.name(table), row.column(field));
    }

    private static org.jooq.Field<?> label(org.jooq.Field<?> code, List<Option> options) {
        if (options.isEmpty()) {
            return code;
        }
        List<QueryPart> parts = new ArrayList<>(List.of(code));
        StringBuilder text = new StringBuilder("case {0}");
        for (Option option : options) {
            text.append(" when {")
                    .append(parts.size())
                    .append("} then {")
                    .append(parts.size() + 1)
                    .append('}');
            parts.add(constant(ValueKind.TEXT, option.value()));
            parts.add(constant(ValueKind.TEXT, option.label().chinese()));
        }
        return sql(text + " else {0} end", parts.toArray(QueryPart[]::new));
    }

    /** As long as nobody has said which records may be looked at, none may. */
    private org.jooq.Field<?> across(Expression.Across across) {
        if (!(across.sight() instanceof Seen(Criterion seen))) {
            return constant(across.kind(), null);
        }
        Alias target = row.inner(across.target());
        Condition visible = target.living().and(CriterionSql.filter(seen, target));
        return DSL.field(DSL.select(new FormulaSql(target).of(across.value()))
                .from(target.table())
                .where(CriterionSql.pointsAt(across.reference(), row, target))
                .and(visible));
    }

    private static org.jooq.Field<?> result(org.jooq.Field<?> value, FieldType<?> type) {
        return switch (type) {
            case DecimalType decimal -> sql("formula_rounded({0}, {1})", value, DSL.inline(decimal.scale()));
            case IntegerType _ -> sql("formula_rounded({0}, 0)", value);
            case TextualType text -> sql("nullif(left({0}, {1}), '')", value, DSL.inline(text.maxLength()));
            default -> value;
        };
    }

    private org.jooq.Field<?> apply(Expression.Apply apply) {
        org.jooq.Field<?>[] values = apply.arguments().stream().map(this::of).toArray(org.jooq.Field<?>[]::new);
        ValueKind kind = apply.arguments().isEmpty()
                ? apply.kind()
                : apply.arguments().getFirst().kind();
        return switch (apply.function()) {
            case ADD -> sql("({0} + {1})", values);
            case SUBTRACT -> sql("({0} - {1})", values);
            case MULTIPLY -> sql("({0} * {1})", values);
            case DIVIDE -> sql("formula_quotient({0}, {1})", values);
            case REMAINDER -> sql("mod({0}, nullif({1}, 0))", values);
            case NEGATE -> sql("(- {0})", values);
            case JOIN -> sql("left(coalesce({0}, '') || coalesce({1}, ''), " + Expression.LONGEST_TEXT + ")", values);
            case EQUAL -> sql("({0} = {1})", values);
            case NOT_EQUAL -> sql("({0} <> {1})", values);
            case LESS -> sql("({0} < {1})", values);
            case AT_MOST -> sql("({0} <= {1})", values);
            case GREATER -> sql("({0} > {1})", values);
            case AT_LEAST -> sql("({0} >= {1})", values);
            case AND -> sql("(" + several(" and ", values.length) + ")", values);
            case OR -> sql("(" + several(" or ", values.length) + ")", values);
            case NOT -> sql("(not {0})", values);
            case IF -> sql("case when {0} then {1} else {2} end", values);
            case CASE -> cases(values);
            case ONE_OF -> sql("({0} in (" + several(", ", values.length).substring(5) + "))", values);
            case COALESCE -> sql("coalesce(" + several(", ", values.length) + ")", values);
            case IS_BLANK -> sql(kind == ValueKind.TEXT ? "(coalesce({0}, '') = '')" : "({0} is null)", values);
            case ROUND -> sql("round({0}, cast({1} as integer))", values);
            case FLOOR -> sql("floor({0})", values);
            case CEILING -> sql("ceiling({0})", values);
            case ABSOLUTE -> sql("abs({0})", values);
            case LEAST -> sql("least(" + several(", ", values.length) + ")", values);
            case GREATEST -> sql("greatest(" + several(", ", values.length) + ")", values);
            case LENGTH -> sql("cast(char_length({0}) as numeric)", values);
            case LEFT -> sql("formula_middle({0}, 1, {1})", values);
            case RIGHT -> sql("formula_right({0}, {1})", values);
            case MIDDLE -> sql("formula_middle({0}, {1}, {2})", values);
            case UPPER -> sql("upper({0} " + UNICODE + ")", values);
            case LOWER -> sql("lower({0} " + UNICODE + ")", values);
            case TRIM -> sql("btrim({0}, {1})", values[0], DSL.inline(SPACE));
            case CONTAINS -> sql("(strpos({0}, {1}) > 0)", values);
            case STARTS_WITH -> sql("starts_with({0}, {1})", values);
            case YEAR -> sql("extract(year from {0})", values);
            case MONTH -> sql("extract(month from {0})", values);
            case DAY -> sql("extract(day from {0})", values);
            case WEEKDAY -> sql("extract(isodow from {0})", values);
            case DAYS_BETWEEN -> sql("cast({1} - {0} as numeric)", values);
            case ADD_DAYS -> sql("formula_days_after({0}, {1})", values);
            case ADD_MONTHS -> sql("formula_months_after({0}, {1})", values);
            case TODAY -> atRendering("today", clock -> DSL.val(clock.today()));
            case NOW -> atRendering("now", clock -> DSL.val(clock.now(), SQLDataType.INSTANT));
            case DAY_OF -> sql("cast({0} at time zone {1} as date)", values[0], zone());
            case WRITTEN -> written(kind, values[0]);
        };
    }

    private static org.jooq.Field<?> cases(org.jooq.Field<?>[] values) {
        String pairs = IntStream.iterate(1, i -> i + 1 < values.length, i -> i + 2)
                .mapToObj(i -> " when {" + i + "} then {" + (i + 1) + "}")
                .collect(Collectors.joining());
        return sql("case {0}" + pairs + " else {" + (values.length - 1) + "} end", values);
    }

    private static org.jooq.Field<?> written(ValueKind kind, org.jooq.Field<?> value) {
        return switch (kind) {
            case NUMBER -> sql("cast(trim_scale({0}) as text)", value);
            case DATE -> sql("to_char({0}, 'YYYY-MM-DD')", value);
            case MOMENT -> sql("to_char({0} at time zone {1}, 'YYYY-MM-DD HH24:MI')", value, zone());
            default -> throw new IllegalArgumentException(FormulaFunction.WRITTEN + " of " + kind);
        };
    }

    private static org.jooq.Field<?> zone() {
        return atRendering("zone", clock -> DSL.val(clock.zone().getId()));
    }

    private interface Moment {
        QueryPart of(CompanyClock clock);
    }

    private static org.jooq.Field<?> atRendering(String name, Moment moment) {
        return CustomField.of(
                name, SQLDataType.OTHER, context -> context.visit(moment.of(CompanyClock.of(context.configuration()))));
    }

    private static String several(String separator, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> "{" + i + "}")
                .collect(Collectors.joining(separator));
    }

    private static org.jooq.Field<?> sql(String text, QueryPart... parts) {
        return DSL.field(text, SQLDataType.OTHER, parts);
    }
}
