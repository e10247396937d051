package hengke.capability.signing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The end of a paper that not all have signed: its links lead nowhere, and whoever had been asked is told. */
@Component
class Ending {
    private final SigningMails mails;
    private final Clock clock;

    Ending(SigningMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    void of(DSLContext within, Envelope envelope, Envelope.State state, String who, String why) {
        Envelopes.end(within, envelope.id(), state, clock.instant().truncatedTo(ChronoUnit.MICROS), why);
        String key = "signing." + state.wire();
        envelope.parties().stream()
                .filter(party -> party.state() != Party.State.WAITING && !party.ours())
                .forEach(party -> mails.ended(within, envelope, party, key, why));
        mails.tell(within, envelope, envelope.createdBy(), key, who, state.wire());
    }
}
