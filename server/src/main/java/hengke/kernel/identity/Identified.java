package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who has shown who they are. */
public sealed interface Identified {
    Actor actor();

    /**
     * By the cookie of a session.
     *
     * @param session its id
     * @param csrf what a changing request must repeat
     * @param viewing when an administrator looks through the eyes of the actor
     * @param owes what must be done before anything else, if anything
     */
    record BySession(
            Actor actor,
            long session,
            String csrf,
            @Nullable Viewing viewing,
            @Nullable Owed owes) implements Identified {
        public BySession(Actor actor, long session, String csrf) {
            this(actor, session, csrf, null, null);
        }
    }

    /** An administrator looks, and only looks, as somebody else. */
    record Viewing(long administrator, Instant until) {}

    /** By a token of the API. */
    record ByToken(Actor actor, long token) implements Identified {}
}
