package hengke.web.scoring;

import hengke.capability.score.RescoreState;
import hengke.capability.score.Scales;
import hengke.capability.score.ScorePreview;
import hengke.capability.score.Scoring;
import hengke.capability.score.Scoring.Capped;
import hengke.capability.score.Scoring.Decay;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules of scoring as their administration shows them. */
record ScoringJson(
        String object,
        String label,
        List<LevelJson> levels,
        boolean active,
        boolean keepsEarlier,
        List<RuleJson> rules,
        List<GroupJson> groups,
        List<BandJson> bands,
        List<FaultJson> faults,
        @Nullable ProgressJson progress,
        long version) {

    /** An option of the field that holds the level. */
    record LevelJson(String value, String label, @Nullable String color) {}

    /** What gives points. */
    record RuleJson(
            String name,
            JsonNode filter,
            int points,
            @Nullable String group,
            @Nullable DecayJson decay) {}

    /** Half as many points with every so many days. */
    record DecayJson(String since, int halfLife) {}

    /** Rules that count together up to a cap. */
    record GroupJson(String name, int cap) {}

    /** From so many points on. */
    record BandJson(int from, String level) {}

    /** What no longer makes sense; until it is mended nothing is scored. */
    record FaultJson(String field, String message) {}

    /** How far the records have been brought up to the rules. */
    record ProgressJson(boolean finished, int percent, long changed) {}

    static ScoringJson of(
            ObjectDefinition object,
            Scoring scoring,
            List<FieldError> faults,
            @Nullable RescoreState state,
            Language language) {
        return new ScoringJson(
                object.name(),
                object.label().in(language),
                Scales.levels(object).stream()
                        .map(option ->
                                new LevelJson(option.value(), option.label().in(language), option.color()))
                        .toList(),
                scoring.active(),
                scoring.keepsEarlier(),
                scoring.rules().stream()
                        .map(rule -> new RuleJson(
                                rule.name(), rule.filter(), rule.points(), rule.group(), decay(rule.decay())))
                        .toList(),
                scoring.groups().stream()
                        .map(group -> new GroupJson(group.name(), group.cap()))
                        .toList(),
                scoring.bands().stream()
                        .map(band -> new BandJson(band.from(), band.level()))
                        .toList(),
                faults.stream()
                        .map(fault ->
                                new FaultJson(fault.field(), fault.message().in(language)))
                        .toList(),
                state == null ? null : progress(scoring, state),
                scoring.version());
    }

    private static @Nullable DecayJson decay(@Nullable Decay decay) {
        return decay == null ? null : new DecayJson(decay.since(), decay.halfLife());
    }

    /** A state that is on its way to earlier rules has not begun with these. */
    private static ProgressJson progress(Scoring scoring, RescoreState state) {
        boolean begun = state.goal().startsWith(scoring.version() + "/");
        boolean finished = begun && state.finished();
        long percent = !begun || state.last() == 0 ? 0 : state.position() * 100 / state.last();
        return new ProgressJson(finished, finished ? 100 : (int) Math.min(99, percent), begun ? state.changed() : 0);
    }

    /** What rules would change. */
    record PreviewJson(long records, long changing, long byHand, List<CountJson> levels, List<ExampleJson> examples) {}

    /** Records of one level, now and then; without a level where none is reached. */
    record CountJson(@Nullable String level, long before, long after) {}

    /** A record that would get another level, and why. */
    record ExampleJson(
            long id,
            @Nullable String title,
            @Nullable String was,
            @Nullable String level,
            int score,
            List<ReasonJson> reasons) {}

    /** What counted; of points that have decayed, what they were at first. */
    record ReasonJson(String name, int points, @Nullable Integer atFirst, boolean cap) {}

    static PreviewJson of(ScorePreview.Preview preview) {
        return new PreviewJson(
                preview.records(),
                preview.changing(),
                preview.byHand(),
                preview.levels().stream()
                        .map(count -> new CountJson(count.level(), count.now(), count.then()))
                        .toList(),
                preview.examples().stream().map(ScoringJson::example).toList());
    }

    private static ExampleJson example(ScorePreview.Example example) {
        List<ReasonJson> reasons = new ArrayList<>();
        example.outcome()
                .fitting()
                .forEach(fit -> reasons.add(new ReasonJson(
                        fit.rule().name(),
                        fit.points(),
                        fit.decayed() ? fit.rule().points() : null,
                        false)));
        example.outcome().capped().stream()
                .filter(Capped::cut)
                .forEach(cut -> reasons.add(new ReasonJson(cut.group().name(), cut.counts() - cut.sum(), null, true)));
        return new ExampleJson(
                example.id(),
                example.title() == null ? null : example.title().toString(),
                example.was(),
                example.level(),
                example.outcome().score(),
                reasons);
    }
}
