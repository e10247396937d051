package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Somebody forgot their password and asks for a link by mail. Taking the request is the same work whether there is such
 * a person or not; who is meant, and whether they get anything, is found out afterwards, where nobody can watch.
 */
public final class PasswordRequests {
    static final int PER_ADDRESS = 10;
    static final int PER_PERSON = 3;
    static final Duration WINDOW = Duration.ofMinutes(30);

    private static final Duration GOOD = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(1);
    /** More than share an address by chance. */
    private static final int MOST = 5;

    private final DSLContext dsl;
    private final PasswordLinks links;
    private final Clock clock;

    PasswordRequests(DSLContext dsl, PasswordLinks links, Clock clock) {
        this.dsl = dsl;
        this.links = links;
        this.clock = clock;
    }

    /** How a link is handed on, in the transaction that makes it. */
    @FunctionalInterface
    public interface Sending {
        /** @param asked the language in which it was asked for */
        void send(DSLContext within, PasswordLinks.Issued link, Language asked);
    }

    /**
     * Takes a request; too many from one address must wait.
     *
     * @param account login or e-mail address, as typed
     * @param promise called with its number in the transaction that takes it, to have it answered
     */
    public void take(String account, Language language, Origin origin, LongConsumer promise) {
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            within.execute(
                    "select pg_advisory_xact_lock(hashtextextended('password request ' || ?, 0))", origin.address());
            requireFew(within, origin);
            promise.accept(within.fetchSingle(
                            "insert into password_request (at, account, address, language) values (cast(? as timestamptz), ?, ?, ?) returning id",
                            clock.instant(),
                            account.strip(),
                            origin.address(),
                            language.tag())
                    .get("id", Long.class));
        });
    }

    /** Makes a link for each person who is meant and may have one; once, however often it is called. */
    public void answer(long request, Sending sending) {
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            Optional<Record> open = within.fetchOptional(
                    "select account, language from password_request where id = ? and sent_to is null for update",
                    request);
            if (open.isEmpty()) {
                return;
            }
            List<Long> sentTo = new ArrayList<>();
            for (long person : meant(within, open.get().get("account", String.class))) {
                if (lately(within, person) < PER_PERSON) {
                    sending.send(
                            within,
                            links.issue(within, Actor.SYSTEM, person, GOOD),
                            Language.of(open.get().get("language", String.class)));
                    sentTo.add(person);
                }
            }
            within.execute(
                    "update password_request set sent_to = ? where id = ?", sentTo.toArray(Long[]::new), request);
        });
    }

    /** Forgets what was asked a day ago. */
    void sweep() {
        dsl.execute(
                "delete from password_request where at < cast(? as timestamptz)",
                clock.instant().minus(KEPT));
    }

    /** Those who sign in by password; whoever has none is let in by an invitation or a provider. */
    private static List<Long> meant(DSLContext within, String account) {
        return within.fetch("""
                select id from person
                where id > 0 and active and password_hash is not null and email <> ''
                  and (lower(login) = lower(?) or lower(email) = lower(?))
                order by id limit ? for update
                """, account, account, MOST).getValues("id", Long.class);
    }

    private long lately(DSLContext within, long person) {
        return within.fetchSingle(
                        "select count(*) from password_request where at > cast(? as timestamptz) and ? = any(sent_to)",
                        since(),
                        person)
                .get(0, Long.class);
    }

    private void requireFew(DSLContext within, Origin origin) {
        within.fetchOptional("""
                select at from password_request where address = ? and at > cast(? as timestamptz)
                order by at desc offset ? limit 1
                """, origin.address(), since(), PER_ADDRESS - 1).ifPresent(oldest -> {
            Duration wait = Duration.between(since(), oldest.get("at", Instant.class));
            throw new Refusal.TooMany(Message.of("identity.tooManyAttempts"), wait.toSeconds() + 1);
        });
    }

    private Instant since() {
        return clock.instant().minus(WINDOW);
    }
}
