package hengke.web.prediction;

import hengke.capability.prediction.Clue;
import hengke.capability.prediction.Sayings;
import hengke.capability.prediction.Serving;
import hengke.capability.prediction.StageRates;
import hengke.capability.prediction.Trained;
import hengke.capability.prediction.TrainedModels.Moved;
import hengke.capability.prediction.TrainedModels.Standing;
import hengke.kernel.learning.Feature;
import hengke.kernel.learning.Learner;
import hengke.kernel.learning.Metrics;
import hengke.kernel.learning.Portrait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was learnt of an object, as its administration shows it. */
record PredictionJson(
        String object,
        String label,
        String by,
        @Nullable Instant triedAt,
        @Nullable Instant scoredAt,
        @Nullable RefusalJson refusal,
        @Nullable ModelJson model,
        List<VersionJson> versions,
        List<RateJson> rates,
        List<ClueJson> clues,
        long version) {

    /** Why nothing was learnt at the last try; without missing ones: the later records all ended alike. */
    record RefusalJson(int positives, int negatives, int missing, int needed) {}

    /** The model in use, or the newest when none is. */
    record ModelJson(
            long id,
            Instant from,
            Instant measuredFrom,
            Instant until,
            int learnt,
            int aside,
            String worth,
            MetricsJson metrics,
            List<FeatureJson> features) {}

    /** How good it was on records that it had not seen. */
    record MetricsJson(
            int records,
            int positives,
            double auc,
            double aucLow,
            double aucHigh,
            double brier,
            double baseBrier,
            double skill,
            double logLoss,
            double baseLogLoss,
            double calibrationError,
            double lift,
            List<BinJson> bins) {}

    /** A tenth of the records: what was said of them, and what came. */
    record BinJson(int records, double said, double came) {}

    /** What weighs in the odds, for one deviation more; of words and gaps, the share of records. */
    record FeatureJson(
            String clue,
            String label,
            @Nullable String word,
            double weight,
            @Nullable Double share) {}

    /** One version of the model. */
    record VersionJson(
            long id,
            Instant at,
            String decision,
            boolean inUse,
            int records,
            double auc,
            double brier,
            double baseBrier,
            @Nullable Double earlierBrier) {}

    /** What the history of a stage tells. */
    record RateJson(String pipeline, String stage, double set, long decided, long won, double rate) {}

    /** What may be looked at, and how far it has moved since the model was learnt. */
    record ClueJson(
            String name,
            String label,
            boolean leftOut,
            @Nullable Double drift,
            @Nullable String moved) {}

    static PredictionJson of(
            ObjectDefinition object,
            List<Clue> clues,
            Serving serving,
            Standing standing,
            List<Trained> versions,
            Sayings sayings,
            Language language) {
        Serving.Learnt learnt = serving.learnt();
        Trained shown = versions.stream()
                .filter(each -> learnt != null && each.id() == learnt.id())
                .findFirst()
                .orElseGet(() -> versions.isEmpty() ? null : versions.getFirst());
        String by = learnt != null ? "model" : serving.rates().stages().isEmpty() ? "nothing" : "stages";
        return new PredictionJson(
                object.name(),
                object.label().in(language),
                by,
                standing.triedAt(),
                standing.scoredAt(),
                standing.refusal() == null
                        ? null
                        : new RefusalJson(
                                standing.refusal().positives(),
                                standing.refusal().negatives(),
                                standing.refusal().missing(),
                                Learner.NEEDED),
                shown == null ? null : model(shown, clues, sayings, language),
                versions.stream()
                        .map(each -> version(each, learnt != null && each.id() == learnt.id()))
                        .toList(),
                serving.rates().stages().stream()
                        .map(each -> rate(object, each, language))
                        .toList(),
                clues.stream()
                        .map(clue -> clue(clue, serving.leftOut(), standing.drift(), language))
                        .toList(),
                serving.version());
    }

    private static ModelJson model(Trained trained, List<Clue> clues, Sayings sayings, Language language) {
        Trained.Card card = trained.card();
        return new ModelJson(
                trained.id(),
                card.from(),
                card.measuredFrom(),
                card.until(),
                card.learnt(),
                card.aside(),
                card.metrics().worth().name().toLowerCase(Locale.ROOT),
                metrics(card.metrics()),
                features(trained, clues, sayings, language));
    }

    private static MetricsJson metrics(Metrics metrics) {
        return new MetricsJson(
                metrics.cases(),
                metrics.positives(),
                metrics.auc(),
                metrics.aucLow(),
                metrics.aucHigh(),
                metrics.brier(),
                metrics.baseBrier(),
                metrics.skill(),
                metrics.logLoss(),
                metrics.baseLogLoss(),
                metrics.calibrationError(),
                metrics.lift(),
                metrics.bins().stream()
                        .map(bin -> new BinJson(bin.cases(), bin.said(), bin.came()))
                        .toList());
    }

    /** The heaviest first. */
    private static List<FeatureJson> features(Trained trained, List<Clue> clues, Sayings sayings, Language language) {
        List<FeatureJson> features = new ArrayList<>();
        List<Feature> all = trained.model().encoding().features();
        for (int i = 0; i < all.size(); i++) {
            Feature feature = all.get(i);
            Clue clue = clues.stream()
                    .filter(each -> each.column().equals(feature.column()))
                    .findFirst()
                    .orElse(null);
            features.add(new FeatureJson(
                    feature.column().name(),
                    clue == null ? feature.column().name() : clue.label().in(language),
                    word(feature, clue, sayings, language),
                    trained.model().weights().get(i),
                    feature.part().indicates() ? feature.mean() : null));
        }
        features.sort(Comparator.comparingDouble((FeatureJson each) -> Math.abs(each.weight()))
                .reversed());
        return features;
    }

    private static @Nullable String word(Feature feature, @Nullable Clue clue, Sayings sayings, Language language) {
        return switch (feature.part()) {
            case VALUE -> null;
            case RATIO -> Message.of("prediction.logarithm").in(language);
            case OTHER -> Message.of("prediction.other").in(language);
            case MISSING -> Message.of("prediction.unknown").in(language);
            case LEVEL -> {
                String level = feature.level() == null ? "" : feature.level();
                Object said = clue == null ? level : sayings.word(clue, level);
                yield said instanceof Message message
                        ? message.in(language)
                        : said instanceof Message.Spoken spoken ? spoken.in(language) : said.toString();
            }
        };
    }

    private static VersionJson version(Trained trained, boolean inUse) {
        Metrics metrics = trained.card().metrics();
        Metrics earlier = trained.card().earlier();
        return new VersionJson(
                trained.id(),
                trained.at(),
                trained.decision().name().toLowerCase(Locale.ROOT),
                inUse,
                trained.card().learnt() + trained.card().aside() + metrics.cases(),
                metrics.auc(),
                metrics.brier(),
                metrics.baseBrier(),
                earlier == null ? null : earlier.brier());
    }

    private static RateJson rate(ObjectDefinition object, StageRates.Stage stage, Language language) {
        return new RateJson(
                StageRates.pipelineLabel(object, stage.pipeline()).in(language),
                StageRates.stageLabel(object, stage.stage()).in(language),
                stage.rate().prior(),
                stage.rate().decided(),
                stage.rate().positives(),
                stage.rate().value());
    }

    private static ClueJson clue(Clue clue, Set<String> leftOut, List<Moved> drift, Language language) {
        Double index = drift.stream()
                .filter(each -> each.clue().equals(clue.name()))
                .map(Moved::index)
                .findFirst()
                .orElse(null);
        return new ClueJson(
                clue.name(),
                clue.label().in(language),
                leftOut.contains(clue.name()),
                index,
                index == null ? null : Portrait.moved(index).name().toLowerCase(Locale.ROOT));
    }
}
