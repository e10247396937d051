package hengke.web.forecast;

import hengke.capability.forecast.Forecasts;
import hengke.capability.forecast.Forecasts.Forecast;
import hengke.capability.forecast.Forecasts.Line;
import hengke.capability.forecast.Part;
import hengke.capability.forecast.Submission;
import hengke.capability.goal.Subject;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.problem.Language;
import hengke.web.Labelled;
import hengke.web.targets.TargetJson;
import hengke.web.targets.TargetJson.CountedJson;
import hengke.web.targets.TargetJson.LineJson;
import hengke.web.targets.TargetJson.MeasureJson;
import hengke.web.targets.TargetJson.SpanJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as it is told; amounts as text.
 *
 * @param learnt is there a model in use by which one could weigh?
 */
record ForecastJson(
        String object,
        MeasureJson measure,
        String currency,
        int firstMonth,
        SpanJson span,
        boolean learnt,
        List<ForecastLineJson> lines) {

    /**
     * Of a person or department.
     *
     * @param standing what is won and aimed at
     * @param open what is expected and not won yet
     * @param own what the person says he will have won
     * @param adjustment what somebody above him says instead
     * @param together what counts of what is said, of all people of a department
     * @param mine may the asker say it, of himself or of somebody under him?
     */
    record ForecastLineJson(
            LineJson standing,
            List<OpenJson> open,
            @Nullable SaidJson own,
            @Nullable SaidJson adjustment,
            TogetherJson together,
            boolean mine) {}

    /** What was said, by whom and when; without amounts it was taken back. */
    record SaidJson(
            long turn,
            @Nullable String commit,
            @Nullable String best,
            @Nullable String note,
            Instant at,
            Labelled by) {
        static SaidJson of(Submission said, Organisation now) {
            return new SaidJson(
                    said.turn(),
                    TargetJson.text(said.committed()),
                    TargetJson.text(said.best()),
                    said.note(),
                    said.at(),
                    Labelled.people(now, Set.of(said.author())).getFirst());
        }
    }

    /** What several people say together. */
    record TogetherJson(String commit, String best, int people) {}

    /** What is expected by one way of counting. */
    record OpenJson(String part, String amount, List<CountedJson> records) {}

    static ForecastJson of(
            Actor actor, Organisation now, String object, Forecast forecast, SpanJson span, Language language) {
        Set<Long> under = now.subordinates(actor.user());
        return new ForecastJson(
                object,
                MeasureJson.of(forecast.won().measure(), language),
                now.company().currency(),
                now.company().fiscalYearStart().getValue(),
                span,
                forecast.learnt(),
                forecast.lines().stream()
                        .map(line -> line(line, actor, now, under))
                        .toList());
    }

    private static ForecastLineJson line(Line line, Actor actor, Organisation now, Set<Long> under) {
        List<OpenJson> open = new ArrayList<>();
        for (Part part : Part.values()) {
            Forecasts.Open found = line.open().get(part);
            if (found != null) {
                open.add(new OpenJson(
                        part.wire(), found.amount().setScale(2).toPlainString(), CountedJson.of(found.records())));
            }
        }
        Subject subject = line.standing().subject();
        return new ForecastLineJson(
                LineJson.of(line.standing(), line.won()),
                open,
                said(line.said().own(), now),
                said(line.said().adjustment(), now),
                new TogetherJson(
                        line.together().committed().setScale(2).toPlainString(),
                        line.together().best().setScale(2).toPlainString(),
                        line.together().people()),
                subject.kind() == Subject.Kind.PERSON
                        && (subject.id() == actor.user() || under.contains(subject.id())));
    }

    private static @Nullable SaidJson said(@Nullable Submission said, Organisation now) {
        return said == null ? null : SaidJson.of(said, now);
    }
}
