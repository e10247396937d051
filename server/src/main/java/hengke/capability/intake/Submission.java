package hengke.capability.intake;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody sent, as it arrived, and what became of it.
 *
 * @param body {@code {"answers": {…}, "parameters": {…}, "page", "referrer"}}; of a mail {@code {"answers", "mail"}}
 * @param repaired the answers as somebody corrected them; null while they stand as they came
 * @param record the record it made or enriched
 * @param errors why it made none: {@code [{"field", "message"}]}
 */
public record Submission(
        long id,
        long source,
        Instant receivedAt,
        @Nullable String address,
        ObjectNode body,
        @Nullable ObjectNode repaired,
        State state,
        @Nullable Long record,
        @Nullable ArrayNode errors) {
    /** How far it is. */
    public enum State {
        /** Kept, and to be made a record of. */
        NEW,
        /** It made a record. */
        CREATED,
        /** It was found to be of somebody who is there already. */
        ENRICHED,
        /** Something in it cannot be taken as it is; somebody has to look. */
        FAILED,
        /** Sent by a program that fills in every field. */
        SPAM,
        /** Sent by a machine rather than a person, such as an automatic reply; the reason is with it. */
        IGNORED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** The answers that count. */
    public ObjectNode answers() {
        return repaired != null
                ? repaired
                : body.path("answers") instanceof ObjectNode answers ? answers : body.objectNode();
    }
}
