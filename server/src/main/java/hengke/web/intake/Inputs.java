package hengke.web.intake;

import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.IntakeSource.Question;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the questions of a form are put to the public, by the kind of field their answers go to. */
@Component
final class Inputs {
    /**
     * A question as a page shows it; one with a parameter is not shown.
     *
     * @param input {@code text}, {@code area}, {@code tel}, {@code email}, {@code url}, {@code number}, {@code date},
     *     {@code check}, {@code one} or {@code several}
     */
    record Asked(
            String key,
            String label,
            @Nullable String help,
            boolean required,
            @Nullable String parameter,
            String input,
            List<Choice> options) {}

    /** One of the answers that are offered. */
    record Choice(String value, String label) {}

    List<Asked> asked(IntakeSource source, ObjectDefinition object, Language language) {
        return source.design().questions().stream()
                .map(question ->
                        asked(question, Optional.ofNullable(question.field()).flatMap(object::field), language))
                .toList();
    }

    private static Asked asked(Question question, Optional<Field<?>> field, Language language) {
        Optional<FieldType<?>> type = field.map(Field::type);
        return new Asked(
                question.key(),
                question.label(),
                question.help(),
                question.required(),
                question.parameter(),
                type.map(Inputs::input).orElse("text"),
                type.map(Inputs::options).orElse(List.of()).stream()
                        .filter(Option::active)
                        .map(option -> new Choice(option.value(), option.label().in(language)))
                        .toList());
    }

    private static String input(FieldType<?> type) {
        return switch (type) {
            case TextualType(TextualType.Form form, int _) ->
                switch (form) {
                    case PHONE -> "tel";
                    case EMAIL -> "email";
                    case URL -> "url";
                    case LONG_TEXT, RICH_TEXT -> "area";
                    case TEXT, AUTO_NUMBER -> "text";
                };
            case IntegerType _, DecimalType _, MoneyType _ -> "number";
            case DateType _ -> "date";
            case BooleanType _ -> "check";
            case ChoiceType _, TreeChoiceType(TreeChoiceType.Nodes _) -> "one";
            case TextListType(TextListType.Choices _) -> "several";
            default -> "text";
        };
    }

    /** Of a tree the topmost. */
    private static List<Option> options(FieldType<?> type) {
        return switch (type) {
            case ChoiceType(List<Option> options) -> options;
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) ->
                options.stream().filter(option -> option.parent() == null).toList();
            case TextListType(TextListType.Choices(List<Option> options)) -> options;
            default -> List.of();
        };
    }
}
