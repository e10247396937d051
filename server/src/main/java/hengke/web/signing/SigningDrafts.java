package hengke.web.signing;

import hengke.capability.sending.PaperMails;
import hengke.capability.sending.Recipients;
import hengke.capability.signing.Envelope;
import hengke.capability.signing.PaperFiles;
import hengke.capability.signing.SigningProviders;
import hengke.capability.signing.SigningTimes;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.signing.Places;
import hengke.kernel.signing.Seals;
import hengke.kernel.sms.Texter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody needs to know to say who signs a paper, and where. */
@Component
final class SigningDrafts {
    /** How most papers call the two sides. */
    private static final String THEIRS = "甲方";

    private static final String OURS = "乙方";

    private final Recipients recipients;
    private final PaperMails mails;
    private final Texter texter;
    private final PaperFiles files;
    private final Seals seals;
    private final SigningTimes times;
    private final SigningProviders providers;
    private final LiveOrganisation organisation;

    SigningDrafts(
            Recipients recipients,
            PaperMails mails,
            Texter texter,
            PaperFiles files,
            Seals seals,
            SigningTimes times,
            SigningProviders providers,
            LiveOrganisation organisation) {
        this.recipients = recipients;
        this.mails = mails;
        this.texter = texter;
        this.files = files;
        this.seals = seals;
        this.times = times;
        this.providers = providers;
        this.organisation = organisation;
    }

    /** A seal, and who of the company may set it. */
    record SealChoice(long id, String name, double millimetres, double high, List<SealsController.Holder> holders) {}

    /**
     * A draft.
     *
     * @param mail can mails be sent at all?
     * @param sms can codes be sent to mobiles?
     * @param smsSimulated do those stay within the product?
     * @param service at which all sign; null where they sign here, ours with a seal
     * @param theirs where the paper speaks of the other side, last; null where it does not
     */
    record Shown(
            long id,
            String title,
            boolean mail,
            boolean sms,
            boolean smsSimulated,
            @Nullable String service,
            List<SealsController.Holder> colleagues,
            int days,
            int mostDays,
            List<Places.Size> pages,
            Places.@Nullable Spot theirs,
            Places.@Nullable Spot ours,
            List<Recipients.Recipient> recipients,
            List<SealChoice> seals) {}

    Shown of(Actor actor, Language language, ObjectDefinition object, Row row, Envelope draft) {
        byte[] pdf = files.read(draft.file());
        Optional<String> service =
                providers.chosenService().map(found -> found.label().in(language));
        return new Shown(
                draft.id(),
                draft.title(),
                mails.ready(),
                service.isEmpty() && texter.ready(),
                texter.simulated(),
                service.orElse(null),
                service.isEmpty() ? List.of() : colleagues(),
                times.days(),
                times.mostDays(),
                Places.sizes(pdf),
                last(pdf, THEIRS),
                last(pdf, OURS),
                recipients.reachable(actor, object, row),
                seals.all().stream()
                        .filter(Seals.Seal::active)
                        .map(this::choice)
                        .toList());
    }

    /** Who of the company a service can ask: it knows people by their address. */
    private List<SealsController.Holder> colleagues() {
        return organisation.get().people().stream()
                .filter(person -> person.active() && person.email() != null)
                .map(person -> new SealsController.Holder(person.id(), person.name()))
                .toList();
    }

    private static Places.@Nullable Spot last(byte[] pdf, String text) {
        List<Places.Spot> found = Places.of(pdf, text);
        return found.isEmpty() ? null : found.getLast();
    }

    private SealChoice choice(Seals.Seal seal) {
        return new SealChoice(
                seal.id(),
                seal.name(),
                seal.millimetres(),
                seal.high(),
                seal.holders().stream()
                        .sorted()
                        .flatMap(id -> organisation.get().person(id).stream())
                        .filter(Person::active)
                        .map(person -> new SealsController.Holder(person.id(), person.name()))
                        .toList());
    }
}
