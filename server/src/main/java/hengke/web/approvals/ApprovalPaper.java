package hengke.web.approvals;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.paper.PlainPaper;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.signing.PaperSigning;
import hengke.kernel.signing.Seals;
import hengke.web.Labelled;
import hengke.web.approvals.ApprovalJson.DoneJson;
import hengke.web.approvals.ApprovalJson.FieldJson;
import hengke.web.approvals.ApprovalJson.StepJson;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An approval on paper, as whoever prints it sees it: what was decided about, by whom, and everything that was done. It is
 * signed with the company's certificate, so that whoever is given it can have it checked.
 */
@Component
class ApprovalPaper {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String FIELD = "approval";
    /** Steps at which nobody has anything to decide any more. */
    private static final Set<String> PAST = Set.of("passed", "rejected", "returned", "current");

    private final PlainPaper paper;
    private final PaperSigning signing;
    private final Seals seals;
    private final LiveOrganisation organisation;
    private final Clock clock;

    ApprovalPaper(PlainPaper paper, PaperSigning signing, Seals seals, LiveOrganisation organisation, Clock clock) {
        this.paper = paper;
        this.signing = signing;
        this.seals = seals;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * @param seal that it bears
     * @param verifying where it is checked
     */
    byte[] of(Actor reader, Language language, ApprovalJson approval, Optional<Long> seal, String verifying) {
        List<PlainPaper.Part> parts = new ArrayList<>();
        parts.add(new PlainPaper.Facts("", facts(reader, language, approval)));
        if (!approval.fields().isEmpty()) {
            Map<String, String> content = new LinkedHashMap<>();
            approval.fields().forEach(field -> content.put(field.label(), text(field)));
            parts.add(new PlainPaper.Facts(say(language, "content"), content));
        }
        approval.lines().forEach(kind -> parts.add(new PlainPaper.Table(kind.label(), kind.columns(), kind.rows())));
        parts.add(new PlainPaper.Table(
                say(language, "steps"),
                List.of(say(language, "step"), say(language, "people"), say(language, "result")),
                approval.steps().stream()
                        .filter(step -> PAST.contains(step.state()))
                        .map(step -> List.of(step.name(), people(language, step), state(language, step.state())))
                        .toList()));
        parts.add(new PlainPaper.Table(
                say(language, "log"),
                List.of(say(language, "at"), say(language, "who"), say(language, "what"), say(language, "said")),
                approval.log().stream().map(done -> row(language, done)).toList()));
        String company = organisation.get().company().name();
        seal.flatMap(id -> seals.imprint(
                        id, reader.user(), approval.object(), approval.record(), name(language, approval)))
                .ifPresent(imprint -> parts.add(new PlainPaper.Seal(
                        imprint.png(), imprint.millimetres(), company + "\n" + moment(clock.instant()))));
        parts.add(new PlainPaper.Code(verifying, say(language, "verify")));
        byte[] pdf = paper.print(
                name(language, approval), parts, (company.isEmpty() ? "" : company + " · ") + number(approval));
        Map<String, hengke.kernel.signing.@Nullable Mark> fields = new HashMap<>();
        fields.put(FIELD, null);
        return signing.signed(
                signing.prepared(pdf, fields),
                new PaperSigning.Signing(
                        FIELD, company.isEmpty() ? "Hengke" : company, "Approval record", clock.instant(), null, null));
    }

    String name(Language language, ApprovalJson approval) {
        return Message.of("approval.paper.name", title(approval)).in(language);
    }

    private static String title(ApprovalJson approval) {
        return approval.title() == null ? approval.label() + " #" + approval.record() : approval.title();
    }

    private static String number(ApprovalJson approval) {
        return "No. " + approval.id();
    }

    private Map<String, String> facts(Actor reader, Language language, ApprovalJson approval) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(language, "number"), String.valueOf(approval.id()));
        facts.put(approval.label(), title(approval));
        facts.put(say(language, "flow"), approval.name());
        facts.put(say(language, "starter"), approval.starter().label());
        facts.put(say(language, "startedAt"), moment(approval.startedAt()));
        facts.put(say(language, "status"), state(language, approval.status()));
        if (approval.endedAt() != null) {
            facts.put(say(language, "endedAt"), moment(approval.endedAt()));
        }
        String printer =
                organisation.get().person(reader.user()).map(Person::name).orElse(reader.name());
        facts.put(say(language, "printed"), printer + " · " + moment(clock.instant()));
        return facts;
    }

    private static String text(FieldJson field) {
        return field.text().isEmpty() ? "–" : field.text();
    }

    private static String people(Language language, StepJson step) {
        if (step.auto() != null) {
            return say(language, "auto." + step.auto());
        }
        if (step.kind().equals("wait")) {
            return "";
        }
        return step.people().stream()
                .map(word -> word.person().label()
                        + (word.by() == null ? "" : " (" + word.by().label() + ")")
                        + (word.word().equals("open") ? "" : " " + say(language, "word." + word.word())))
                .collect(Collectors.joining("\n"));
    }

    private List<String> row(Language language, DoneJson done) {
        String who = (done.person() == null
                        ? say(language, "system")
                        : done.person().label())
                + (done.actingFor() == null ? "" : " (" + done.actingFor().label() + ")");
        String what = say(language, "did." + done.kind())
                + (done.people().isEmpty()
                        ? ""
                        : " " + done.people().stream().map(Labelled::label).collect(Collectors.joining("、")))
                + (done.step() == null ? "" : " · " + done.step());
        String said = Stream.of(
                        Stream.ofNullable(done.comment()),
                        done.changes().stream().map(ApprovalPaper::change),
                        done.files().stream().map(ApprovalJson.FileJson::name))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
        return List.of(moment(done.at()), who, what, said);
    }

    private static String change(FieldJson change) {
        return change.now() == null
                ? change.label()
                : change.label() + ": " + text(change) + " → " + (change.now().isEmpty() ? "–" : change.now());
    }

    private static String state(Language language, String state) {
        return say(language, "state." + state);
    }

    private static String say(Language language, String key) {
        return Message.of("approval.paper." + key).in(language);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(organisation.get().company().timeZone()));
    }
}
