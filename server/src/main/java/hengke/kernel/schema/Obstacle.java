package hengke.kernel.schema;

/**
 * Why the database cannot be brought to the catalog without risk, in a developer's or administrator's words.
 *
 * @param column empty when it is about the table
 * @param migration what to write instead, as SQL to complete
 */
public record Obstacle(String table, String column, String reason, String migration) {
    @Override
    public String toString() {
        return table + (column.isEmpty() ? "" : "." + column) + ": " + reason + "\n    " + migration;
    }
}
