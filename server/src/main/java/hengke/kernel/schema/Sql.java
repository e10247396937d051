package hengke.kernel.schema;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** How names are written in the statements of this package. */
final class Sql {
    /** PostgreSQL cuts longer names off silently. */
    private static final int LONGEST_NAME = 63;

    private Sql() {}

    /** Always quoted, so that no name of an object or field is ever a reserved word. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The first part cut so that name and ending fit together. */
    static String fitting(String name, String ending) {
        int room = LONGEST_NAME - ending.length();
        return (name.length() <= room ? name : name.substring(0, room)) + ending;
    }

    /** Tells two definitions apart; the same on every machine and in every version. */
    static String fingerprint(String definition) {
        int hash = 0x811c9dc5;
        for (byte each : definition.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x01000193;
        }
        return "%08x".formatted(hash);
    }
}
