package hengke.capability.sending;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mails papers go with. */
@Component
public final class PaperMails {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final String LINK = "link";

    private final Mailer mailer;
    private final Settings settings;
    private final LiveOrganisation organisation;

    PaperMails(Mailer mailer, Settings settings, LiveOrganisation organisation) {
        this.mailer = mailer;
        this.settings = settings;
        this.organisation = organisation;
    }

    /** Can mails be sent at all? */
    public boolean ready() {
        return mailer.ready();
    }

    /** What a mail says until its sender writes something else; the link still stands as {@code {link}}. */
    public record Proposal(String subject, String text, int days) {}

    /** @param title of the record */
    public Proposal proposal(Actor actor, ObjectDefinition object, String title, Language language) {
        Organisation now = organisation.get();
        Map<String, String> values = Map.of(
                "company",
                now.company().name(),
                "kind",
                object.label().in(language),
                "title",
                title,
                "sender",
                now.person(actor.user()).map(Person::name).orElse(""));
        return new Proposal(
                filled(settings.get(SendingSettings.subject(language)), values).strip(),
                filled(settings.get(SendingSettings.text(language)), values),
                settings.get(SendingSettings.DAYS).intValue());
    }

    /** @param address of the link; null without one */
    void send(DSLContext within, Actor actor, SentPaper paper, String text, @Nullable String address) {
        mailer.send(
                within,
                new Mail(
                        paper.recipient(),
                        String.valueOf(paper.subject()),
                        withLink(text, address),
                        author(actor),
                        paper.attached()
                                ? List.of(new Mail.Enclosure(paper.file(), paper.title() + ".pdf"))
                                : List.of()));
    }

    /** Who gets the answer; the company's own address where the sender has none. */
    private Mail.@Nullable Author author(Actor actor) {
        return organisation
                .get()
                .person(actor.user())
                .flatMap(person ->
                        Optional.ofNullable(person.email()).map(email -> new Mail.Author(person.name(), email)))
                .orElse(null);
    }

    /** In its place, or at the end where the text has none; without a link the line that speaks of it goes. */
    private static String withLink(String text, @Nullable String address) {
        String place = "{" + LINK + "}";
        if (address == null) {
            return text.lines().filter(line -> !line.contains(place)).collect(Collectors.joining("\n"));
        }
        return text.contains(place) ? text.replace(place, address) : text + "\n\n" + address;
    }

    /** What is unknown stays as it is. */
    private static String filled(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
