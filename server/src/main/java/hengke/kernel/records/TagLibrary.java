package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.query.InOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The tags of each object. Records carry tags by name, so that a list reads them without a join; renaming or merging
 * changes the library and the records in one transaction.
 */
public final class TagLibrary {
    private static final org.jooq.Table<?> TAGS = table(name("tag"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> COLOR = field(name("color"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> GROUP = field(name("tag_group"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> CREATED_BY = field(name("created_by"), SQLDataType.BIGINT);

    private TagLibrary() {}

    /**
     * A word of the library.
     *
     * @param color a name of the palette or {@code #rrggbb}
     */
    public record Tag(
            long id,
            String object,
            String name,
            @Nullable String color,
            @Nullable String group) {}

    public static List<Tag> of(DSLContext database, ObjectDefinition object) {
        return fetch(database, OBJECT.eq(object.name()));
    }

    public static Optional<Tag> find(DSLContext database, long id) {
        return fetch(database, ID.eq(id)).stream().findFirst();
    }

    private static List<Tag> fetch(DSLContext database, Condition condition) {
        return database.select(ID, OBJECT, NAME, COLOR, GROUP)
                .from(TAGS)
                .where(condition)
                .orderBy(GROUP.asc().nullsFirst(), NAME.collate("zh-x-icu"))
                .fetch(found ->
                        new Tag(found.get(ID), found.get(OBJECT), found.get(NAME), found.get(COLOR), found.get(GROUP)));
    }

    /** Adds names that the library does not have yet. */
    public static void learn(DSLContext database, ObjectDefinition object, Set<String> names, long by) {
        if (!names.isEmpty()) {
            var insert = database.insertInto(TAGS).columns(OBJECT, NAME, CREATED_BY);
            for (String each : names) {
                insert = insert.values(object.name(), each, by);
            }
            insert.onConflictDoNothing().execute();
        }
    }

    /** Creates a tag; empty when there is one of this name. */
    public static Optional<Tag> create(
            DSLContext database, String object, String tag, @Nullable String color, @Nullable String group, long by) {
        Long id = database.insertInto(TAGS)
                .set(OBJECT, object)
                .set(NAME, tag)
                .set(COLOR, color)
                .set(GROUP, group)
                .set(CREATED_BY, by)
                .onConflictDoNothing()
                .returningResult(ID)
                .fetchOne(ID);
        return id == null ? Optional.empty() : Optional.of(new Tag(id, object, tag, color, group));
    }

    /** Gives a tag another name and look, on every record that carries it. */
    public static void change(DSLContext transaction, ObjectDefinition object, Tag before, Tag after) {
        transaction
                .update(TAGS)
                .set(NAME, after.name())
                .set(COLOR, after.color())
                .set(GROUP, after.group())
                .where(ID.eq(before.id()))
                .execute();
        if (!before.name().equals(after.name())) {
            replace(transaction, object, before.name(), after.name());
        }
    }

    /** Takes a tag out of the library; records carry the other one instead, or none. */
    public static void remove(DSLContext transaction, ObjectDefinition object, Tag tag, @Nullable String instead) {
        transaction.deleteFrom(TAGS).where(ID.eq(tag.id())).execute();
        replace(transaction, object, tag.name(), instead);
    }

    private static void replace(DSLContext transaction, ObjectDefinition object, String old, @Nullable String other) {
        for (Field<?> tags : fields(object)) {
            org.jooq.Field<String[]> column = field(name(tags.column()), SQLDataType.CLOB.array());
            org.jooq.Field<String[]> without =
                    DSL.field("array_remove({0}, {1})", column.getDataType(), column, DSL.val(old));
            org.jooq.Field<String[]> replaced = other == null
                    ? without
                    : DSL.field(
                            "array_append(array_remove({0}, {1}), {1})", column.getDataType(), without, DSL.val(other));
            InOrder.update(
                    transaction,
                    object.table(),
                    Map.of(column, DSL.field("nullif({0}, '{}')", column.getDataType(), replaced)),
                    column.contains(new String[] {old}));
        }
    }

    /** How many living records carry each tag. */
    public static Map<String, Long> uses(DSLContext database, ObjectDefinition object) {
        Map<String, Long> uses = new HashMap<>();
        for (Field<?> tags : fields(object)) {
            database.fetch(
                            "select tag, count(*) from {0}, unnest({1}) as tag where deleted_at is null group by tag",
                            table(name(object.table())), field(name(tags.column())))
                    .forEach(found -> uses.merge(found.get(0, String.class), found.get(1, Long.class), Long::sum));
        }
        return uses;
    }

    /** The fields of an object that hold tags. */
    public static List<Field<?>> fields(ObjectDefinition object) {
        List<Field<?>> fields = new ArrayList<>();
        for (Field<?> each : object.fields()) {
            if (each.type() instanceof TextListType(TextListType.Tags())) {
                fields.add(each);
            }
        }
        return fields;
    }
}
