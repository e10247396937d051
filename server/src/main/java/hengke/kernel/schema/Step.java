package hengke.kernel.schema;

import hengke.kernel.schema.Layout.Column;
import hengke.kernel.schema.Layout.Constraint;
import hengke.kernel.schema.Layout.Index;
import hengke.kernel.schema.Layout.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing to do to the database; done as a whole or not at all, and asked for again if it was not. */
sealed interface Step {
    String table();

    /** What it does, in words. */
    default String title() {
        return switch (this) {
            case CreateTable _ -> "create table " + table();
            case AddColumns(String table, List<Column> columns) ->
                "add to " + table + ": " + columns.stream().map(Column::name).collect(Collectors.joining(", "));
            case WidenColumn(String table, String column, PostgresType from, PostgresType to) ->
                "widen " + table + "." + column + " from " + from.sql() + " to " + to.sql();
            case AddConstraint(String table, Constraint constraint) -> "constrain " + table + ": " + constraint.name();
            case ValidateConstraint(String table, String constraint) -> "validate " + table + ": " + constraint;
            case CreateIndex(String table, Index index) -> "index " + table + ": " + index.name();
            case DropConstraint(String table, String constraint) -> "free " + table + " of " + constraint;
            case ForgetLost(String table, String column, String target) ->
                "forget what " + table + "." + column + " points at and " + target + " no longer holds";
            case DropColumns(String table, List<String> columns) ->
                "remove from " + table + ": " + String.join(", ", columns);
            case DropTable _ -> "remove table " + table();
            case DropIndex(String table, String index) -> "drop index of " + table + ": " + index;
        };
    }

    /** The statements, in order. */
    List<String> statements();

    /**
     * True when it needs a moment alone with the table: it then waits for that moment only shortly and tries again,
     * because everybody else waits behind it. The others run beside readers and writers, outside a transaction.
     */
    boolean alone();

    /** A new table with its checks and indexes; keys to other tables follow when all tables are there. */
    record CreateTable(Table wanted) implements Step {
        @Override
        public String table() {
            return wanted.name();
        }

        @Override
        public List<String> statements() {
            String parts = Stream.concat(
                            wanted.columns().stream().map(Column::definition),
                            wanted.constraints().stream()
                                    .filter(constraint -> constraint.references() == null)
                                    .map(constraint -> "constraint " + Sql.quoted(constraint.name()) + " "
                                            + constraint.definition()))
                    .collect(Collectors.joining(",\n    "));
            String create = "create table " + Sql.quoted(table()) + " (\n    " + parts + "\n)";
            return Stream.concat(
                            Stream.of(create),
                            wanted.indexes().stream().map(index -> Step.create(index, "index", table())))
                    .toList();
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    /** New columns, empty: takes a moment, however large the table. */
    record AddColumns(String table, List<Column> columns) implements Step {
        public AddColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public List<String> statements() {
            return List.of(columns.stream()
                    .map(column -> "add column " + column.definition())
                    .collect(Collectors.joining(", ", alter(table), "")));
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    /** A type that holds more; chosen so that the rows need not be rewritten. */
    record WidenColumn(String table, String column, PostgresType from, PostgresType to) implements Step {
        @Override
        public List<String> statements() {
            return List.of(alter(table) + "alter column " + Sql.quoted(column) + " type " + to.sql());
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    /** A check or key that holds for new rows at once. */
    record AddConstraint(String table, Constraint constraint) implements Step {
        @Override
        public List<String> statements() {
            return List.of(alter(table) + "add constraint " + Sql.quoted(constraint.name()) + " "
                    + constraint.definition() + " not valid");
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    /** Looks whether the old rows keep a constraint too. */
    record ValidateConstraint(String table, String constraint) implements Step {
        @Override
        public List<String> statements() {
            return List.of(alter(table) + "validate constraint " + Sql.quoted(constraint));
        }

        @Override
        public boolean alone() {
            return false;
        }
    }

    /** An index on a table in use. */
    record CreateIndex(String table, Index index) implements Step {
        @Override
        public List<String> statements() {
            return List.of(create(index, "index concurrently", table));
        }

        @Override
        public boolean alone() {
            return false;
        }
    }

    /** Away with an index whose building was interrupted, or with a uniqueness that is no longer asked for. */
    record DropIndex(String table, String index) implements Step {
        @Override
        public List<String> statements() {
            return List.of("drop index concurrently if exists " + Sql.quoted(index));
        }

        @Override
        public boolean alone() {
            return false;
        }
    }

    /** Away with the key of an own field that was deleted. */
    record DropConstraint(String table, String constraint) implements Step {
        @Override
        public List<String> statements() {
            return List.of(alter(table) + "drop constraint if exists " + Sql.quoted(constraint));
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    /** Empties a pointer whose target was removed while nothing held it. */
    record ForgetLost(String table, String column, String target) implements Step {
        @Override
        public List<String> statements() {
            String pointer = Sql.quoted(column);
            return List.of("update " + Sql.quoted(table) + " as pointing set " + pointer + " = null where " + pointer
                    + " is not null and not exists (select from " + Sql.quoted(target) + " as target where target.id"
                    + " = pointing." + pointer + ")");
        }

        @Override
        public boolean alone() {
            return false;
        }
    }

    /** The end of own fields that were deleted long ago. */
    record DropColumns(String table, List<String> columns) implements Step {
        public DropColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public List<String> statements() {
            return List.of(columns.stream()
                    .map(column -> "drop column if exists " + Sql.quoted(column))
                    .collect(Collectors.joining(", ", alter(table), "")));
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    /** The end of an own object that was deleted long ago. */
    record DropTable(String table) implements Step {
        @Override
        public List<String> statements() {
            return List.of("drop table if exists " + Sql.quoted(table));
        }

        @Override
        public boolean alone() {
            return true;
        }
    }

    private static String alter(String table) {
        return "alter table " + Sql.quoted(table) + " ";
    }

    private static String create(Index index, String kind, String table) {
        return "create " + (index.unique() ? "unique " : "") + kind + " " + Sql.quoted(index.name()) + " on "
                + Sql.quoted(table) + " " + index.body();
    }
}
