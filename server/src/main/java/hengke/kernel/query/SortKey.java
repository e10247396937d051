package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.util.List;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A field to sort by. Absent values come last in either direction. */
public record SortKey(Field<?> field, boolean descending) {
    private static final String PINYIN = "zh-x-icu";
    private static final Set<Field<?>> NEVER_ABSENT =
            Set.of(SystemFields.ID, SystemFields.VERSION, SystemFields.CREATED_AT, SystemFields.UPDATED_AT);

    /** Has this field an order a person would expect? */
    public static boolean sortable(Field<?> field) {
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int _) ->
                form != TextualType.Form.LONG_TEXT && form != TextualType.Form.RICH_TEXT;
            case ChoiceType _,
                    TreeChoiceType _,
                    IntegerType _,
                    DecimalType _,
                    MoneyType _,
                    DateType _,
                    DateTimeType _,
                    BooleanType _,
                    IdType _ -> true;
            default -> false;
        };
    }

    boolean canBeAbsent() {
        return !NEVER_ABSENT.contains(field);
    }

    /** What is compared: text by pinyin, options in the order they are offered. */
    org.jooq.Field<Object> compared(Alias row) {
        return ordered(field, CheckSql.typed(row.column(field)));
    }

    /** The same for a column that holds values of the field. */
    static org.jooq.Field<Object> ordered(Field<?> field, org.jooq.Field<Object> column) {
        org.jooq.Field<?> compared = switch (field.type()) {
            case TextualType _ -> column.collate(PINYIN);
            case ChoiceType(List<Option> options) -> position(options, column);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> position(options, column);
            default -> column;
        };
        return CheckSql.typed(compared);
    }

    /** The type of what is compared. */
    DataType<?> type() {
        return switch (field.type()) {
            case ChoiceType _, TreeChoiceType(TreeChoiceType.Nodes _) -> SQLDataType.INTEGER;
            default -> field.type().columns().getFirst().type();
        };
    }

    private static org.jooq.Field<?> position(List<Option> options, org.jooq.Field<?> column) {
        String[] values = options.stream().map(Option::value).toArray(String[]::new);
        return DSL.field("array_position({0}, {1})", SQLDataType.INTEGER, DSL.val(values), column);
    }
}
