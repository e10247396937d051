package hengke.kernel.events;

import org.jspecify.annotations.Nullable;

/** Something that happened, mostly to a record and within an operation; events of one record keep their order. */
public record Event<P>(
        EventKind<P> kind,
        @Nullable String object,
        @Nullable Long record,
        @Nullable Long operation,
        P payload) {

    /** Something that happened to no record in particular. */
    public static <P> Event<P> of(EventKind<P> kind, P payload) {
        return new Event<>(kind, null, null, null, payload);
    }
}
