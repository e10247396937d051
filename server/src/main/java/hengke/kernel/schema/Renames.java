package hengke.kernel.schema;

import hengke.kernel.schema.Layout.Column;
import hengke.kernel.schema.Layout.Table;
import java.util.List;
import java.util.Optional;

/**
 * Sees what may be a new name for something old, which nobody but its author can know. Guessing wrong would show
 * users an empty column; so the author says it, by a rename or by retiring the old one.
 */
final class Renames {
    /** Own fields never change their names. */
    private static final String OWN = "c_";

    private final Found found;
    private final Layout layout;

    Renames(Found found, Layout layout) {
        this.found = found;
        this.layout = layout;
    }

    Optional<Obstacle> of(Table table, Found.Table there, Column added) {
        if (added.name().startsWith(OWN)) {
            return Optional.empty();
        }
        List<String> candidates = there.columns().entrySet().stream()
                .filter(old -> table.column(old.getKey()).isEmpty()
                        && !old.getKey().startsWith(OWN)
                        && !old.getValue().retired()
                        && !(old.getValue().type().to(added.type()) instanceof PostgresType.Impossible))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(renamedColumn(table.name(), added.name(), candidates));
    }

    private static Obstacle renamedColumn(String table, String added, List<String> candidates) {
        String old = candidates.getFirst();
        return new Obstacle(
                table,
                added,
                "is new, and " + String.join(", ", candidates) + " no longer declared: the same under another name?",
                "alter table " + Sql.quoted(table) + " rename column " + Sql.quoted(old) + " to " + Sql.quoted(added)
                        + "; -- or: comment on column " + Sql.quoted(table) + "." + Sql.quoted(old) + " is "
                        + Sql.literal(Introspection.RETIRED) + ";");
    }

    /** An object's table that is new, while one that looks like it is no longer asked for. */
    Optional<Obstacle> of(Table added) {
        return found.tables().entrySet().stream()
                .filter(old -> !layout.tables().containsKey(old.getKey())
                        && !old.getValue().retired()
                        && old.getValue().holdsRecords()
                        && alike(added, old.getValue()))
                .map(old -> renamedTable(added.name(), old.getKey()))
                .findFirst();
    }

    private static Obstacle renamedTable(String added, String old) {
        return new Obstacle(
                added,
                "",
                "is new, and " + old + " no longer declared: the same under another name?",
                "alter table " + Sql.quoted(old) + " rename to " + Sql.quoted(added) + "; -- or: comment on table "
                        + Sql.quoted(old) + " is " + Sql.literal(Introspection.RETIRED) + ";");
    }

    private static boolean alike(Table added, Found.Table old) {
        List<Column> own = added.columns().stream()
                .filter(column -> ObjectTable.systemColumns().noneMatch(column.name()::equals))
                .toList();
        long common = own.stream()
                .filter(column -> old.columns().containsKey(column.name()))
                .count();
        return common * 2 > own.size();
    }
}
