package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.subscription.NothingToSend;
import hengke.kernel.subscription.ReportMails;
import hengke.kernel.subscription.Subscription;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sends somebody the mail that a subscription would send them. */
@Component
final class SubscriptionTrial {
    private final ReportMails mails;
    private final Mailer mailer;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    SubscriptionTrial(
            ReportMails mails, Mailer mailer, LiveOrganisation organisation, DSLContext database, Clock clock) {
        this.mails = mails;
        this.mailer = mailer;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /** Answers the address. */
    String send(Actor actor, Subscription wanted) {
        Person person = organisation
                .get()
                .person(actor.user())
                .filter(each -> each.email() != null)
                .orElseThrow(() -> Refusal.Invalid.at("people", Message.of("mail.noAddress")));
        try {
            Mail mail = mails.to(person, wanted, clock.instant());
            database.transaction(transaction -> mailer.send(transaction.dsl(), mail));
            return mail.to();
        } catch (NothingToSend nothing) {
            throw Refusal.Invalid.at("report", nothing.reason());
        }
    }
}
