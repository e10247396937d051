package hengke.kernel.learning;

import java.util.Map;

/**
 * What was known of a record at some moment, and how it ended.
 *
 * @param known by the name of the column; what is unknown is absent
 */
public record Case(Map<String, Object> known, boolean positive) {
    public Case {
        known = Map.copyOf(known);
    }
}
