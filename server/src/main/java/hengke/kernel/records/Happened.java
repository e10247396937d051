package hengke.kernel.records;

import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Outbox;
import hengke.kernel.metadata.type.Link;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Something other than a change of its values has happened to a record: it was approved, its paper was opened.
 *
 * @param what as {@link Happenings} names it
 */
public record Happened(String what) {
    public static final EventKind<Happened> KIND = new EventKind<>("record.happened", Happened.class);

    /** Told with the transaction, never without; within an operation where there is one. */
    public static void tell(DSLContext within, Link about, @Nullable Long operation, String what) {
        Outbox.publish(within, new Event<>(KIND, about.object(), about.id(), operation, new Happened(what)));
    }
}
