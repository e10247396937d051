package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Authority;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did as one thing: a save, a bulk change, an import, an undo. Everything written under it is taken back
 * together.
 *
 * @param token the token it was asked for with
 * @param message why it failed
 */
public record Operation(
        long id,
        Kind kind,
        @Nullable String object,
        String label,
        long actor,
        @Nullable Long token,
        String through,
        Status status,
        long total,
        long done,
        long changed,
        long failed,
        boolean undoable,
        @Nullable Long undoneBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String conflicts,
        @Nullable String message) {

    /** What kind of act it is. */
    public enum Kind {
        CREATE,
        EDIT,
        DELETE,
        RESTORE,
        BULK,
        IMPORT,
        EXPORT,
        UNDO,
        COMMAND,
        DEMO;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By whose leave the rest of it is done. */
    public Authority authority() {
        return new Authority(actor, token);
    }

    /** May this person follow it and take it back? */
    public boolean belongsTo(Actor asker) {
        return asker.system() || asker.user() == actor;
    }
}
