package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.FieldType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table of one object: rows in and out, in sets. Knows nothing of rights and rules. */
final class RowTable {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> DELETED_AT = field(name("deleted_at"), SQLDataType.INSTANT);
    /** PostgreSQL takes 65,535 parameters a statement; jOOQ stays below half of it. */
    private static final int MAX_PARAMETERS = 30_000;

    private final Table<Record> table;
    private final List<Column> columns;

    private record Column(Field<?> field, org.jooq.Field<Object> sql, int position) {}

    RowTable(ObjectDefinition object) {
        this.table = DSL.table(name(object.table()));
        this.columns = object.fields().stream()
                .filter(field -> !field.isFormula())
                .flatMap(field -> columns(field).stream())
                .toList();
    }

    /** A stored record and whether it lies in the recycle bin. */
    record Stored(Row row, boolean deleted) {}

    /**
     * The rows of these ids, locked against other writers until the transaction ends; not against those whose new
     * values only point at them, who would otherwise wait for them in a circle.
     */
    Map<Long, Stored> lock(DSLContext database, Collection<Long> ids) {
        Map<Long, Stored> stored = new LinkedHashMap<>();
        List<org.jooq.Field<?>> wanted =
                new ArrayList<>(columns.stream().map(Column::sql).toList());
        wanted.add(DELETED_AT);
        database.select(wanted)
                .from(table)
                .where(ids.size() == 1 ? ID.eq(ids.iterator().next()) : ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(ID)
                .forNoKeyUpdate()
                .forEach(found -> {
                    Row row = row(found);
                    stored.put(row.id(), new Stored(row, found.get(DELETED_AT) != null));
                });
        return stored;
    }

    /** So many new ids. */
    List<Long> newIds(DSLContext database, int count) {
        return database.fetch(
                        "select nextval(pg_get_serial_sequence({0}, 'id')) from generate_series(1, {1})",
                        DSL.val(DSL.using(database.configuration()).renderInlined(table)), DSL.val(count))
                .getValues(0, Long.class);
    }

    void insert(DSLContext database, List<Row> rows) {
        List<org.jooq.Field<?>> targets =
                columns.stream().<org.jooq.Field<?>>map(Column::sql).toList();
        int chunk = Math.max(1, MAX_PARAMETERS / targets.size());
        for (int from = 0; from < rows.size(); from += chunk) {
            var insert = database.insertInto(table).columns(targets);
            for (Row row : rows.subList(from, Math.min(rows.size(), from + chunk))) {
                insert = insert.values(values(row, columns));
            }
            insert.execute();
        }
    }

    /** Takes rows out again that this transaction has just put in. */
    void erase(DSLContext database, List<Long> ids) {
        if (!ids.isEmpty()) {
            database.deleteFrom(table).where(ID.in(ids)).execute();
        }
    }

    /** Writes these fields of each row, with version and who and when, found by id. */
    void update(DSLContext database, Map<Row, Set<Field<?>>> changes) {
        List<Query> updates = changes.entrySet().stream()
                .map(change -> update(database, change.getKey(), change.getValue()))
                .toList();
        execute(database, updates);
    }

    private Query update(DSLContext database, Row row, Set<Field<?>> changed) {
        List<Column> written = columns.stream()
                .filter(column -> changed.contains(column.field())
                        || column.field().equals(SystemFields.VERSION)
                        || column.field().equals(SystemFields.UPDATED_AT)
                        || column.field().equals(SystemFields.UPDATED_BY))
                .toList();
        List<@Nullable Object> values = values(row, written);
        Map<org.jooq.Field<?>, Object> set = new LinkedHashMap<>();
        for (int i = 0; i < written.size(); i++) {
            set.put(written.get(i).sql(), values.get(i));
        }
        return database.update(table).set(set).where(ID.eq(row.id()));
    }

    /** Into the recycle bin (a moment) or out of it (null). */
    void bin(DSLContext database, List<Row> rows, @Nullable Instant at) {
        execute(
                database,
                rows.stream()
                        .<Query>map(row -> database.update(table)
                                .set(DELETED_AT, at)
                                .set(field(name("version"), Long.class), row.version())
                                .set(field(name("updated_at"), SQLDataType.INSTANT), row.get(SystemFields.UPDATED_AT))
                                .set(field(name("updated_by"), Long.class), row.get(SystemFields.UPDATED_BY))
                                .where(ID.eq(row.id())))
                        .toList());
    }

    private static void execute(DSLContext database, List<Query> queries) {
        if (queries.size() == 1) {
            queries.getFirst().execute();
        } else if (!queries.isEmpty()) {
            database.batch(queries).execute();
        }
    }

    Row row(Record found) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<Field<?>, List<Column>> byField =
                columns.stream().collect(Collectors.groupingBy(Column::field, LinkedHashMap::new, Collectors.toList()));
        byField.forEach((each, its) -> {
            List<@Nullable Object> cells = new ArrayList<>();
            its.forEach(column -> cells.add(found.get(column.sql())));
            values.put(each.name(), each.type().fromColumns(cells));
        });
        return Row.of(values);
    }

    private static List<@Nullable Object> values(Row row, List<Column> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        Map<Field<?>, List<@Nullable Object>> split = new LinkedHashMap<>();
        for (Column column : columns) {
            values.add(split.computeIfAbsent(column.field(), each -> cells(row, each))
                    .get(column.position()));
        }
        return values;
    }

    private static <T> List<@Nullable Object> cells(Row row, Field<T> field) {
        T value = row.get(field);
        if (value != null) {
            return field.type().toColumns(value);
        }
        List<@Nullable Object> empty = new ArrayList<>();
        field.type().columns().forEach(_ -> empty.add(null));
        return empty;
    }

    @SuppressWarnings("unchecked") // a column's values come from the same field's type
    private static List<Column> columns(Field<?> field) {
        List<Column> columns = new ArrayList<>();
        for (FieldType.Column column : field.type().columns()) {
            columns.add(new Column(
                    field,
                    (org.jooq.Field<Object>) DSL.field(name(field.column() + column.suffix()), column.type()),
                    columns.size()));
        }
        return columns;
    }
}
