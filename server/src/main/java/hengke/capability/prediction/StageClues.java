package hengke.capability.prediction;

import hengke.capability.pipeline.Pipelined;
import hengke.capability.pipeline.StageLog;
import hengke.capability.pipeline.StageLog.Step;
import hengke.kernel.learning.Column;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far the record had come by then, and how long it had stood there. */
@Component
@Order(40)
final class StageClues implements Clues {
    private static final String STAGE = "_stage";
    private static final Clue STANDING =
            new Clue(Column.amount("_stageDays"), new Label("本阶段天数", "Days in stage"), null, Clue.Unit.DAYS, true);

    @Override
    public List<Clue> of(ObjectDefinition object) {
        return object.capability(Pipelined.class)
                .flatMap(pipelined -> object.field(pipelined.stage().name()))
                .map(stage ->
                        List.of(new Clue(Column.choice(STAGE), stage.label(), stage, Clue.Unit.PLAIN, true), STANDING))
                .orElseGet(List::of);
    }

    @Override
    public void tell(DSLContext database, ObjectDefinition object, List<Moment> moments) {
        Pipelined pipelined = object.capability(Pipelined.class).orElse(null);
        if (pipelined == null || moments.isEmpty()) {
            return;
        }
        Map<Long, List<Step>> past = StageLog.of(
                database,
                object,
                moments.stream().filter(Moment::past).map(Moment::id).toList());
        for (Moment moment : moments) {
            if (moment.past()) {
                Step last = last(past.getOrDefault(moment.id(), List.of()), moment.at());
                tell(moment, last == null ? null : last.to(), last == null ? null : last.at());
            } else {
                tell(moment, moment.row().get(pipelined.stage()), moment.row().get(Pipelined.STAGE_SINCE));
            }
        }
    }

    /** What has ended stands nowhere on the way: that is what is to be guessed. */
    private static void tell(Moment moment, @Nullable String stage, @Nullable Instant since) {
        if (stage != null && !stage.equals(Pipelined.WON) && !stage.equals(Pipelined.LOST)) {
            moment.known().put(STAGE, stage);
            if (since != null) {
                moment.known().put(STANDING.name(), Math.max(0, ChronoUnit.DAYS.between(since, moment.at())));
            }
        }
    }

    private static @Nullable Step last(List<Step> steps, Instant at) {
        Step last = null;
        for (Step step : steps) {
            if (!step.at().isAfter(at)) {
                last = step;
            }
        }
        return last;
    }

    @Override
    public Map<Long, Instant> began(DSLContext database, ObjectDefinition object, Collection<Long> records) {
        Map<Long, Instant> began = new HashMap<>();
        if (object.has(Pipelined.class)) {
            StageLog.of(database, object, records)
                    .forEach((id, steps) -> began.put(id, steps.getFirst().at()));
        }
        return began;
    }
}
