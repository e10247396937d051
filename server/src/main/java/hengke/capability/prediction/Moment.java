package hengke.capability.prediction;

import hengke.kernel.metadata.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A record as it was at some moment, and what is known of it then.
 *
 * @param row its values of then
 * @param began when its life began
 * @param at the moment
 * @param past is it another one than now? Then what lies beside the record must be asked as of then
 * @param known collects what clues tell, by their names
 */
record Moment(Row row, Instant began, Instant at, boolean past, Map<String, Object> known) {
    static Moment past(Row row, Instant began, Instant at) {
        return new Moment(row, began, at, true, new HashMap<>());
    }

    static Moment now(Row row, Instant began, Instant at) {
        return new Moment(row, began, at, false, new HashMap<>());
    }

    long id() {
        return row.id();
    }
}
