package hengke.kernel.schema;

import static hengke.kernel.schema.ObjectTable.DELETED_AT;
import static java.util.stream.Collectors.joining;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Among;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
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
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.schema.Layout.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The indexes of an object's table. They serve pages that are read newest first unless sorted otherwise. */
final class ObjectIndexes {
    static final String UNIQUE = "_unique_";

    private static final String LIVING = " where " + Sql.quoted(DELETED_AT) + " is null";
    private static final String BINNED = " where " + Sql.quoted(DELETED_AT) + " is not null";
    private static final String NEWEST = Sql.quoted(SystemFields.UPDATED_AT.column()) + " desc, \"id\" desc";
    private static final String PINYIN_ORDER = " collate \"zh-x-icu\"";
    /** PostgreSQL refuses an index entry above 2,704 bytes; a character takes up to four. */
    private static final int LONGEST_ENTRY = 600;

    private final String table;
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    private ObjectIndexes(String table) {
        this.table = table;
    }

    static List<Index> of(ObjectDefinition object) {
        ObjectIndexes indexes = new ObjectIndexes(object.table());
        indexes.add("newest", "btree (" + NEWEST + ")" + LIVING);
        indexes.add("bin", "btree (" + NEWEST + ")" + BINNED);
        indexes.addTitle(object.title());
        ObjectTable.fields(object).forEach(indexes::addField);
        return new ArrayList<>(indexes.indexes.values());
    }

    private void addTitle(Field<?> title) {
        if (title.type() instanceof TextualType text && fits(text)) {
            addSorted(title);
        }
    }

    private void addField(Field<?> field) {
        if (field.traits().is(Trait.UNIQUE)) {
            String columns = field.type() instanceof TextualType text && !fits(text)
                    ? "md5(" + columns(field) + ")"
                    : columns(field);
            add(field.column() + UNIQUE, true, "btree (" + columns + ")" + LIVING);
        }
        switch (field.type()) {
            case IdType(IdType.Records _), LinkType _ -> addPointer(field);
            case IdType _ -> add(field.column(), "btree (" + columns(field) + ", " + NEWEST + ")" + LIVING);
            case IdListType _, TextListType _ -> add(field.column(), "gin (" + columns(field) + ")" + LIVING);
            default -> addWished(field);
        }
    }

    /** With the deleted ones: a foreign key looks for them, and they come back with their parent. */
    private void addPointer(Field<?> field) {
        boolean listed = field.traits().parent() != null || field.traits().is(Trait.INDEXED);
        String order = listed ? ", " + NEWEST : "";
        add(field.column(), "btree (" + columns(field) + order + ")");
        addAmong(field, NEWEST);
    }

    /** Where most is looked for in a part of the records the others are not stepped through. */
    private void addAmong(Field<?> field, String order) {
        Among among = field.traits().among();
        if (among == null) {
            return;
        }
        String column = Sql.quoted(Field.column(among.field()));
        boolean absent = among.values().isEmpty();
        String part = absent
                ? column + " is null"
                : among.values().stream().map(Sql::literal).collect(joining(", ", column + " in (", ")"));
        add(
                field.column() + (absent ? "_alone" : "_among"),
                "btree (" + columns(field) + ", " + order + ")" + LIVING + " and " + part);
    }

    private void addWished(Field<?> field) {
        boolean filtered = field.traits().is(Trait.INDEXED);
        if (!filtered && !field.traits().is(Trait.IDENTIFYING)) {
            return;
        }
        String columns = columns(field);
        switch (field.type()) {
            case TextualType text when !fits(text) -> add(field.column(), "hash (" + columns + ")" + LIVING);
            case TextualType _ -> {
                if (!field.traits().is(Trait.UNIQUE)) {
                    add(field.column(), "btree (" + columns + ")" + LIVING);
                }
                if (filtered) {
                    addSorted(field);
                }
            }
            case ChoiceType _, TreeChoiceType _, BooleanType _ ->
                add(field.column(), "btree (" + columns + ", " + NEWEST + ")" + LIVING);
            case IntegerType _,
                    DecimalType _,
                    DateType _,
                    DateTimeType _,
                    MoneyType _,
                    LocationType _,
                    AddressType _ -> {
                add(field.column(), "btree (" + columns + ", \"id\")" + LIVING);
                addAmong(field, "\"id\"");
            }
            case JsonType _ -> add(field.column(), "gin (" + columns + ")" + LIVING);
            case IdType _, LinkType _, IdListType _, TextListType _ -> {
                // have one anyway
            }
        }
    }

    private void addSorted(Field<?> field) {
        add(field.column() + "_sorted", "btree (" + columns(field) + PINYIN_ORDER + ", \"id\")" + LIVING);
    }

    private static boolean fits(TextualType text) {
        return text.maxLength() <= LONGEST_ENTRY;
    }

    /** The columns by which values are compared. */
    private static String columns(Field<?> field) {
        List<String> columns = ObjectTable.columnNames(field);
        return switch (field.type()) {
            case LinkType _ -> Sql.quoted(columns);
            case LocationType _ -> Sql.quoted(columns.subList(0, 2));
            default -> Sql.quoted(columns.getFirst());
        };
    }

    private void add(String purpose, String definition) {
        add(purpose + "_", false, definition);
    }

    /** The name carries a fingerprint: an index defined otherwise is another index. */
    private void add(String purpose, boolean unique, String definition) {
        String body = "using " + definition;
        String name = Sql.fitting(table + "_" + purpose, Sql.fingerprint(table + purpose + body));
        indexes.put(name, new Index(name, unique, body));
    }
}
