package hengke.kernel.transfer.importing;

import hengke.kernel.access.Authority;
import hengke.kernel.metadata.Label;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One file to be taken in, how, and how far it is.
 *
 * @param layout what was understood of the file: format, sheet, header row, columns with samples
 * @param mapping target names by column number, from 1
 * @param keys the fields by which a row is recognised as a record that exists
 * @param attempt which run of it this is: a trial, another trial, the real one
 * @param authority by whose leave it runs: whoever began it, or who opened it as long as nobody has
 * @param lastRow the last row of the file that has its verdict
 */
public record ImportJob(
        long id,
        String object,
        long actor,
        String through,
        long file,
        String fileName,
        long fileSize,
        ObjectNode layout,
        Status status,
        Map<Integer, String> mapping,
        Mode mode,
        List<String> keys,
        OnDuplicate onDuplicate,
        boolean dryRun,
        @Nullable Long operation,
        int attempt,
        Authority authority,
        int lastRow,
        Progress progress,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum Status {
        MAPPING,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean working() {
            return this == CHECKING || this == RUNNING;
        }
    }

    /** New records only, changes only, or both. */
    public enum Mode {
        INSERT,
        UPDATE,
        UPSERT
    }

    /** What to do with a row whose record exists already when new ones are wanted. */
    public enum OnDuplicate {
        SKIP,
        UPDATE,
        MARK
    }

    /** What became of a row. */
    public enum RowVerdict {
        CREATE,
        UPDATE,
        SKIP,
        MARK,
        FAILED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Progress(long total, long done, long created, long updated, long skipped, long marked, long failed) {}

    /** The verdict on one row. */
    public record RowResult(
            int row, RowVerdict verdict, @Nullable Long record, ObjectNode content, List<RowError> errors) {}

    /** @param field a target's name; empty for the row as a whole */
    public record RowError(String field, Label message) {}

    public int sheet() {
        return layout.path("sheetIndex").asInt(0);
    }
}
