package hengke.automation;

import hengke.kernel.problem.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a run at a step. */
sealed interface Outcome {
    /**
     * It goes on.
     *
     * @param operation what was changed by it; null where nothing was
     * @param note what there is to say about it
     */
    record Done(@Nullable Long operation, @Nullable Message note) implements Outcome {
        static final Done QUIETLY = new Done(null, null);
    }

    /** It takes one of the ways that go from here. */
    record Goes(int way) implements Outcome {}

    /**
     * It stays here.
     *
     * @param look when to look again
     * @param deadline until when at the latest
     * @param watching is it to be looked at as soon as the record changes?
     */
    record Stays(Instant look, Instant deadline, boolean watching) implements Outcome {}

    /**
     * It cannot be done.
     *
     * @param passing may it be possible later?
     */
    record Failed(Message why, boolean passing) implements Outcome {}

    /** It ends here. */
    record Ends(Reason reason) implements Outcome {}

    /** Why a run is over before its last step. */
    enum Reason {
        /** The plan says so. */
        STOP,
        /** The record is gone, or out of reach of whoever it acts as. */
        GONE,
        /** It would go in a circle. */
        LOOP,
        /** Its causes lie too deep. */
        DEPTH,
        /** The record began too often. */
        OFTEN,
        /** It is older than runs may become. */
        AGE,
        /** Somebody has ended it. */
        ENDED;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
