package hengke.capability.prediction;

import hengke.capability.pipeline.LivePipelines;
import hengke.kernel.jobs.Background;
import hengke.kernel.learning.Learner;
import hengke.kernel.learning.Metrics;
import hengke.kernel.learning.Model;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Learns anew from the records that have ended. A new model takes the place of the one in use only if it is nearer to
 * the truth on the newest records, which neither has seen; and none is used that is no better than the base rate.
 */
@Component
public final class Training {
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    /** By so much of the Brier score, which is at most 1, a new model must be better: less is chance, not learning. */
    private static final double WORTH_CHANGING = 0.001;

    private static final Duration FRESH = Duration.ofDays(7);

    private final Evidence evidence;
    private final Past past;
    private final LivePredictions live;
    private final LivePipelines pipelines;
    private final Writer writer;
    private final Background background;
    private final Clock clock;

    Training(
            Evidence evidence,
            Past past,
            LivePredictions live,
            LivePipelines pipelines,
            Writer writer,
            Background background,
            Clock clock) {
        this.evidence = evidence;
        this.past = past;
        this.live = live;
        this.pipelines = pipelines;
        this.writer = writer;
        this.background = background;
        this.clock = clock;
    }

    /** In the background one learns, and the records follow. */
    public void promise(ObjectDefinition object, long by) {
        background.promise(PredictionClock.LEARN, object.name() + ":" + by + ":" + clock.millis(), Duration.ZERO);
    }

    /** The same for every object, as when its time has come. */
    public void promiseAll() {
        evidence.objects().forEach(object -> promise(object, 0));
    }

    /** Learns where the time has come, or the model looks at what is no longer there; answers where. */
    List<ObjectDefinition> keepUp(DSLContext database) {
        List<ObjectDefinition> due = evidence.objects().stream()
                .filter(object -> {
                    Instant tried = TrainedModels.standing(database, object).triedAt();
                    return tried == null || tried.plus(FRESH).isBefore(clock.instant()) || outdated(object);
                })
                .toList();
        due.forEach(object -> run(object, 0));
        return due;
    }

    private boolean outdated(ObjectDefinition object) {
        Serving serving = live.of(object);
        return serving.learnt() != null
                && !looksOnlyAt(serving.learnt().model(), evidence.of(object, serving.leftOut()));
    }

    /**
     * Somebody else may have learnt the same meanwhile: what is learnt is compared with the model that is in use by
     * then, and dropped if administrators have changed what may be looked at, which has promised another learning.
     *
     * @param by who asked for it; 0 when its time had come
     */
    public void run(ObjectDefinition object, long by) {
        live.refresh();
        Set<String> leftOut = live.of(object).leftOut();
        List<Clue> clues = evidence.of(object, leftOut);
        Past.Lessons lessons = writer.inTransaction(within -> past.lessons(within, object, clues));
        Learner.Outcome outcome = Learner.learn(lessons.columns(), lessons.cases());
        writer.inTransaction(within -> {
            live.change(within);
            Serving serving = live.within(within, object);
            if (!serving.leftOut().equals(leftOut)) {
                return outcome;
            }
            Model earlier = serving.learnt() == null ? null : serving.learnt().model();
            Model rival = earlier != null && looksOnlyAt(earlier, lessons.clues()) ? earlier : null;
            TrainedModels.begin(within, object);
            TrainedModels.tried(
                    within, object, clock.instant(), refused(outcome), StageRates.of(within, object, pipelines));
            if (outcome instanceof Learner.Learnt learnt) {
                keep(within, object, by, lessons.examples(), learnt, rival);
            } else if (rival == null) {
                TrainedModels.serve(within, object, null);
            }
            return outcome;
        });
        live.refresh();
    }

    private void keep(
            DSLContext within,
            ObjectDefinition object,
            long by,
            List<Past.Example> examples,
            Learner.Learnt learnt,
            @Nullable Model rival) {
        List<Past.Example> later = examples.subList(learnt.learnt() + learnt.aside(), examples.size());
        Metrics earlier = rival == null
                ? null
                : Learner.measure(rival, later.stream().map(Past.Example::known).toList());
        Trained.Decision decision = decision(learnt.metrics(), earlier);
        Trained.Card card = new Trained.Card(
                examples.getFirst().began(),
                later.getFirst().began(),
                later.getLast().began(),
                learnt.learnt(),
                learnt.aside(),
                learnt.metrics(),
                earlier);
        long id = TrainedModels.add(within, object, clock.instant(), by, decision, learnt, card);
        switch (decision) {
            case SERVED -> TrainedModels.serve(within, object, id);
            case USELESS -> {
                // the one in use is given up only if it, too, is no better than the base rate by now
                if (earlier == null || !earlier.beatsBaseRate()) {
                    TrainedModels.serve(within, object, null);
                }
            }
            case KEPT_EARLIER -> {}
        }
        LOG.info("Learnt {} of {} records: {}", object.name(), examples.size(), decision);
    }

    private static Trained.Decision decision(Metrics found, @Nullable Metrics earlier) {
        if (!found.beatsBaseRate()) {
            return Trained.Decision.USELESS;
        }
        return earlier != null && earlier.beatsBaseRate() && earlier.brier() - found.brier() < WORTH_CHANGING
                ? Trained.Decision.KEPT_EARLIER
                : Trained.Decision.SERVED;
    }

    private static TrainedModels.@Nullable Refused refused(Learner.Outcome outcome) {
        return switch (outcome) {
            case Learner.TooFew few -> new TrainedModels.Refused(few.positives(), few.negatives(), few.missing());
            case Learner.OneSided sided -> new TrainedModels.Refused(sided.laterPositives(), sided.laterNegatives(), 0);
            case Learner.Learnt _ -> null;
        };
    }

    private static boolean looksOnlyAt(Model model, List<Clue> clues) {
        return clues.stream().map(Clue::column).toList().containsAll(model.columns());
    }
}
