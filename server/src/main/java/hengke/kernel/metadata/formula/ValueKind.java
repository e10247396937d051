package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.util.Optional;

/** The kinds of value a formula computes with. */
public enum ValueKind {
    /** An exact decimal, a {@code BigDecimal}. */
    NUMBER("数字", "a number"),
    TEXT("文本", "a text"),
    DATE("日期", "a date"),
    MOMENT("时间", "a date and time"),
    FLAG("是/否", "yes or no"),
    /** The key of an option or region; compared with an option's name, otherwise its label is taken. */
    CODE("选项", "an option"),
    /** Only ever absent; fits everywhere. */
    NOTHING("空值", "nothing");

    private final Label label;

    ValueKind(String chinese, String english) {
        this.label = new Label(chinese, english);
    }

    public Label label() {
        return label;
    }

    /** The kind of a field's value; empty where a formula cannot use it. */
    static Optional<ValueKind> of(FieldType<?> type) {
        return Optional.ofNullable(
                switch (type) {
                    case IntegerType _, DecimalType _, MoneyType _ -> NUMBER;
                    case TextualType(TextualType.Form form, int _) -> form == TextualType.Form.RICH_TEXT ? null : TEXT;
                    case ChoiceType _, TreeChoiceType _ -> CODE;
                    case DateType _ -> DATE;
                    case DateTimeType _ -> MOMENT;
                    case BooleanType _ -> FLAG;
                    default -> null;
                });
    }

    /** Can a formula of this kind give the values of such a field? */
    public boolean gives(FieldType<?> type) {
        return switch (this) {
            case NUMBER -> type instanceof DecimalType || type instanceof IntegerType;
            case TEXT, CODE ->
                type instanceof TextualType(TextualType.Form form, int _) && form == TextualType.Form.TEXT;
            case DATE -> type instanceof DateType;
            case MOMENT -> type instanceof DateTimeType;
            case FLAG -> type instanceof BooleanType;
            case NOTHING -> false;
        };
    }
}
