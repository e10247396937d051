package hengke.capability.prediction;

import hengke.kernel.learning.Column;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import org.jspecify.annotations.Nullable;

/**
 * Something that may tell how a record will end.
 *
 * @param field whose value it is; null when it is counted from elsewhere
 * @param unit in what a number is counted
 * @param ofLife does it tell of the life of the record, of which one that was entered as ended has none?
 */
public record Clue(Column column, Label label, @Nullable Field<?> field, Unit unit, boolean ofLife) {
    /** What numbers of a clue are. */
    public enum Unit {
        PLAIN,
        DAYS,
        /** Days until a date; less than nothing when it has passed. */
        DAYS_AHEAD
    }

    public String name() {
        return column.name();
    }
}
