package hengke.capability.forecast;

import hengke.capability.goal.Achievements;
import hengke.capability.goal.Achievements.Achieved;
import hengke.capability.goal.Aim;
import hengke.capability.goal.Completion;
import hengke.capability.goal.CountedRecords;
import hengke.capability.goal.Measures;
import hengke.capability.goal.Sight;
import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.capability.goal.Targets;
import hengke.capability.pipeline.Pipelined;
import hengke.capability.prediction.LivePredictions;
import hengke.capability.prediction.Predicted;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What people will have won by the end of a period, seen by whoever sees their targets: what is won so far beside what is
 * expected in it, category by category and weighted. Amounts are divided among teams as those that are won.
 */
@Component
public final class Forecasts {
    private final Measures measures;
    private final Targets targets;
    private final Achievements achievements;
    private final CountedRecords counted;
    private final LivePredictions predictions;
    private final ForecastSubmissions submissions;
    private final Access access;
    private final LiveOrganisation organisation;

    Forecasts(
            Measures measures,
            Targets targets,
            Achievements achievements,
            CountedRecords counted,
            LivePredictions predictions,
            ForecastSubmissions submissions,
            Access access,
            LiveOrganisation organisation) {
        this.measures = measures;
        this.targets = targets;
        this.achievements = achievements;
        this.counted = counted;
        this.predictions = predictions;
        this.submissions = submissions;
        this.access = access;
        this.organisation = organisation;
    }

    /**
     * A forecast.
     *
     * @param won the measure by which one aims at what is won
     * @param learnt is there a model in use, and may its word be read?
     */
    public record Forecast(Aim won, Sight sight, boolean learnt, List<Line> lines) {}

    /**
     * Of one person or department.
     *
     * @param said of a person; nothing of a department
     * @param together what is said of a department's people, or of the person
     */
    public record Line(
            Completion.Line standing, List<Records> won, Map<Part, Open> open, Said said, Said.Together together) {}

    /** What is expected and not won yet. */
    public record Open(BigDecimal amount, List<Records> records) {}

    public Forecast of(Actor actor, ObjectDefinition object, Span span) {
        Organisation now = organisation.get();
        Aim won = won(actor, object);
        Sight sight = Sight.of(access, now, actor, won);
        Map<Part, Aim> parts = parts(actor, object);
        List<Aim> aims = new ArrayList<>(parts.values());
        aims.add(won);
        List<Achieved> all = achievements.of(aims, span, sight.people());
        Completion completion = completion(now, targets.of(List.of(won.key()), span), all, won);
        Map<Part, Completion> sums = new EnumMap<>(Part.class);
        parts.forEach((part, aim) -> sums.put(part, completion(now, List.of(), all, aim)));
        Map<Long, Said> said = submissions.of(object, span);
        List<Line> lines = completion.lines(sight::sees).stream()
                .map(line -> new Line(
                        line,
                        counted.of(won, line.subject(), span),
                        open(parts, sums, line.subject(), span),
                        line.subject().kind() == Subject.Kind.PERSON
                                ? said.getOrDefault(line.subject().id(), Said.NOTHING)
                                : Said.NOTHING,
                        together(now, said, line.subject())))
                .toList();
        return new Forecast(won, sight, parts.containsKey(Part.BY_MODEL), lines);
    }

    /** The measure that sums up what is won of an object by the day it was; whoever may not know of it sees no forecast. */
    public Aim won(Actor actor, ObjectDefinition object) {
        Pipelined fields = object.capability(Pipelined.class).orElseThrow(Refusal.NotFound::new);
        return measures.of(actor).stream()
                .filter(aim -> aim.parts().size() == 1)
                .filter(aim -> {
                    Aim.Part part = aim.parts().getFirst();
                    return part.object().name().equals(object.name())
                            && part.counted().at().equals(Pipelined.CLOSED_AT)
                            && fields.amount().equals(part.counted().amount());
                })
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private Map<Part, Aim> parts(Actor actor, ObjectDefinition object) {
        Map<Part, Aim> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (part != Part.BY_MODEL || foretold(object)) {
                Optional<Aim> aim = part.measure(object)
                        .flatMap(measure ->
                                measures.of(actor, List.of(measure)).stream().findFirst());
                aim.ifPresent(found -> parts.put(part, found));
            }
        }
        return parts;
    }

    private static Said.Together together(Organisation now, Map<Long, Said> said, Subject subject) {
        Set<Long> people =
                subject.kind() == Subject.Kind.PERSON ? Set.of(subject.id()) : now.membersOfTrees(Set.of(subject.id()));
        return Said.Together.of(people.stream()
                .map(person -> said.getOrDefault(person, Said.NOTHING))
                .toList());
    }

    private boolean foretold(ObjectDefinition object) {
        return object.has(Predicted.class) && predictions.of(object).learnt() != null;
    }

    private Map<Part, Open> open(Map<Part, Aim> parts, Map<Part, Completion> sums, Subject subject, Span span) {
        Map<Part, Open> open = new EnumMap<>(Part.class);
        parts.forEach((part, aim) -> {
            Completion sum = sums.get(part);
            if (sum != null) {
                open.put(part, new Open(sum.line(subject).done(), counted.of(aim, subject, span)));
            }
        });
        return open;
    }

    private static Completion completion(Organisation now, List<Targets.Target> set, List<Achieved> achieved, Aim aim) {
        return new Completion(
                now,
                Collator.getInstance(Locale.CHINA)::compare,
                set,
                achieved.stream()
                        .filter(each -> each.measure().equals(aim.key()))
                        .toList());
    }
}
