package hengke.capability.signing;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.paper.PlainPaper;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.signing.PaperSigning;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of how a paper was signed: by whom, when, from where, with the hashes before and after; signed itself. */
@Component
final class AuditPaper {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final String FIELD = "audit";

    private final PlainPaper paper;
    private final PaperSigning signing;
    private final SigningProviders providers;
    private final LiveOrganisation organisation;
    private final Clock clock;

    AuditPaper(
            PlainPaper paper,
            PaperSigning signing,
            SigningProviders providers,
            LiveOrganisation organisation,
            Clock clock) {
        this.paper = paper;
        this.signing = signing;
        this.providers = providers;
        this.organisation = organisation;
        this.clock = clock;
    }

    String name(Envelope envelope) {
        return Message.of("signing.auditName", envelope.title()).in(Language.of(envelope.language()));
    }

    byte[] of(DSLContext within, Envelope envelope, String verifying) {
        Language language = Language.of(envelope.language());
        String company = organisation.get().company().name();
        SigningProvider provider = providers.of(envelope);
        List<PlainPaper.Part> parts = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(language, "title"), envelope.title());
        facts.put(say(language, "number"), envelope.code());
        if (provider instanceof SigningService) {
            facts.put(say(language, "service"), provider.label().in(language) + " · " + envelope.reference());
        }
        facts.put(say(language, "startedAt"), moment(envelope.startedAt()));
        facts.put(say(language, "endedAt"), moment(envelope.endedAt()));
        facts.put(say(language, "hashBefore"), envelope.hashBefore());
        facts.put(say(language, "hashAfter"), String.valueOf(envelope.hashAfter()));
        parts.add(new PlainPaper.Facts("", facts));
        parts.add(new PlainPaper.Table(
                say(language, "parties"),
                List.of(
                        say(language, "party"),
                        say(language, "contact"),
                        say(language, "way"),
                        say(language, "signedAt")),
                envelope.parties().stream()
                        .map(party -> List.of(
                                party.name(),
                                contact(party),
                                say(language, "way." + party.way()),
                                moment(party.signedAt())))
                        .toList()));
        parts.add(new PlainPaper.Table(
                say(language, "events"),
                List.of(say(language, "at"), say(language, "what"), say(language, "party"), say(language, "origin")),
                events(within, envelope, language)));
        if (provider instanceof OwnSigning) {
            parts.add(new PlainPaper.Text(say(language, "consent"), Consent.text(language, company)));
        }
        parts.add(new PlainPaper.Text(say(language, "proves"), provider.proves().in(language)));
        parts.add(new PlainPaper.Code(verifying, say(language, "verify")));
        byte[] pdf = paper.print(say(language, "heading"), parts, company + " · " + envelope.code());
        Map<String, hengke.kernel.signing.@Nullable Mark> fields = new HashMap<>();
        fields.put(FIELD, null);
        return signing.signed(
                signing.prepared(pdf, fields),
                new PaperSigning.Signing(
                        FIELD, company.isEmpty() ? "Hengke" : company, "Audit record", clock.instant(), null, null));
    }

    private static String contact(Party party) {
        return Stream.concat(Stream.ofNullable(party.email()), party.maskedMobile().stream())
                .collect(Collectors.joining("\n"));
    }

    private List<List<String>> events(DSLContext within, Envelope envelope, Language language) {
        return SigningLog.of(within, envelope.id()).stream()
                .map(event -> {
                    String who = event.party() == null
                            ? event.person() == null
                                    ? ""
                                    : organisation
                                            .get()
                                            .person(event.person())
                                            .map(person -> person.name())
                                            .orElse("")
                            : envelope.party(event.party()).map(Party::name).orElse("");
                    String from = (event.address() == null ? "" : event.address())
                            + (event.device() == null ? "" : "\n" + event.device());
                    String what = say(language, "event." + event.what())
                            + event.texted().map(how -> "\n" + how.in(language)).orElse("");
                    return List.of(moment(event.at()), what, who, from);
                })
                .toList();
    }

    private static String say(Language language, String key) {
        return Message.of("signing.audit." + key).in(language);
    }

    private String moment(@Nullable Instant at) {
        ZoneId zone = organisation.get().company().timeZone();
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }
}
