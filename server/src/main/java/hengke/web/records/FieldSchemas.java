package hengke.web.records;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a value of a field of one object looks like on the wire, where it is read and where it is written. */
final class FieldSchemas {
    private final Catalog catalog;
    private final ObjectDefinition object;

    FieldSchemas(Catalog catalog, ObjectDefinition object) {
        this.catalog = catalog;
        this.object = object;
    }

    /** Describes the choices of a field once, for a record, a draft and a change alike. */
    void describeChoices(Description api, Field<?> field) {
        List<Option> options = options(field);
        if (!options.isEmpty()) {
            api.schema(
                    choice(field),
                    Schema.oneOf(options.stream().map(Option::value))
                            .about(choices(options, Label::chinese), choices(options, Label::english)));
        }
    }

    private String choice(Field<?> field) {
        return RecordSchemas.name(object, RecordSchemas.capital(field.name()) + "Choice");
    }

    Schema read(Field<?> field) {
        return switch (field.type()) {
            case DecimalType _ -> Schema.decimal();
            case MoneyType _ -> Schema.named("Money");
            case AddressType _ -> Schema.named("Address");
            case IdType _ -> Schema.named("Labelled");
            case IdListType(IdListType.Records _) -> Schema.listOf(Schema.named("Labelled"));
            case IdListType(IdListType.Files _) -> Schema.listOf(Schema.named("StoredFile"));
            case LinkType _ -> Schema.named("RecordLink");
            default -> alike(field);
        };
    }

    Schema write(Field<?> field) {
        return switch (field.type()) {
            case DecimalType _ -> Schema.either(Schema.decimal(), Schema.number());
            case MoneyType _ -> Schema.either(Schema.named("Money"), Schema.decimal(), Schema.number());
            case AddressType _ -> Schema.either(Schema.named("Address"), Schema.text());
            case IdType _ -> Schema.named("Pointer");
            case IdListType _ -> Schema.listOf(Schema.named("Pointer"));
            case LinkType _ -> link(field);
            default -> alike(field);
        };
    }

    /** Kinds whose values are written as they are read. */
    private Schema alike(Field<?> field) {
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int maxLength) -> text(form, maxLength);
            case IntegerType(long min, long max) -> Schema.integer(min, max);
            case BooleanType _ -> Schema.flag();
            case DateType _ -> Schema.date();
            case DateTimeType _ -> Schema.moment();
            case ChoiceType _, TreeChoiceType(TreeChoiceType.Nodes _) -> Schema.named(choice(field));
            case TreeChoiceType(TreeChoiceType.Divisions _) -> Schema.text().with("pattern", "^(\\d{2}){1,3}$");
            case TextListType(TextListType.Choices _) -> Schema.listOf(Schema.named(choice(field)));
            case TextListType(TextListType.Tags _) -> Schema.listOf(Schema.text());
            case LocationType _ -> Schema.named("Location");
            case JsonType _ -> Schema.any();
            default -> throw new IllegalArgumentException(field.toString());
        };
    }

    private static Schema text(TextualType.Form form, int maxLength) {
        Schema text = Schema.text(maxLength);
        return switch (form) {
            case EMAIL -> text.with("format", "email");
            case URL -> text.with("format", "uri");
            default -> text;
        };
    }

    private Schema link(Field<?> field) {
        return Shape.answer()
                .with("object", Schema.oneOf(catalog.targets(field).stream().map(ObjectDefinition::name)))
                .with("id", Schema.id());
    }

    /** The field's name for people, and how to fill it in. */
    static Label about(Field<?> field) {
        Label label = field.label();
        Label help = field.traits().help();
        return help == null
                ? label
                : new Label(label.chinese() + "。" + help.chinese(), label.english() + ". " + help.english());
    }

    private static String choices(List<Option> options, Function<Label, String> language) {
        return options.stream()
                .map(option -> option.value() + " " + language.apply(option.label()))
                .collect(Collectors.joining(" · "));
    }

    private static List<Option> options(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType(List<Option> options) -> options;
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> options;
            case TextListType(TextListType.Choices(List<Option> options)) -> options;
            default -> List.of();
        };
    }
}
