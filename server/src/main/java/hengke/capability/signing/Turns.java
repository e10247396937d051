package hengke.capability.signing;

import hengke.kernel.files.StoredFile;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Happened;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Leads a paper from one who signs to the next, and to its end. */
@Component
class Turns {
    private final RecordStatus status;
    private final SigningMails mails;
    private final Ending ending;
    private final SigningLog log;
    private final AuditPaper audit;
    private final PaperFiles files;
    private final LiveOrganisation organisation;
    private final Clock clock;

    Turns(
            RecordStatus status,
            SigningMails mails,
            Ending ending,
            SigningLog log,
            AuditPaper audit,
            PaperFiles files,
            LiveOrganisation organisation,
            Clock clock) {
        this.status = status;
        this.mails = mails;
        this.ending = ending;
        this.log = log;
        this.audit = audit;
        this.files = files;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Asks whose turn it is; once all have signed, the paper is complete. */
    void ask(DSLContext within, long id, String message) {
        Envelope envelope = Envelopes.hold(within, id).orElseThrow();
        Optional<Party> next = envelope.next();
        if (next.isPresent()) {
            ask(within, envelope, next.get(), message, false);
        } else {
            complete(within, envelope);
        }
    }

    /** With a link of its own each time, because the one before is known only to whom it was sent. */
    void ask(DSLContext within, Envelope envelope, Party party, String message, boolean again) {
        Instant now = now();
        within.execute("""
                update signing_party set state = 'asked', asked_at = coalesce(asked_at, cast(? as timestamptz)),
                    reminded_at = cast(? as timestamptz)
                where id = ?
                """, now, again ? now : null, party.id());
        String what = again ? "reminded" : "asked";
        String once = "turn" + party.turn() + (again ? now : "");
        if (party.ours()) {
            mails.tell(
                    within,
                    envelope,
                    party.person() == null ? 0 : party.person(),
                    again ? "signing.stillYours" : "signing.yours",
                    mails.nameOf(envelope.createdBy()),
                    once);
        } else if (mails.reach(party)) {
            mails.ask(within, envelope, party, link(within, party), message, again);
        } else { // links go by mail alone: whoever began it hands theirs over
            mails.tell(within, envelope, envelope.createdBy(), "signing.linkReady", party.name(), once);
            what = "linkReady";
        }
        log.note(
                within,
                envelope.id(),
                party.id(),
                null,
                what,
                party.email() == null ? Map.of() : Map.of("email", party.email()),
                SigningLog.Origin.NONE);
    }

    /** One more link for somebody whose turn it is; those before stay good. */
    LinkSecret link(DSLContext within, Party party) {
        LinkSecret secret = LinkSecret.random();
        within.execute("insert into signing_link (hash, party) values (?, ?)", secret.hash(), party.id());
        return secret;
    }

    /**
     * What the provider of a paper tells of it, which whoever asks holds; what is known already, or not to be yet, changes
     * nothing.
     */
    void happened(DSLContext within, Envelope envelope, Happening happening, SigningLog.Origin origin) {
        Party party = envelope.next()
                .filter(next -> envelope.state().underWay()
                        && next.turn() == happening.turn()
                        && next.state() == Party.State.ASKED)
                .orElse(null);
        if (party == null) {
            return;
        }
        switch (happening) {
            case Happening.Read read -> read(within, envelope, party, read, origin);
            case Happening.Signed signed -> signed(within, envelope, party, signed, origin);
            case Happening.Declined declined -> declined(within, envelope, party, declined, origin);
        }
    }

    private void read(
            DSLContext within, Envelope envelope, Party party, Happening.Read read, SigningLog.Origin origin) {
        if (party.readAt() == null) {
            within.execute(
                    "update signing_party set read_at = cast(? as timestamptz) where id = ?", read.at(), party.id());
            log.note(within, envelope.id(), party.id(), null, "read", Map.of(), origin);
        }
    }

    /** The paper with that signature is the one that goes on. */
    private void signed(
            DSLContext within, Envelope envelope, Party party, Happening.Signed signed, SigningLog.Origin origin) {
        StoredFile file = files.find(signed.file() == null ? envelope.file() : signed.file());
        within.execute("""
                update signing_party set state = 'signed', signed_at = cast(? as timestamptz), way = ?, file_hash = ?
                where id = ?
                """, signed.at(), signed.way(), signed.file() == null ? null : file.sha256(), party.id());
        within.execute(
                "update signing_envelope set state = 'partly', file_id = ? where id = ?", file.id(), envelope.id());
        Map<String, Object> how = new HashMap<>(signed.how());
        how.put("way", signed.way());
        if (signed.file() != null) {
            how.put("hash", file.sha256());
        }
        log.note(within, envelope.id(), party.id(), party.person(), "signed", how, origin);
        Happened.tell(within, envelope.about(), null, SigningHappenings.SIGNED);
        ask(within, envelope.id(), "");
    }

    private void declined(
            DSLContext within, Envelope envelope, Party party, Happening.Declined declined, SigningLog.Origin origin) {
        within.execute(
                "update signing_party set state = 'declined', reason = ? where id = ?", declined.reason(), party.id());
        log.note(within, envelope.id(), party.id(), null, "declined", Map.of("reason", declined.reason()), origin);
        end(within, envelope, Envelope.State.DECLINED, party.name(), declined.reason());
    }

    private void complete(DSLContext within, Envelope envelope) {
        Instant now = now();
        StoredFile file = files.find(envelope.file());
        within.execute("""
                update signing_envelope set state = 'complete', hash_after = ?, ended_at = cast(? as timestamptz)
                where id = ?
                """, file.sha256(), now, envelope.id());
        log.note(within, envelope.id(), null, null, "completed", Map.of("hash", file.sha256()), SigningLog.Origin.NONE);
        LocalDate today = LocalDate.ofInstant(now, organisation.get().company().timeZone());
        follow(within, envelope, status.complete(within, envelope.about(), today));
        Envelope done = Envelopes.hold(within, envelope.id()).orElseThrow();
        StoredFile record = files.keep(audit.name(done), audit.of(within, done, SigningMails.verifying(done)));
        within.execute("update signing_envelope set audit_file = ? where id = ?", record.id(), envelope.id());
        List<Mail.Enclosure> enclosures = List.of(
                new Mail.Enclosure(file.id(), done.title() + ".pdf"), new Mail.Enclosure(record.id(), record.name()));
        done.parties().forEach(party -> mails.complete(within, done, party, enclosures));
        mails.tell(within, done, done.createdBy(), "signing.completed", "", "complete");
        Happened.tell(within, done.about(), null, SigningHappenings.COMPLETED);
    }

    /** It ends without all signatures: those who had been asked are told, and the record is as before. */
    void end(DSLContext within, Envelope envelope, Envelope.State state, String who, String why) {
        ending.of(within, envelope, state, who, why);
        Happened.tell(within, envelope.about(), null, SigningHappenings.ENDED);
        follow(within, envelope, status.back(within, envelope.about()));
    }

    private void follow(DSLContext within, Envelope envelope, Optional<Refusal> refused) {
        refused.ifPresent(refusal -> log.note(
                within,
                envelope.id(),
                null,
                null,
                "statusRefused",
                Map.of("why", refusal.reason().in(hengke.kernel.problem.Language.CHINESE)),
                SigningLog.Origin.NONE));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
