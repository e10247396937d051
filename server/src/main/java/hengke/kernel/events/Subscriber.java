package hengke.kernel.events;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Somebody who is told of every event of some kinds, at least once, the events of one record in their order. Declared
 * as a bean; a new one hears what happens from its first start on.
 *
 * @param <P> what the events carry, or what their payloads have in common
 */
public interface Subscriber<P> {
    /** The lasting name under which progress is kept; never reuse or change it. */
    String name();

    Set<EventKind<? extends P>> kinds();

    /**
     * Handles some events, oldest first, in the given transaction, which also notes that they are handled. Whatever
     * takes long or leaves the database belongs into a job that is scheduled here. When it throws, nothing of the
     * transaction stays; the events then come again one by one.
     */
    void handle(List<Delivery<? extends P>> deliveries, DSLContext transaction) throws Exception;
}
