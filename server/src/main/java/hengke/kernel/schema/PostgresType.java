package hengke.kernel.schema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column type, in the words PostgreSQL itself uses.
 *
 * @param name without its bounds, e.g. {@code numeric}
 * @param precision digits, or characters; null when unbounded
 */
record PostgresType(String name, @Nullable Integer precision, int scale) {
    private static final Map<String, String> SHORT_FOR =
            Map.of("timestamptz", "timestamp with time zone", "varchar", "character varying");
    private static final Pattern FORM = Pattern.compile("([a-z ]+)(?:\\((\\d+)(?:,(\\d+))?\\))?(\\[])?");

    /** How a column that exists relates to the one that is wanted. */
    sealed interface Change permits None, Widened, Impossible {}

    /** What is there holds every wanted value. */
    record None() implements Change {}

    /** The type that holds what is there and what is wanted, reached without rewriting the table. */
    record Widened(PostgresType type) implements Change {}

    /** Values could be lost, or the table would have to be rewritten while nobody can use it. */
    record Impossible() implements Change {}

    static PostgresType of(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            return new PostgresType(written, null, 0);
        }
        String name = SHORT_FOR.getOrDefault(form.group(1), form.group(1));
        String list = Optional.ofNullable(form.group(4)).orElse("");
        Integer precision = form.group(2) == null ? null : Integer.valueOf(form.group(2));
        return new PostgresType(name + list, precision, form.group(3) == null ? 0 : Integer.parseInt(form.group(3)));
    }

    String sql() {
        return precision == null ? name : name + "(" + precision + (name.equals("numeric") ? "," + scale : "") + ")";
    }

    Change to(PostgresType wanted) {
        if (equals(wanted)) {
            return new None();
        }
        if (name.equals("character varying") && wanted.equals(of("text"))) {
            return new Widened(wanted);
        }
        return name.equals("numeric") && wanted.name.equals("numeric") ? toNumeric(wanted) : new Impossible();
    }

    /**
     * More digits in front are free. Another scale would rewrite every row under an exclusive lock, dropping the bound
     * does not; and the bound is checked wherever a value is read anyway.
     */
    private Change toNumeric(PostgresType wanted) {
        if (precision == null) {
            return new None();
        }
        if (wanted.precision == null) {
            return new Widened(wanted);
        }
        if (wanted.scale < scale || wanted.scale == scale && wanted.precision < precision) {
            return new Impossible();
        }
        return new Widened(wanted.scale == scale ? wanted : of("numeric"));
    }
}
