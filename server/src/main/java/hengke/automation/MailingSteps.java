package hengke.automation;

import hengke.automation.Turn.At;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Steps that send mails, by the queue of all mails. */
@Component
final class MailingSteps {
    private final FindPeople people;
    private final Words words;
    private final LiveOrganisation organisation;
    private final Mailer mailer;

    MailingSteps(FindPeople people, Words words, LiveOrganisation organisation, Mailer mailer) {
        this.people = people;
        this.words = words;
        this.organisation = organisation;
        this.mailer = mailer;
    }

    /** Each address once; the mails leave with this transaction, or not at all. */
    void mail(Turn turn, Step.Mail mail) {
        List<Row> rows = turn.runs().stream().map(At::row).toList();
        Map<Long, String> titles = words.of(turn.actor(), Language.CHINESE, turn.object(), rows, mail.title());
        Map<Long, String> texts = words.of(turn.actor(), Language.CHINESE, turn.object(), rows, mail.text());
        for (At at : turn.runs()) {
            Set<String> addresses = new LinkedHashSet<>();
            people.of(mail.whom(), turn.object(), at.row())
                    .forEach(person ->
                            organisation.get().person(person).map(Person::email).ifPresent(addresses::add));
            Optional.ofNullable(mail.to())
                    .flatMap(turn.object()::field)
                    .map((Field<?> field) -> at.row().get(field))
                    .map(Object::toString)
                    .ifPresent(addresses::add);
            for (String address : addresses) {
                mailer.send(
                        turn.database(),
                        new Mail(
                                address,
                                titles.getOrDefault(at.run().record(), mail.title()),
                                texts.getOrDefault(at.run().record(), mail.text())));
            }
            turn.outcome(
                    at.run(),
                    new Outcome.Done(
                            null,
                            addresses.isEmpty()
                                    ? Message.of("automation.nobodyToMail")
                                    : Message.of("automation.mailed", addresses.size())));
        }
    }
}
