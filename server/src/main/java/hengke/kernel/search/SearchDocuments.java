package hengke.kernel.search;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.schema.SearchTable;
import hengke.kernel.text.SearchPart;
import hengke.kernel.text.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Keeps the search text of records, apart from their tables so that a change of other fields does not touch it. */
public final class SearchDocuments {
    private static final int CHUNK = 1_000;

    private SearchDocuments() {}

    /** The fields of an object by which its records are found, title first. */
    public static List<Field<?>> searched(ObjectDefinition object) {
        List<Field<?>> title = object.with(Trait.TITLE);
        return Stream.concat(title.stream(), object.with(Trait.SEARCHED).stream())
                .filter(each -> each.traits().is(Trait.SEARCHED))
                .distinct()
                .toList();
    }

    /** Does this change of a record change what it is found by? */
    public static boolean concerns(ObjectDefinition object, Row before, Row after) {
        return searched(object).stream().anyMatch(each -> !Objects.equals(before.get(each), after.get(each)));
    }

    /** Writes the search text of these records anew. */
    public static void write(DSLContext database, ObjectDefinition object, List<Row> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            var insert = database.insertInto(table(name(SearchTable.name(object))))
                    .columns(
                            field(name("record_id"), SQLDataType.BIGINT),
                            field(name("title"), SQLDataType.CLOB),
                            field(name("body"), SQLDataType.CLOB),
                            field(name("grams"), SQLDataType.CLOB.array()));
            for (Row row : rows.subList(from, Math.min(rows.size(), from + CHUNK))) {
                SearchText text = text(object, row);
                insert = insert.values(
                        row.id(), text.title(), text.body(), text.grams().toArray(String[]::new));
            }
            insert.onConflict(field(name("record_id")))
                    .doUpdate()
                    .set(field(name("title")), (Object) DSL.field("excluded.title"))
                    .set(field(name("body")), (Object) DSL.field("excluded.body"))
                    .set(field(name("grams")), (Object) DSL.field("excluded.grams"))
                    .execute();
        }
    }

    /** What this record is found by. */
    public static SearchText text(ObjectDefinition object, Row row) {
        return text(searched(object), row);
    }

    /** What this record is found by in some of its fields. */
    public static SearchText text(List<Field<?>> fields, Row row) {
        List<SearchPart> parts = new ArrayList<>();
        for (Field<?> each : fields) {
            if (row.get(each) instanceof String value) {
                parts.add(part(each, value));
            }
        }
        return SearchText.of(parts);
    }

    private static SearchPart part(Field<?> field, String value) {
        if (field.traits().is(Trait.PERSON)) {
            return SearchPart.person(value);
        }
        if (field.traits().is(Trait.TITLE)) {
            return SearchPart.name(value);
        }
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int _)
            when form == TextualType.Form.PHONE -> SearchPart.phone(value);
            case TextualType(TextualType.Form form, int _)
            when form == TextualType.Form.EMAIL -> SearchPart.email(value);
            default -> SearchPart.text(value);
        };
    }
}
