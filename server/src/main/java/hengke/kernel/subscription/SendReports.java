package hengke.kernel.subscription;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.subscription.ReportTurns.Open;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the mails of turns that are open and puts them into the queue, each once: figures are reckoned without holding
 * anything, and of two that have reckoned the same only one still finds it waiting.
 */
@Component
public final class SendReports {
    private static final Logger log = LoggerFactory.getLogger(SendReports.class);
    /** Longer than figures usually take; whoever takes longer may find that another was faster. */
    private static final Duration HOLD = Duration.ofMinutes(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final ReportTurns turns;
    private final Subscriptions subscriptions;
    private final ReportMails mails;
    private final Mailer mailer;
    private final LiveOrganisation organisation;
    private final DSLContext database;

    SendReports(
            ReportTurns turns,
            Subscriptions subscriptions,
            ReportMails mails,
            Mailer mailer,
            LiveOrganisation organisation,
            DSLContext database) {
        this.turns = turns;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.mailer = mailer;
        this.organisation = organisation;
        this.database = database;
    }

    /** Whatever is due, one by one. */
    public void run() {
        for (Optional<Open> open = turns.take(HOLD); open.isPresent(); open = turns.take(HOLD)) {
            send(open.get());
        }
    }

    private void send(Open open) {
        Optional<Subscription> found = subscriptions.find(open.subscription());
        Optional<Person> recipient = organisation.get().person(open.recipient()).filter(Person::active);
        if (found.isEmpty()) {
            return;
        }
        if (found.get().state() != Subscription.State.ACTIVE) {
            turns.ended(open, false, Message.of("subscription.stopped"));
            return;
        }
        if (recipient.map(Person::email).isEmpty()) {
            turns.ended(open, false, Message.of("subscription.noAddress"));
            return;
        }
        try {
            Mail mail = mails.to(recipient.get(), found.get(), open.due());
            database.transaction(transaction -> {
                DSLContext within = transaction.dsl();
                if (ReportTurns.hold(within, open)) {
                    ReportTurns.mailed(within, open, mailer.send(within, mail));
                }
            });
        } catch (NothingToSend nothing) {
            turns.ended(open, false, nothing.reason());
        } catch (Refusal refusal) {
            failed(open, refusal.reason());
        } catch (RuntimeException broken) {
            log.warn("report subscription {} for person {}", open.subscription(), open.recipient(), broken);
            failed(open, Message.of("subscription.broken"));
        }
    }

    private void failed(Open open, Message reason) {
        if (open.attempts() > PAUSES.size()) {
            turns.ended(open, true, reason);
        } else {
            turns.again(open, reason, PAUSES.get(open.attempts() - 1));
        }
    }
}
