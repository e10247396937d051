package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.events.Broadcast;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The one door for changes to people, departments and roles: one after the other, all or nothing, and seen by every node.
 */
final class OrganisationChanges {
    static final String CHANNEL = "organisation";

    private final DSLContext dsl;
    private final LiveOrganisation live;
    private final Clock clock;

    OrganisationChanges(DSLContext dsl, LiveOrganisation live, Clock clock) {
        this.dsl = dsl;
        this.live = live;
        this.clock = clock;
    }

    /** Makes a change in the name of an administrator, or refuses it. */
    <T> T make(Actor by, Function<DSLContext, T> change) {
        requireAdministrator(by);
        return apply(by, change);
    }

    /** Makes a change that whoever asks has been found to be allowed. */
    <T> T apply(Actor by, Function<DSLContext, T> change) {
        T result = dsl.transactionResult(transaction -> {
            DSLContext within = transaction.dsl();
            tellChanged(within);
            Organisation before = asItIs(within);
            T made = change.apply(within);
            Administrators.requireOne(within);
            OrganisationLog.record(within, by, clock.instant(), before, asItIs(within));
            return made;
        });
        live.refresh();
        return result;
    }

    /** As this transaction sees it. */
    private Organisation asItIs(DSLContext within) {
        return new LiveOrganisation(within, clock).get();
    }

    /** Whoever acts after this transaction acts on the organisation as it then is, on every node. */
    static void tellChanged(DSLContext within) {
        within.execute("update organisation_version set version = version + 1");
        Broadcast.send(within, CHANNEL, "changed");
    }

    void requireAdministrator(Actor by) {
        if (!live.get().administrator(by)) {
            throw new Refusal.Forbidden(Message.of("access.administratorsOnly"));
        }
    }

    /** Refuses when the row that somebody saw is no longer the one that is there. */
    static void requireCurrent(DSLContext within, String table, long id, long seen) {
        long current = within.fetchOptional("select version from {0} where id = {1}", DSL.name(table), DSL.val(id))
                .orElseThrow(Refusal.NotFound::new)
                .get("version", Long.class);
        if (seen != current) {
            throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", current));
        }
    }
}
