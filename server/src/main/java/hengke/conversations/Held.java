package hengke.conversations;

import hengke.kernel.access.Actor;
import hengke.kernel.events.Broadcast;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * A conversation that one of its members does something with, and holds meanwhile: its messages come to be seen in the
 * order of their ids, so that “read up to here” never passes over one that appears later.
 *
 * @param direct whether it is one between two
 */
record Held(DSLContext within, long id, Actor by, boolean direct, Set<Long> members) {
    Held {
        members = Set.copyOf(members);
    }

    /** To whoever is no member it is not there. */
    static Held by(Actor by, DSLContext within, long conversation) {
        boolean direct = within.fetchOptional(
                        "select pair is not null from conversation where id = ? for update", conversation)
                .orElseThrow(Refusal.NotFound::new)
                .get(0, Boolean.class);
        Set<Long> members = within.fetch("select person from conversation_member where conversation = ?", conversation)
                .intoSet(row -> row.get("person", Long.class));
        if (!members.contains(by.user())) {
            throw new Refusal.NotFound();
        }
        return new Held(within, conversation, by, direct, members);
    }

    static Held groupBy(Actor by, DSLContext within, long conversation) {
        Held held = by(by, within, conversation);
        if (held.direct()) {
            throw new Refusal.Conflict("direct", Message.of("conversation.betweenTwo"), Map.of());
        }
        return held;
    }

    /** A message is the newest now; whoever did it has read what stood before. */
    void happened(long message, Instant at) {
        within.execute(
                "update conversation set last_message = ?, last_at = cast(? as timestamptz) where id = ?",
                message,
                at,
                id);
        within.execute(
                "update conversation_member set read_up_to = ? where conversation = ? and person = ?",
                message,
                id,
                by.user());
        news();
    }

    /** Whoever has it open hears of it. */
    void news() {
        Broadcast.send(within, Talk.CHANNEL, Long.toString(id));
    }
}
