package hengke.capability.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way by which records come from outside.
 *
 * @param key its part of the address, which nobody can guess
 * @param object what the submissions become, by name
 * @param version 0 for one that is not stored yet
 */
public record IntakeSource(
        long id, String key, Kind kind, String name, String object, boolean active, Design design, long version) {
    /** How it is reached. */
    public enum Kind {
        /** A page with a form, by itself or within another site. */
        FORM,
        /** A call by another program, as it sends its data. */
        HOOK,
        /** A mailbox that is read; each mail is one submission. */
        MAIL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it asks and what becomes of the answers.
     *
     * @param heading above a form
     * @param thanks what is said after it was sent
     * @param redirect where the browser goes instead, an absolute https or http address
     * @param questions in order
     * @param constants by field of the record: the wire value that every record from here gets
     */
    public record Design(
            String heading,
            @Nullable String intro,
            @Nullable String button,
            @Nullable String thanks,
            @Nullable String redirect,
            List<Question> questions,
            Map<String, Object> constants) {
        public Design {
            questions = List.copyOf(questions);
            constants = Map.copyOf(constants);
        }
    }

    /**
     * One thing that is asked.
     *
     * @param key the name of the answer in a submission
     * @param field the field of the record it goes to; absent where it is only kept
     * @param parameter the parameter of the page's address it is taken from without asking, e.g. {@code utm_source}
     */
    public record Question(
            String key,
            String label,
            @Nullable String help,
            boolean required,
            @Nullable String field,
            @Nullable String parameter) {
        public boolean hidden() {
            return parameter != null;
        }
    }

    public Optional<Question> question(String wanted) {
        return design.questions().stream()
                .filter(question -> question.key().equals(wanted))
                .findFirst();
    }
}
