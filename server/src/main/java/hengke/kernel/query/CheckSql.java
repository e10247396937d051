package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.query.Aggregate.Bucket.Part;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A check of one field as SQL; values are bound, but for those that a definition names itself. */
final class CheckSql {
    private CheckSql() {}

    static Condition of(Check check, Field<?> field, Alias row) {
        org.jooq.Field<?> column = row.column(field);
        return switch (check) {
            case Check.Present _ -> present(field, row);
            case Check.OneOf(List<Object> values)
            when field.type() instanceof LinkType -> oneOfLinks(values, row.columns(field));
            case Check.OneOf(List<Object> values) ->
                indexedAmong(values, field, row.object()) ? named(values, column) : oneOf(values, column);
            case Check.Range(Check.Bound from, Check.Bound to) ->
                DSL.and(from == null ? DSL.noCondition() : after(typed(column), from))
                        .and(to == null ? DSL.noCondition() : before(typed(column), to));
            case Check.Holds holds -> CaseAndWidth.holds(typed(column), holds);
            case Check.Within(String prefix) -> within(prefix, typed(column));
            case Check.Recurring(Part part, ZoneId zone, Set<Integer> numbers) ->
                LocalTime.part(part, column, zone).in(numbers);
            case Check.Members(List<Object> values, boolean all) -> members(values, all, typed(column));
        };
    }

    static Condition absent(Field<?> field, Alias row) {
        return switch (field.type()) {
            case TextualType _, TextListType _, IdListType _ -> DSL.condition("({0}) is not true", present(field, row));
            case AddressType _ ->
                DSL.and(row.columns(field).stream().map(org.jooq.Field::isNull).toList());
            default -> row.column(field).isNull();
        };
    }

    private static Condition present(Field<?> field, Alias row) {
        org.jooq.Field<?> column = row.column(field);
        return switch (field.type()) {
            case TextualType _ -> CheckSql.<String>typed(column).ne(DSL.inline(""));
            case TextListType _, IdListType _ ->
                DSL.cardinality(CheckSql.<Object[]>typed(column)).gt(DSL.inline(0));
            case AddressType _ ->
                DSL.or(row.columns(field).stream()
                        .map(org.jooq.Field::isNotNull)
                        .toList());
            default -> column.isNotNull();
        };
    }

    /** One value by {@code =}: a one-element array makes the planner walk the wrong index. */
    private static Condition oneOf(List<Object> values, org.jooq.Field<?> column) {
        org.jooq.Field<Object> typed = typed(column);
        return switch (values.size()) {
            case 0 -> DSL.falseCondition();
            case 1 -> typed.eq(DSL.val(values.getFirst(), typed));
            default -> typed.eq(DSL.any(array(values, typed)));
        };
    }

    /** Is there an index of those records only in which the field has one of some values, these among them? */
    private static boolean indexedAmong(List<Object> values, Field<?> field, ObjectDefinition object) {
        return !values.isEmpty()
                && field.type() instanceof ChoiceType
                && object.fields().stream()
                        .map(each -> each.traits().among())
                        .anyMatch(among -> among != null
                                && among.field().equals(field.name())
                                && among.values().containsAll(values));
    }

    /** A plan that is kept for whatever values come could not use such an index. They stand in a definition. */
    private static Condition named(List<Object> values, org.jooq.Field<?> column) {
        org.jooq.Field<Object> typed = typed(column);
        return typed.in(values.stream().map(value -> DSL.inline(value, typed)).toList());
    }

    private static Condition oneOfLinks(List<Object> values, List<org.jooq.Field<?>> columns) {
        return DSL.or(values.stream()
                .map(value -> (Link) value)
                .map(link -> CheckSql.<Long>typed(columns.get(0))
                        .eq(link.id())
                        .and(CheckSql.<String>typed(columns.get(1)).eq(link.object())))
                .toList());
    }

    private static Condition after(org.jooq.Field<Object> column, Check.Bound from) {
        org.jooq.Field<Object> value = DSL.val(from.value(), column);
        return from.included() ? column.ge(value) : column.gt(value);
    }

    private static Condition before(org.jooq.Field<Object> column, Check.Bound to) {
        org.jooq.Field<Object> value = DSL.val(to.value(), column);
        return to.included() ? column.le(value) : column.lt(value);
    }

    /** As a range in the order of bytes, which the index for patterns serves. */
    private static Condition within(String prefix, org.jooq.Field<String> column) {
        String next = prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
        return DSL.condition("{0} ~>=~ {1}", column, DSL.val(prefix))
                .and(DSL.condition("{0} ~<~ {1}", column, DSL.val(next)));
    }

    private static Condition members(List<Object> values, boolean all, org.jooq.Field<Object[]> column) {
        org.jooq.Field<Object[]> wanted = DSL.val(values.toArray(), column.getDataType());
        return all ? column.contains(wanted) : DSL.arrayOverlap(column, wanted);
    }

    /** Without the column's scale: a cast to it would round what was asked. */
    static org.jooq.Field<Object[]> array(List<Object> values, org.jooq.Field<Object> column) {
        DataType<?> type = column.getDataType().isDecimal() ? SQLDataType.NUMERIC : column.getDataType();
        return typed(DSL.val(values.toArray(), type.getArrayDataType()));
    }

    @SuppressWarnings("unchecked") // a check's values were read by the type that declares the column
    static <T> org.jooq.Field<T> typed(org.jooq.Field<?> column) {
        return (org.jooq.Field<T>) column;
    }
}
