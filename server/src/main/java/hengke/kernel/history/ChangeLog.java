package hengke.kernel.history;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The append-only table of changes. */
public final class ChangeLog {
    private static final Table<Record> CHANGES = table(name("record_change"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> ACTION = field(name("action"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<JSONB> BEFORE = field(name("before"), SQLDataType.JSONB);
    private static final org.jooq.Field<JSONB> AFTER = field(name("after"), SQLDataType.JSONB);
    private static final List<org.jooq.Field<?>> ALL =
            List.of(ID, AT, OPERATION, OBJECT, RECORD, VERSION, ACTION, ACTOR, BEFORE, AFTER);
    private static final org.jooq.Field<String> THROUGH = field(name("operation", "through"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> OPERATOR =
            field(name("operation", "actor"), SQLDataType.BIGINT).as("operator");
    private static final org.jooq.Field<Boolean> UNDOABLE = field(name("operation", "undoable"), SQLDataType.BOOLEAN);
    private static final int CHUNK = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private ChangeLog() {}

    /** A change to be written down. */
    public record Entry(
            long operation,
            String object,
            long record,
            long version,
            String action,
            long actor,
            ObjectNode before,
            ObjectNode after) {}

    public static void append(DSLContext database, Instant at, List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += CHUNK) {
            var insert = database.insertInto(CHANGES)
                    .columns(AT, OPERATION, OBJECT, RECORD, VERSION, ACTION, ACTOR, BEFORE, AFTER);
            for (Entry entry : entries.subList(from, Math.min(entries.size(), from + CHUNK))) {
                insert = insert.values(
                        at,
                        entry.operation(),
                        entry.object(),
                        entry.record(),
                        entry.version(),
                        entry.action(),
                        entry.actor(),
                        jsonb(entry.before()),
                        jsonb(entry.after()));
            }
            insert.execute();
        }
    }

    /** The values of these fields as they stand on the wire. */
    public static ObjectNode values(Row row, Collection<Field<?>> fields) {
        ObjectNode values = JSON.createObjectNode();
        fields.forEach(each -> put(values, each, row));
        return values;
    }

    private static <T> void put(ObjectNode values, Field<T> field, Row row) {
        T value = row.get(field);
        if (value == null) {
            values.putNull(field.name());
        } else {
            values.set(field.name(), field.type().write(value));
        }
    }

    /** The changes of records, newest first; {@code before} continues a page. */
    public static List<RecordChange> of(
            DSLContext database, ObjectDefinition object, Collection<Long> records, @Nullable Long before, int limit) {
        return fetch(
                database,
                OBJECT.eq(object.name())
                        .and(RECORD.eq(DSL.any(records.toArray(Long[]::new))))
                        .and(before == null ? DSL.noCondition() : ID.lt(before)),
                limit);
    }

    /** The changes of one operation, newest first. */
    public static List<RecordChange> in(DSLContext database, long operation, @Nullable Long before, int limit) {
        return fetch(database, OPERATION.eq(operation).and(before == null ? DSL.noCondition() : ID.lt(before)), limit);
    }

    /** A change of a story; without a fate when its operation is no longer kept. */
    public record Told(RecordChange change, @Nullable Fate fate) {}

    /** The last record of an object that an operation has made; absent where it has made none. */
    public static Optional<Long> made(DSLContext database, long operation, String object) {
        return database.select(RECORD)
                .from(CHANGES)
                .where(OPERATION.eq(operation))
                .and(OBJECT.eq(object))
                .and(ACTION.eq("create"))
                .orderBy(ID.desc())
                .limit(1)
                .fetchOptional(RECORD);
    }

    /** When a change was noted down. */
    public static Optional<Instant> at(DSLContext database, long id) {
        return database.select(AT).from(CHANGES).where(ID.eq(id)).fetchOptional(AT);
    }

    /** Those of the operations in which some record of an object was written. */
    public static Set<Long> touching(DSLContext database, Collection<Long> operations, String object) {
        Table<?> asked = DSL.unnest(operations.toArray(Long[]::new)).as("asked", "asked_id");
        org.jooq.Field<Long> id = field(name("asked_id"), SQLDataType.BIGINT);
        return database.select(id)
                .from(asked)
                .where(DSL.exists(DSL.selectOne().from(CHANGES).where(OPERATION.eq(id), OBJECT.eq(object))))
                .fetchSet(id);
    }

    /** Which changes of a story to tell. */
    public enum Part {
        /** New records of these objects. */
        NEW_ONES,
        /** Everything else. */
        THE_REST,
        EVERYTHING
    }

    /**
     * The changes of many records as one story, newest first: the newest of each record, merged.
     *
     * @param records their objects' names and ids
     * @param objects the objects whose new records are told apart from mere changes
     */
    public static List<Told> story(
            DSLContext database,
            Select<Record2<String, Long>> records,
            Part part,
            Collection<String> objects,
            @Nullable Long before,
            int limit) {
        Condition isNew = ACTION.eq("create").and(OBJECT.in(objects));
        Condition told = switch (part) {
            case NEW_ONES -> isNew;
            case THE_REST -> DSL.not(isNew);
            case EVERYTHING -> DSL.noCondition();
        };
        Table<?> its = records.asTable("its", "its_object", "its_id");
        Table<?> newest = DSL.select(ALL)
                .from(CHANGES)
                .where(OBJECT.eq(field(name("its_object"), SQLDataType.CLOB)))
                .and(RECORD.eq(field(name("its_id"), SQLDataType.BIGINT)))
                .and(told)
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(DSL.inline(limit))
                .asTable("newest");
        List<SelectField<?>> columns = new ArrayList<>();
        ALL.forEach(column -> columns.add(field(name("newest", column.getName()), column.getDataType())));
        columns.addAll(List.of(THROUGH, OPERATOR, UNDOABLE));
        return database.select(columns)
                .from(its)
                .crossJoin(DSL.lateral(newest))
                .leftJoin(table(name("operation")))
                .on(field(name("operation", "id")).eq(field(name("newest", "operation_id"))))
                .orderBy(field(name("newest", "id")).desc())
                .limit(DSL.inline(limit))
                .fetch(found -> new Told(change(found), fate(found)));
    }

    private static @Nullable Fate fate(Record found) {
        String through = found.get(THROUGH);
        return through == null ? null : new Fate(through, found.get(OPERATOR), found.get(UNDOABLE));
    }

    private static List<RecordChange> fetch(DSLContext database, Condition condition, int limit) {
        return database.select(ALL)
                .from(CHANGES)
                .where(condition)
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(ChangeLog::change);
    }

    private static RecordChange change(Record found) {
        return new RecordChange(
                found.get("id", Long.class),
                found.get("at", Instant.class),
                found.get("operation_id", Long.class),
                found.get("object", String.class),
                found.get("record_id", Long.class),
                found.get("version", Long.class),
                found.get("action", String.class),
                found.get("actor", Long.class),
                object(found.get("before", JSONB.class)),
                object(found.get("after", JSONB.class)));
    }

    private static JSONB jsonb(ObjectNode values) {
        return JSONB.valueOf(values.toString());
    }

    private static ObjectNode object(JSONB json) {
        return (ObjectNode) JSON.readTree(json.data());
    }
}
