package hengke.capability.signing;

import hengke.kernel.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the time brings: those who have not signed are reminded, and what was not signed in time ends. */
@Component
class SigningClock {
    private static final Duration DRAFTS_KEPT = Duration.ofDays(1);

    private final DSLContext database;
    private final Turns turns;
    private final SigningLog log;
    private final Settings settings;

    SigningClock(DSLContext database, Turns turns, SigningLog log, Settings settings) {
        this.database = database;
        this.turns = turns;
        this.log = log;
        this.settings = settings;
    }

    void run() {
        Instant now = turns.now();
        database.execute(
                "delete from signing_envelope where state = 'draft' and created_at < cast(? as timestamptz)",
                now.minus(DRAFTS_KEPT));
        database.fetch("""
                        select id from signing_envelope
                        where state in ('out', 'partly') and until_at < cast(? as timestamptz) order by id
                        """, now).map(row -> row.get("id", Long.class)).forEach(this::expire);
        long days = settings.get(SigningSettings.REMIND);
        if (days > 0) {
            Instant before = now.minus(Duration.ofDays(days));
            due(before).forEach(id -> remind(id, before));
        }
    }

    private Stream<Long> due(Instant before) {
        return database.fetch("""
                        select e.id from signing_envelope e join signing_party p on p.envelope = e.id
                        where e.state in ('out', 'partly') and p.state = 'asked'
                          and coalesce(p.reminded_at, p.asked_at) < cast(? as timestamptz) order by e.id
                        """, before).map(row -> row.get("id", Long.class)).stream();
    }

    /** Each by itself, and asked anew once it is held: another node may have been first. */
    private void expire(long id) {
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            Optional<Envelope> held = Envelopes.hold(within, id)
                    .filter(envelope -> envelope.state().underWay());
            if (held.isPresent()) {
                log.note(within, id, null, null, "expired", Map.of(), SigningLog.Origin.NONE);
                turns.end(within, held.get(), Envelope.State.EXPIRED, "", "");
            }
        });
    }

    private void remind(long id, Instant before) {
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            Envelopes.hold(within, id)
                    .filter(envelope -> envelope.state().underWay())
                    .ifPresent(envelope -> envelope.next()
                            .filter(party -> party.state() == Party.State.ASKED
                                    && lastAsked(party).isBefore(before))
                            .ifPresent(party -> turns.ask(within, envelope, party, "", true)));
        });
    }

    private static Instant lastAsked(Party party) {
        Instant reminded = party.remindedAt();
        Instant asked = party.askedAt();
        return reminded != null ? reminded : asked != null ? asked : Instant.MAX;
    }
}
