package hengke.kernel.identity;

import hengke.kernel.access.Actor;

/** Somebody who has shown who they are. */
public sealed interface Identified {
    Actor actor();

    /**
     * By the cookie of a session.
     *
     * @param session its id
     * @param csrf what a changing request must repeat
     */
    record BySession(Actor actor, long session, String csrf) implements Identified {}

    /** By a token of the API. */
    record ByToken(Actor actor, long token) implements Identified {}
}
