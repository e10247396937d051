package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.query.SortKey;
import hengke.kernel.records.Command;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schemas of one object, with the fields its reader may see: a record, a draft, a change, a page. */
final class RecordSchemas {
    private final Access access;
    private final Actor reader;
    private final ObjectDefinition object;
    private final FieldSchemas fields;
    private final List<Field<?>> visible;
    private final Map<String, RecordSchemas> lines = new LinkedHashMap<>();

    /** The same with those of the lines that are written and read with its records. */
    static RecordSchemas of(Access access, Reading reading, Actor reader, ObjectDefinition object) {
        var schemas = new RecordSchemas(access, reading.catalog(), reader, object, reading.fields(reader, object));
        reading.lines(reader, object)
                .forEach(kind -> schemas.lines.put(kind.relation().name(), of(access, reading, reader, kind.object())));
        return schemas;
    }

    private RecordSchemas(
            Access access, Catalog catalog, Actor reader, ObjectDefinition object, List<Field<?>> visible) {
        this.access = access;
        this.reader = reader;
        this.object = object;
        this.fields = new FieldSchemas(catalog, object);
        this.visible = visible;
    }

    /** What the object's schemas are called, {@code PaymentPlan…} for {@code payment-plan}. */
    static String name(ObjectDefinition object, String what) {
        return Arrays.stream(object.name().split("[-_]", -1))
                        .map(RecordSchemas::capital)
                        .collect(Collectors.joining())
                + what;
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A record as it is answered; of those asked for by {@code fields}, id and version and those only. */
    Schema record(Description api) {
        visible.forEach(field -> fields.describeChoices(api, field));
        return api.schema(name(object, "Record"), answered().about(object.label()));
    }

    /** The same with what a command has made of it. */
    Shape withMade() {
        return answered()
                .maybe(
                        RecordJson.MADE,
                        Shape.answer()
                                .with("object", Schema.text())
                                .with("id", Schema.id())
                                .about("命令新建的记录", "What the command has made"));
    }

    private Shape answered() {
        Shape shape = Shape.answer();
        for (Field<?> field : visible) {
            if (field == SystemFields.ID || field == SystemFields.VERSION) {
                shape.with(field.name(), read(field));
            } else {
                shape.maybe(field.name(), read(field));
            }
        }
        shape.maybe(RecordJson.MAY, rights());
        lines.forEach((name, line) -> shape.maybe(
                name, Schema.listOf(Schema.named(name(line.object, "Record"))).about(line.object.plural())));
        return shape;
    }

    private static Schema rights() {
        return Schema.listOf(Schema.text())
                .about("对这条记录可做的修改与命令", "By which verbs and commands its reader may change this record");
    }

    private Schema read(Field<?> field) {
        if (access.right(reader, object, field) == FieldRight.MASKED) {
            return Schema.text()
                    .orNull()
                    .about(field.label().chinese() + "（只见掩码）", field.label().english() + " (masked)");
        }
        boolean always = field.traits().is(Trait.REQUIRED) || field.traits().is(Trait.SYSTEM);
        Schema schema = always ? fields.read(field) : fields.read(field).orNull();
        schema = schema.about(FieldSchemas.about(field))
                .with("x-kind", field.type().kind())
                .with("x-sortable", SortKey.sortable(field))
                .with("x-operators", operators(field.type()));
        return writable(field) ? schema : schema.with("readOnly", true);
    }

    private static String operators(FieldType<?> type) {
        return type.operators().stream().sorted().map(Operator::wire).collect(Collectors.joining(" "));
    }

    /** A new record. */
    Schema draft(Description api) {
        return api.schema(
                name(object, "Draft"),
                withLines(api, form(visible.stream().filter(this::writable).toList())));
    }

    /** What a command asks for. */
    Shape input(Description api, Command command) {
        command.input(object).stream()
                .filter(asked -> object.field(asked.name()).isEmpty())
                .forEach(asked -> fields.describeChoices(api, asked));
        return form(command.input(object));
    }

    private Shape form(List<Field<?>> asked) {
        Shape shape = Shape.body();
        for (Field<?> field : asked) {
            boolean needed = field.traits().is(Trait.REQUIRED) && field.traits().defaultValue() == null;
            Schema schema = fields.write(field);
            if (needed) {
                shape.with(field.name(), schema.about(FieldSchemas.about(field)));
            } else {
                shape.maybe(field.name(), schema.orNull().about(FieldSchemas.about(field)));
            }
        }
        return shape;
    }

    /** A change: what is absent stays, null clears. */
    Schema change(Description api) {
        return api.schema(
                name(object, "Change"),
                withLines(
                        api,
                        changes(Shape.body()
                                .with("version", Schema.integer().about("读到的版本", "The version that was read")))));
    }

    /** Lists of lines as they are to be: with an id those that are there, without one new ones; any other goes. */
    private Shape withLines(Description api, Shape shape) {
        lines.forEach((name, line) -> shape.maybe(
                name,
                Schema.listOf(line.changes(Shape.body().maybe("id", Schema.id())))
                        .about("完整的明细：有 id 的修改，没有的新增，未列出的删除", "All lines: changed by id, or new; any other goes")));
        return shape;
    }

    /** Values for records, in whatever version they are. */
    Schema values(Description api) {
        return api.schema(name(object, "Values"), changes(Shape.body()));
    }

    private Shape changes(Shape shape) {
        visible.stream().filter(this::writable).forEach(field -> {
            Schema schema = fields.write(field);
            boolean needed = field.traits().is(Trait.REQUIRED);
            shape.maybe(field.name(), (needed ? schema : schema.orNull()).about(FieldSchemas.about(field)));
        });
        return shape;
    }

    private boolean writable(Field<?> field) {
        return !field.traits().is(Trait.DERIVED)
                && access.right(reader, object, field).atLeast(FieldRight.EDIT);
    }
}
