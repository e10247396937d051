package hengke.kernel.schema;

import hengke.kernel.metadata.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables a catalog asks for, as they should be. */
record Layout(Map<String, Table> tables) {

    /** A table as it should be. */
    record Table(String name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        Table {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
            indexes = List.copyOf(indexes);
        }

        Optional<Column> column(String columnName) {
            return columns.stream()
                    .filter(column -> column.name().equals(columnName))
                    .findFirst();
        }
    }

    /**
     * A column.
     *
     * @param rule what stands behind the type; empty for the columns of fields, which are always nullable: requiredness
     *     may come with a later version, when there are rows without a value
     */
    record Column(String name, PostgresType type, String rule) {
        boolean system() {
            return !rule.isEmpty();
        }

        String definition() {
            return (Sql.quoted(name) + " " + type.sql() + " " + rule).strip();
        }
    }

    /**
     * A check or foreign key.
     *
     * @param column of a foreign key
     * @param references the table it points at
     */
    record Constraint(
            String name,
            String definition,
            @Nullable String column,
            @Nullable String references) {

        static Constraint check(String name, String definition) {
            return new Constraint(name, definition, null, null);
        }
    }

    /**
     * An index.
     *
     * @param body from the method on: {@code using btree ("owner") where …}
     */
    record Index(String name, boolean unique, String body) {}

    static Layout of(Catalog catalog) {
        Map<String, Table> tables = new LinkedHashMap<>();
        catalog.objects().stream()
                .flatMap(object -> Stream.of(ObjectTable.of(object, catalog), SearchTable.of(object)))
                .forEach(table -> tables.put(table.name(), table));
        return new Layout(tables);
    }
}
