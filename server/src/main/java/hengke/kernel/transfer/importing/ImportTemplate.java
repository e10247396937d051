package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.io.OutputStream;
import java.util.List;

/** An empty sheet to fill in: the titles are those that an import recognises, with choices to pick from. */
public final class ImportTemplate {
    private ImportTemplate() {}

    /** Writes the template of what this person may import. */
    public static void write(
            Access access,
            Catalog catalog,
            Actor actor,
            ObjectDefinition object,
            Language language,
            OutputStream stream) {
        List<WrittenColumn> columns = Target.of(access, catalog, actor, object).stream()
                .map(target -> column(target, language))
                .toList();
        SheetWriter.xlsx(stream, object.label().in(language), columns).close();
    }

    private static WrittenColumn column(Target target, Language language) {
        return WrittenColumn.of(title(target, language)).choosing(options(target.field(), language));
    }

    /** What belongs to a child says so: 联系人手机, Contact Mobile. Only a record's own fields can be demanded. */
    private static String title(Target target, Language language) {
        String label = target.field().label().in(language);
        Catalog.Child child = target.child();
        if (child == null) {
            return Matching.required(target.field()) ? label + "*" : label;
        }
        String space = language == Language.CHINESE ? "" : " ";
        return child.object().label().in(language) + space + label;
    }

    private static List<String> options(Field<?> field, Language language) {
        return switch (field.type()) {
            case ChoiceType(List<Option> options) -> labels(options, language);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> labels(options, language);
            case TextListType(TextListType.Choices(List<Option> options)) -> labels(options, language);
            case BooleanType _ ->
                List.of(
                        Message.of("import.yes").in(language),
                        Message.of("import.no").in(language));
            default -> List.of();
        };
    }

    private static List<String> labels(List<Option> options, Language language) {
        return options.stream()
                .filter(Option::active)
                .map(option -> option.label().in(language))
                .distinct()
                .toList();
    }
}
