package hengke.kernel.query;

import hengke.kernel.metadata.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the following page; null when this is the last one
 * @param count how many there are in all; null when it was not asked
 */
public record Page(
        List<Row> rows, @Nullable String next, @Nullable Count count) {

    /** @param exact false: there are at least this many */
    public record Count(long value, boolean exact) {}

    public Page {
        rows = List.copyOf(rows);
    }
}
