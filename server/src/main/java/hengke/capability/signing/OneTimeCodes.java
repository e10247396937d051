package hengke.capability.signing;

import hengke.capability.signing.Envelopes.Turn;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.sms.Texter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Codes of six digits by mail or text message, which show that whoever has a link also reads the mailbox it was sent to, or
 * holds the mobile: good for ten minutes and five tries, at most five of them in an hour. Only their hash is kept.
 */
@Component
public final class OneTimeCodes {
    private static final Duration GOOD = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TRIES = 5;
    private static final int AN_HOUR = 5;
    private static final int CODES = 1_000_000;

    private final DSLContext database;
    private final SigningMails mails;
    private final Texter texter;
    private final SigningLog log;
    private final Turns turns;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(DSLContext database, SigningMails mails, Texter texter, SigningLog log, Turns turns) {
        this.database = database;
        this.mails = mails;
        this.texter = texter;
        this.log = log;
        this.turns = turns;
    }

    /** Sends a new one, in place of the one before. */
    public void send(LinkSecret secret, SigningLog.Origin origin) {
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            Turn turn = Envelopes.hold(within, secret).orElseThrow(Refusal.NotFound::new);
            if (turn.envelope().state().underWay()) {
                OwnSigning.require(turn.envelope());
            }
            Instant now = turns.now();
            Record row = within.fetchSingle(
                    "select code_sent from signing_party where id = ?",
                    turn.party().id());
            Instant[] sent = Arrays.stream(row.get("code_sent", Instant[].class))
                    .filter(at -> at.isAfter(now.minus(HOUR)))
                    .toArray(Instant[]::new);
            boolean soon = sent.length > 0 && sent[sent.length - 1].isAfter(now.minus(BETWEEN));
            if (soon || sent.length >= AN_HOUR) {
                throw new Refusal.TooMany(Message.of("signing.codeTooSoon"), (soon ? BETWEEN : HOUR).toSeconds());
            }
            String code = "%06d".formatted(random.nextInt(CODES));
            within.execute(
                    """
                    update signing_party set code_hash = ?, code_until = cast(? as timestamptz), code_tries = 0,
                        code_sent = array(select at from unnest(code_sent) at where at > cast(? as timestamptz))
                            || cast(? as timestamptz)
                    where id = ?
                    """,
                    hash(secret, code),
                    now.plus(GOOD),
                    now.minus(HOUR),
                    now,
                    turn.party().id());
            send(within, turn, code, origin);
        });
    }

    private void send(DSLContext within, Turn turn, String code, SigningLog.Origin origin) {
        Party party = turn.party();
        Map<String, String> how = Map.of();
        if (party.codeBy().texted()) {
            boolean simulated = texter.code(within, party.mobile().orElseThrow(), code, GOOD);
            CodeWay way = simulated ? CodeWay.SIMULATED_SMS : CodeWay.SMS;
            within.execute("update signing_party set code_by = ? where id = ?", way.wire(), party.id());
            how = Map.of("by", way.wire(), "mobile", party.maskedMobile().orElseThrow());
        } else {
            mails.code(within, turn.envelope(), party, code);
        }
        log.note(within, turn.envelope().id(), party.id(), null, "codeSent", how, origin);
    }

    /** Whether it was the one that was sent; each guess counts, also a wrong one. */
    public void check(LinkSecret secret, String code, SigningLog.Origin origin) {
        boolean right = database.transactionResult(configuration -> {
            DSLContext within = configuration.dsl();
            Turn turn = Envelopes.hold(within, secret).orElseThrow(Refusal.NotFound::new);
            Record row = within.fetchSingle(
                    "select code_hash, code_until, code_tries from signing_party where id = ?",
                    turn.party().id());
            byte[] kept = row.get("code_hash", byte[].class);
            if (kept == null
                    || turns.now().isAfter(row.get("code_until", Instant.class))
                    || row.get("code_tries", Integer.class) >= TRIES) {
                throw Invalid.at("code", Message.of("signing.codeOver"));
            }
            boolean same = MessageDigest.isEqual(kept, hash(secret, code));
            within.execute(
                    same
                            ? "update signing_party set verified_at = cast(? as timestamptz), code_hash = null where id = ?"
                            : "update signing_party set code_tries = code_tries + 1, code_until = least(code_until, cast(? as timestamptz)) where id = ?",
                    same ? turns.now() : turns.now().plus(GOOD),
                    turn.party().id());
            log.note(
                    within,
                    turn.envelope().id(),
                    turn.party().id(),
                    null,
                    same ? "verified" : "codeWrong",
                    Map.of(),
                    origin);
            return same;
        });
        if (!right) {
            throw Invalid.at("code", Message.of("signing.codeWrong"));
        }
    }

    /** Bound to the link, so that the hash of a code tells nothing by itself. */
    private static byte[] hash(LinkSecret secret, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((secret.text() + "\n" + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
