package hengke.kernel.schema;

import java.util.Map;
import java.util.Optional;

/** The tables of a database as they are. */
record Found(Map<String, Table> tables) {
    Found {
        tables = Map.copyOf(tables);
    }

    /**
     * A table as it is.
     *
     * @param retired its object was given up on purpose
     */
    record Table(
            Map<String, Column> columns,
            Map<String, Constraint> constraints,
            Map<String, Index> indexes,
            boolean retired) {
        Table {
            columns = Map.copyOf(columns);
            constraints = Map.copyOf(constraints);
            indexes = Map.copyOf(indexes);
        }

        boolean holdsRecords() {
            return ObjectTable.systemColumns().allMatch(columns::containsKey);
        }
    }

    /**
     * A column as it is.
     *
     * @param retired its field was given up on purpose
     */
    record Column(PostgresType type, boolean retired) {}

    /**
     * A constraint as it is.
     *
     * @param references the table a foreign key points at; empty for others
     */
    record Constraint(boolean validated, String references) {
        boolean isKey() {
            return !references.isEmpty();
        }
    }

    /**
     * An index as it is.
     *
     * @param valid false when its building was interrupted
     */
    record Index(boolean valid, boolean unique) {}

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }
}
