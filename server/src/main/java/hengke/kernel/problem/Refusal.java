package hengke.kernel.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An expected "no": thrown anywhere below the web, mapped there once to a problem document. */
public abstract sealed class Refusal extends RuntimeException {

    private final Message reason;

    private Refusal(Message reason) {
        super(reason.key() + " " + reason.arguments(), null, false, false);
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }

    /**
     * What is wrong with one value.
     *
     * @param field a field name or a path such as {@code filter.and[0].value}
     * @param details more for a program, e.g. the record that already has the value
     */
    public record FieldError(String field, String code, Message message, Map<String, Object> details) {
        public FieldError {
            details = Map.copyOf(details);
        }

        /** An error whose code is the last segment of its message key. */
        public static FieldError of(String field, Message message) {
            return of(field, message, Map.of());
        }

        public static FieldError of(String field, Message message, Map<String, Object> details) {
            return new FieldError(field, message.key().substring(message.key().lastIndexOf('.') + 1), message, details);
        }
    }

    /** Not there, or not visible: the two look the same. */
    public static final class NotFound extends Refusal {
        private final Map<String, @Nullable Object> details;

        public NotFound() {
            super(Message.of("problem.notFound"));
            this.details = Map.of();
        }

        /** Not there any more, and {@code details} say where to look instead. */
        public NotFound(Message reason, Map<String, @Nullable Object> details) {
            super(reason);
            this.details = details;
        }

        public Map<String, @Nullable Object> details() {
            return details;
        }
    }

    /** The actor is known but lacks a right. */
    public static final class Forbidden extends Refusal {
        private final String code;

        public Forbidden(Message reason) {
            this("forbidden", reason);
        }

        /** For a program that has to tell this refusal from others. */
        public Forbidden(String code, Message reason) {
            super(reason);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Nobody is signed in, or the sign-in was refused. */
    public static final class Unauthenticated extends Refusal {
        private final String code;

        public Unauthenticated(Message reason) {
            this("unauthenticated", reason);
        }

        /** A sign-in that lacks something, as a page can tell by the code. */
        public Unauthenticated(String code, Message reason) {
            super(reason);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The request cannot be read at all (malformed JSON, unknown operator, empty filter). */
    public static final class Unreadable extends Refusal {
        public Unreadable(Message reason) {
            super(reason);
        }
    }

    /** Values that are refused, each at its field. */
    public static final class Invalid extends Refusal {
        private final List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            super(
                    errors.isEmpty()
                            ? Message.of("problem.invalid")
                            : errors.getFirst().message());
            this.errors = List.copyOf(errors);
        }

        /** The same about a part of something larger, e.g. {@code lines[0]}. */
        public Invalid under(String at) {
            return new Invalid(errors.stream()
                    .map(error -> new FieldError(
                            error.field().isEmpty() ? at : at + "." + error.field(),
                            error.code(),
                            error.message(),
                            error.details()))
                    .toList());
        }

        public static Invalid at(String field, Message message) {
            return new Invalid(List.of(FieldError.of(field, message)));
        }

        /** What becomes of each of these; or everything that is wrong with any of them, at once. */
        public static <T, R> List<R> each(List<T> all, Function<? super T, ? extends R> step) {
            List<R> made = new ArrayList<>();
            List<FieldError> errors = new ArrayList<>();
            for (T one : all) {
                try {
                    made.add(step.apply(one));
                } catch (Invalid wrong) {
                    errors.addAll(wrong.errors());
                }
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            return List.copyOf(made);
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** Somebody of whom a problem tells; the reader gets the name with the id. */
    public record Person(long id) {}

    /** Somebody else was first, or the record has changed since it was read; {@code details} go into the problem. */
    public static final class Conflict extends Refusal {
        private final String code;
        private final Map<String, @Nullable Object> details;

        public Conflict(String code, Message reason, Map<String, @Nullable Object> details) {
            super(reason);
            this.code = code;
            this.details = details;
        }

        public String code() {
            return code;
        }

        public Map<String, @Nullable Object> details() {
            return details;
        }
    }

    /** Kept from change for a while, whoever asks. */
    public static final class Locked extends Refusal {
        public Locked(Message reason) {
            super(reason);
        }
    }

    /** More than allowed: a body, a file, a workbook. */
    public static final class TooLarge extends Refusal {
        public TooLarge(Message reason) {
            super(reason);
        }
    }

    /** A content type that is not served or accepted. */
    public static final class UnsupportedType extends Refusal {
        public UnsupportedType(Message reason) {
            super(reason);
        }
    }

    /** Too many attempts; try again after some seconds. */
    public static final class TooMany extends Refusal {
        private final long retryAfterSeconds;

        public TooMany(Message reason, long retryAfterSeconds) {
            super(reason);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
