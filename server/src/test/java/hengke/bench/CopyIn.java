package hengke.bench;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.schema.SearchTable;
import hengke.kernel.search.SearchDocuments;
import hengke.kernel.text.SearchText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows of an object and their search texts, by COPY straight into the tables. */
final class CopyIn {
    private static final int CHUNK = 2_000;

    private final CopyManager copy;
    private final ObjectDefinition object;
    private final String into;
    private final String intoSearch;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder searchRows = new StringBuilder();
    private int waiting;

    CopyIn(Connection connection, ObjectDefinition object) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.object = object;
        String columns = fields(object)
                .flatMap(field -> field.type().columns().stream().map(column -> field.column() + column.suffix()))
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
        this.into = "copy \"" + object.table() + "\" (" + columns + ") from stdin";
        this.intoSearch = "copy \"" + SearchTable.name(object) + "\" (record_id, title, body, grams) from stdin";
    }

    void add(Row row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        fields(object).forEach(field -> values.addAll(columns(field, row)));
        line(rows, values);
        SearchText text = SearchDocuments.text(object, row);
        line(
                searchRows,
                Arrays.asList(row.id(), text.title(), text.body(), text.grams().toArray()));
        if (++waiting == CHUNK) {
            flush();
        }
    }

    private static Stream<Field<?>> fields(ObjectDefinition object) {
        return object.fields().stream().filter(field -> !field.isFormula());
    }

    void flush() throws SQLException {
        send(into, rows);
        send(intoSearch, searchRows);
        waiting = 0;
    }

    private void send(String statement, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        var in = copy.copyIn(statement);
        in.writeToCopy(bytes, 0, bytes.length);
        in.endCopy();
        lines.setLength(0);
    }

    private static <T> List<@Nullable Object> columns(Field<T> field, Row row) {
        T value = row.get(field);
        return value == null
                ? Arrays.asList(new Object[field.type().columns().size()])
                : field.type().toColumns(value);
    }

    private static void line(StringBuilder lines, List<@Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                lines.append('\t');
            }
            Object value = values.get(i);
            if (value == null) {
                lines.append("\\N");
            } else {
                escape(lines, value instanceof Object[] array ? array(array) : value.toString());
            }
        }
        lines.append('\n');
    }

    private static String array(Object[] values) {
        return Arrays.stream(values)
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void escape(StringBuilder lines, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\t' -> lines.append("\\t");
                case '\r' -> lines.append("\\r");
                default -> lines.append(character);
            }
        }
    }
}
