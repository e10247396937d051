package hengke.kernel.schema;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads from PostgreSQL's own catalog how the tables are. */
final class Introspection {
    /** What a comment on a table or column says when its object or field was given up. */
    static final String RETIRED = "retired";

    private static final String COLUMNS = """
            select c.relname as owner, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                   coalesce(col_description(c.oid, a.attnum), '') = '%1$s' as retired,
                   coalesce(obj_description(c.oid, 'pg_class'), '') = '%1$s' as table_retired
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
            """.formatted(RETIRED);

    private static final String CONSTRAINTS = """
            select c.relname as owner, k.conname as name, k.convalidated as validated,
                   coalesce(target.relname, '') as target
            from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class target on target.oid = k.confrelid
            where c.relnamespace = current_schema()::regnamespace and k.contype in ('c', 'f')
            """;

    private static final String INDEXES = """
            select c.relname as owner, i.relname as name, x.indisvalid as valid, x.indisunique as is_unique
            from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
            where c.relnamespace = current_schema()::regnamespace
            """;

    private Introspection() {}

    static Found read(DSLContext database) {
        Map<String, Map<String, Found.Column>> columns = new HashMap<>();
        Map<String, Boolean> retired = new HashMap<>();
        database.fetch(COLUMNS).forEach(row -> {
            PostgresType type = PostgresType.of(row.get("type", String.class));
            put(columns, row, new Found.Column(type, row.get("retired", boolean.class)));
            retired.put(row.get("owner", String.class), row.get("table_retired", boolean.class));
        });
        Map<String, Map<String, Found.Constraint>> constraints = new HashMap<>();
        database.fetch(CONSTRAINTS)
                .forEach(row -> put(
                        constraints,
                        row,
                        new Found.Constraint(row.get("validated", boolean.class), row.get("target", String.class))));
        Map<String, Map<String, Found.Index>> indexes = new HashMap<>();
        database.fetch(INDEXES)
                .forEach(row -> put(
                        indexes,
                        row,
                        new Found.Index(row.get("valid", boolean.class), row.get("is_unique", boolean.class))));

        Map<String, Found.Table> tables = new HashMap<>();
        columns.forEach((table, its) -> tables.put(
                table,
                new Found.Table(
                        its,
                        constraints.getOrDefault(table, Map.of()),
                        indexes.getOrDefault(table, Map.of()),
                        retired.getOrDefault(table, false))));
        return new Found(tables);
    }

    private static <T> void put(Map<String, Map<String, T>> byTable, Record row, T thing) {
        byTable.computeIfAbsent(row.get("owner", String.class), _ -> new HashMap<>())
                .put(row.get("name", String.class), thing);
    }
}
