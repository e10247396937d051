package hengke.kernel.mail.inbox;

import hengke.kernel.mail.Mailer;
import hengke.kernel.mail.inbox.ImapSession.RawMail;
import hengke.kernel.mail.inbox.ReadingTurns.Turn;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads mailboxes, each for itself, so that one that does not answer holds up no other. Nothing is deleted on the server.
 */
public final class MailboxReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);
    private static final int AT_ONCE = 4;

    /** One turn; what is left comes in the next. */
    private static final Duration TURN = Duration.ofSeconds(60);

    /** A server that answers byte by byte is left then. */
    private static final Duration LONGEST = Duration.ofSeconds(100);

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final ReadingTurns turns;
    private final SecretBox box;
    private final Mailer mailer;
    private final Map<String, MailTaker> takers;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<Thread> reading = ConcurrentHashMap.newKeySet();

    MailboxReader(ReadingTurns turns, SecretBox box, Mailer mailer, List<MailTaker> takers) {
        this.turns = turns;
        this.box = box;
        this.mailer = mailer;
        this.takers = takers.stream().collect(Collectors.toMap(MailTaker::purpose, Function.identity()));
    }

    /** Begins to read what is due, and does not wait for it. */
    void readDue() {
        while (places.tryAcquire()) {
            Optional<Turn> turn = next();
            if (turn.isEmpty()) {
                places.release();
                return;
            }
            begin(turn.get(), places::release);
        }
    }

    private Optional<Turn> next() {
        try {
            return turns.next();
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    /** Reads one now and waits for it; its state tells how that went. */
    public void read(String purpose, long owner) {
        turns.now(purpose, owner).ifPresent(turn -> {
            try {
                begin(turn, () -> {}).join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A virtual thread, because an interrupt closes the connection it waits on. */
    private Thread begin(Turn turn, Runnable afterwards) {
        Thread reader = Thread.ofVirtual().name("mailbox-" + turn.id()).unstarted(() -> {
            reading.add(Thread.currentThread());
            try {
                read(turn);
            } catch (RuntimeException e) {
                log.warn("mailbox {} cannot be read", turn.id(), e);
            } finally {
                reading.remove(Thread.currentThread());
                afterwards.run();
            }
        });
        reader.start();
        Thread.ofVirtual().start(() -> {
            try {
                if (!reader.join(LONGEST)) {
                    reader.interrupt();
                }
            } catch (InterruptedException e) {
                reader.interrupt();
            }
        });
        return reader;
    }

    private void read(Turn turn) {
        MailTaker taker = takers.get(turn.purpose());
        if (taker == null) {
            return;
        }
        try {
            String password =
                    Mailboxes.password(box, turn.purpose(), turn.mailbox().owner(), turn.sealedPassword());
            try (ImapSession session = ImapSession.open(turn.account(), password)) {
                read(turn, session, taker);
            }
        } catch (SecretBox.Sealed e) {
            turns.failed(turn, Message.of("mail.passwordSealed"));
        } catch (MailboxFault fault) {
            failed(turn, fault);
        } catch (MessagingException e) {
            failed(turn, MailboxFault.of(e));
        } catch (RuntimeException e) {
            boolean tookLong = Thread.interrupted();
            log.error("a mail of mailbox {} cannot be kept", turn.id(), e);
            turns.failed(turn, Message.of(tookLong ? "mail.tookLong" : "mail.notKept"));
        }
    }

    private void failed(Turn turn, MailboxFault fault) {
        boolean tookLong = Thread.interrupted();
        log.info("mailbox {} cannot be read: {}", turn.id(), fault.reason().key());
        turns.failed(turn, tookLong ? Message.of("mail.tookLong") : fault.reason());
    }

    private void read(Turn turn, ImapSession session, MailTaker taker) throws MessagingException {
        long validity = session.uidValidity();
        Long known = turn.uidValidity();
        boolean goesOn = known != null && known == validity;
        long upTo = goesOn ? turn.lastUid() : session.highestUid();
        List<Long> uids = goesOn
                ? session.after(turn.lastUid())
                : session.since(turn.mailbox().since());
        Set<String> ours = ours(turn);
        long end = System.nanoTime() + TURN.toNanos();
        for (long uid : uids) {
            if (System.nanoTime() > end) {
                turns.interrupted(turn);
                return;
            }
            ReceivedMail mail = session.read(uid).map(raw -> parsed(raw, ours)).orElse(null);
            Optional<Runnable> taken = take(turn, validity, uid, mail, taker);
            if (taken.isEmpty()) {
                return;
            }
            afterwards(taken.get());
            if (turn.mailbox().markSeen() && mail != null) {
                session.markSeen(uid);
            }
            upTo = Math.max(upTo, uid);
        }
        turns.done(turn, validity, upTo);
    }

    private static ReceivedMail parsed(RawMail raw, Set<String> ours) {
        return MailParser.parse(raw.bytes(), raw.whole(), raw.receivedAt(), ours);
    }

    /** A mail whose content nothing can keep must not hold up those behind it, nor be lost. */
    private Optional<Runnable> take(Turn turn, long validity, long uid, @Nullable ReceivedMail mail, MailTaker taker) {
        long owner = turn.mailbox().owner();
        try {
            return turns.take(turn, validity, uid, mail, (within, kept) -> taker.take(within, owner, kept));
        } catch (RuntimeException e) {
            if (mail == null) {
                throw e;
            }
            log.warn("mail {} of mailbox {} cannot be kept as it is", uid, turn.id(), e);
            return turns.take(turn, validity, uid, mail.bare(), (within, kept) -> taker.take(within, owner, kept));
        }
    }

    private static void afterwards(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("what follows a mail is done later", e);
        }
    }

    /** Our own addresses: of the mailbox, and of the mails the product sends. */
    private Set<String> ours(Turn turn) {
        Set<String> ours = new HashSet<>();
        ours.add(turn.mailbox().user().toLowerCase(Locale.ROOT));
        mailer.sender().ifPresent(address -> ours.add(address.toLowerCase(Locale.ROOT)));
        return ours;
    }

    /** Ends what is under way; how far each was read is kept. */
    @Override
    public void close() {
        reading.forEach(Thread::interrupt);
        for (Thread each : reading) {
            try {
                if (!each.join(ENDS_WITHIN)) {
                    log.warn("{} does not end", each.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
