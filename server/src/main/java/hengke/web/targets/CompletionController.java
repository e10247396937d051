package hengke.web.targets;

import hengke.capability.goal.Achievements;
import hengke.capability.goal.Achievements.Achieved;
import hengke.capability.goal.Aim;
import hengke.capability.goal.Completion;
import hengke.capability.goal.Completion.Line;
import hengke.capability.goal.CountedRecords;
import hengke.capability.goal.Measures;
import hengke.capability.goal.Pace;
import hengke.capability.goal.Sight;
import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.capability.goal.Targets;
import hengke.capability.goal.Targets.Target;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.web.targets.TargetJson.LineJson;
import hengke.web.targets.TargetJson.MeasureJson;
import hengke.web.targets.TargetJson.SpanJson;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has been achieved of targets: of everybody one sees, and of oneself at a glance. */
@RestController
@RequestMapping("/api/targets")
final class CompletionController {
    private final Measures measures;
    private final Targets targets;
    private final Achievements achievements;
    private final CountedRecords counted;
    private final Access access;
    private final LiveOrganisation organisation;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CompletionController(
            Measures measures,
            Targets targets,
            Achievements achievements,
            CountedRecords counted,
            Access access,
            LiveOrganisation organisation,
            WorkingCalendar calendar,
            Clock clock) {
        this.measures = measures;
        this.targets = targets;
        this.achievements = achievements;
        this.counted = counted;
        this.access = access;
        this.organisation = organisation;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** How everybody whom one sees stands by one measure. */
    record CompletionJson(MeasureJson measure, String currency, SpanJson span, List<LineJson> lines) {}

    /** How one stands by everything one aims at. */
    record MineJson(String currency, SpanJson span, List<ItemJson> items) {}

    /** One of the measures. */
    record ItemJson(MeasureJson measure, LineJson line) {}

    @GetMapping("/{measure}/completion")
    CompletionJson completion(
            Actor actor,
            Language language,
            @PathVariable("measure") String key,
            @RequestParam(name = "span", defaultValue = "month") String unit,
            @RequestParam(name = "on", required = false) @Nullable String day) {
        Organisation now = organisation.get();
        Aim aim = measures.find(actor, key);
        Sight sight = Sight.of(access, now, actor, aim);
        Span span = span(now, unit, day);
        Completion completion =
                completion(now, targets.of(List.of(key), span), achievements.of(List.of(aim), span, sight.people()));
        return new CompletionJson(
                MeasureJson.of(aim.measure(), language),
                now.company().currency(),
                json(now, span),
                completion.lines(sight::sees).stream()
                        .map(line -> LineJson.of(line, counted.of(aim, line.subject(), span)))
                        .toList());
    }

    /** Of oneself, or of the departments one leads; only what is aimed at. */
    @GetMapping("/mine")
    MineJson mine(
            Actor actor,
            Language language,
            @RequestParam(name = "span", defaultValue = "month") String unit,
            @RequestParam(name = "whose", defaultValue = "me") String whose) {
        Organisation now = organisation.get();
        Span span = span(now, unit, null);
        List<Subject> subjects = whose.equals("team") ? led(now, actor) : List.of(Subject.person(actor.user()));
        List<Aim> aims = measures.of(actor);
        List<Target> set = targets.of(aims.stream().map(Aim::key).toList(), span);
        List<Achieved> achieved = achievements.of(aims, span, Optional.of(people(now, subjects)));
        List<ItemJson> items = new ArrayList<>();
        for (Aim aim : aims) {
            Completion completion = completion(
                    now,
                    set.stream()
                            .filter(target -> target.measure().equals(aim.key()))
                            .toList(),
                    achieved.stream()
                            .filter(each -> each.measure().equals(aim.key()))
                            .toList());
            for (Subject subject : subjects) {
                Line line = completion.line(subject);
                if (line.aim() != null) {
                    items.add(new ItemJson(
                            MeasureJson.of(aim.measure(), language),
                            LineJson.of(line, counted.of(aim, subject, span))));
                }
            }
        }
        return new MineJson(now.company().currency(), json(now, span), items);
    }

    /** The departments somebody leads, without those below another of them. */
    private static List<Subject> led(Organisation now, Actor actor) {
        Set<Long> all = new HashSet<>();
        now.departments().stream()
                .filter(department -> department.head() != null && department.head() == actor.user())
                .forEach(department -> all.add(department.id()));
        return all.stream()
                .filter(id -> all.stream()
                        .noneMatch(other -> !other.equals(id) && now.tree(other).contains(id)))
                .sorted()
                .map(Subject::department)
                .toList();
    }

    private static Set<Long> people(Organisation now, List<Subject> subjects) {
        Set<Long> people = new HashSet<>();
        for (Subject subject : subjects) {
            people.addAll(
                    subject.kind() == Subject.Kind.PERSON
                            ? Set.of(subject.id())
                            : now.membersOfTrees(Set.of(subject.id())));
        }
        return people;
    }

    private static Completion completion(Organisation now, List<Target> set, List<Achieved> achieved) {
        return new Completion(now, Collator.getInstance(Locale.CHINA)::compare, set, achieved);
    }

    private SpanJson json(Organisation now, Span span) {
        return SpanJson.of(span, Pace.of(span, today(now), calendar.time()::works));
    }

    private Span span(Organisation now, String unit, @Nullable String day) {
        return AskedSpan.of(now, unit, day, today(now));
    }

    private LocalDate today(Organisation now) {
        return LocalDate.ofInstant(clock.instant(), now.company().timeZone());
    }
}
