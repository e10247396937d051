package hengke.capability.pipeline;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps every pipelined record in a stage of its pipeline, whatever way a change comes: what follows from the stage
 * follows it, and every step is written down.
 */
@Component
@Order(40)
final class PipelineRule implements Rule {
    private final LivePipelines pipelines;
    private final LiveOrganisation organisation;
    private final Clock clock;

    PipelineRule(LivePipelines pipelines, LiveOrganisation organisation, Clock clock) {
        this.pipelines = pipelines;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Pipelined.class);
    }

    @Override
    public void before(Batch batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Pipelined fields = LivePipelines.pipelined(batch.object());
        Pipelines known = pipelines.of(batch.object());
        for (Edit edit : batch.open()) {
            if (edit.action() == Action.CREATE || edit.action() == Action.UPDATE) {
                place(fields, known, edit);
                if (!edit.refused()) {
                    follow(fields, known, batch, edit, now);
                }
            }
        }
    }

    /** Finds the pipeline and the stage in it, or refuses them. */
    private static void place(Pipelined fields, Pipelines known, Edit edit) {
        boolean made = edit.action() == Action.CREATE;
        if (edit.after().get(fields.pipeline()) == null || made && !edit.asked(fields.pipeline())) {
            edit.set(fields.pipeline(), known.all().getFirst().key());
        }
        Optional<Pipeline> pipeline = known.find(edit.after().get(fields.pipeline()));
        if (pipeline.isEmpty()) {
            edit.refuse(
                    fields.pipeline(),
                    Message.of("pipeline.none", fields.pipeline().label()));
            return;
        }
        String stage = edit.after().get(fields.stage());
        boolean open = !edit.asked(fields.stage()) && (made || edit.changes(fields.pipeline()));
        if (stage == null || open && (made || !pipeline.get().has(stage))) {
            edit.set(fields.stage(), pipeline.get().stages().getFirst().key());
        } else if ((edit.changes(fields.stage()) || edit.changes(fields.pipeline()))
                && !pipeline.get().has(stage)) {
            edit.refuse(
                    fields.stage(),
                    Message.of("pipeline.otherStage", fields.stage().label()));
        }
    }

    /** What is taken back keeps the times of then. */
    private void follow(Pipelined fields, Pipelines known, Batch batch, Edit edit, Instant now) {
        if (!edit.changes(fields.stage()) && !edit.changes(fields.pipeline())) {
            keepClosed(edit);
            categorise(fields, known, edit, false);
            return;
        }
        Pipeline pipeline = known.find(edit.after().need(fields.pipeline())).orElseThrow();
        String stage = edit.after().need(fields.stage());
        String outcome = Pipelined.outcome(stage);
        boolean open = outcome.equals(Pipelined.OPEN);
        edit.set(Pipelined.OUTCOME, outcome);
        edit.set(
                Pipelined.ROTTING_DAYS,
                pipeline.find(stage)
                        .map(Pipeline.Stage::rottingDays)
                        .map(Integer::longValue)
                        .orElse(null));
        if (batch.operation().kind() != Operation.Kind.UNDO) {
            if (!open || !edit.asked(Pipelined.PROBABILITY) || edit.after().get(Pipelined.PROBABILITY) == null) {
                edit.set(Pipelined.PROBABILITY, pipeline.rate(stage));
            }
            categorise(fields, known, edit, !edit.asked(Pipelined.FORECAST));
            boolean told = batch.caller().unlimited() && edit.after().get(Pipelined.STAGE_SINCE) != null;
            Instant since = told && edit.asked(Pipelined.STAGE_SINCE)
                    ? edit.after().need(Pipelined.STAGE_SINCE)
                    : open ? now : ended(fields, edit, now);
            edit.set(Pipelined.STAGE_SINCE, since);
            if (open) {
                edit.set(Pipelined.CLOSED_AT, null);
            } else if (!edit.asked(Pipelined.CLOSED_AT) || edit.after().get(Pipelined.CLOSED_AT) == null) {
                edit.set(Pipelined.CLOSED_AT, since);
            }
        }
    }

    /** One counts on it as on its stage, unless somebody has said otherwise; what has ended is no forecast any more. */
    private static void categorise(Pipelined fields, Pipelines known, Edit edit, boolean anew) {
        String of = known.find(edit.after().get(fields.pipeline()))
                .flatMap(pipeline -> pipeline.category(edit.after().get(fields.stage())))
                .map(Category::wire)
                .orElse(null);
        if (anew || of == null || edit.after().get(Pipelined.FORECAST) == null) {
            edit.set(Pipelined.FORECAST, of);
        }
    }

    /** What is over when it is recorded, as in a list of past deals, ended on the day it tells; anything else ends now. */
    private Instant ended(Pipelined fields, Edit edit, Instant now) {
        LocalDate day = edit.action() == Action.CREATE ? edit.after().get(fields.expected()) : null;
        if (day == null) {
            return now;
        }
        Instant begun =
                day.atStartOfDay(organisation.get().company().timeZone()).toInstant();
        return begun.isBefore(now) ? begun : now;
    }

    /** What is won is certain, what is lost is certain not to come, and what is open was not closed. */
    private static void keepClosed(Edit edit) {
        boolean open = Pipelined.OPEN.equals(edit.after().get(Pipelined.OUTCOME));
        if (!open && edit.changes(Pipelined.PROBABILITY)) {
            edit.refuse(Pipelined.PROBABILITY, Message.of("pipeline.closed"));
        }
        if (!open && edit.changes(Pipelined.FORECAST)) {
            edit.refuse(Pipelined.FORECAST, Message.of("pipeline.closedForecast"));
        }
        if (edit.changes(Pipelined.CLOSED_AT) && open != (edit.after().get(Pipelined.CLOSED_AT) == null)) {
            edit.refuse(Pipelined.CLOSED_AT, Message.of(open ? "pipeline.open" : "pipeline.closedWhen"));
        }
    }

    @Override
    public void after(Batch batch) {
        Pipelined fields = LivePipelines.pipelined(batch.object());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<StageLog.Step> steps = new ArrayList<>();
        for (Edit edit : batch.open()) {
            String from = standing(edit, edit.before(), fields.stage());
            String to = standing(edit, edit.after(), fields.stage());
            if (!Objects.equals(from, to) || to != null && edit.changes(fields.pipeline())) {
                steps.add(new StageLog.Step(
                        edit.after().id(),
                        entered(edit, now),
                        edit.after().get(fields.pipeline()),
                        from,
                        to,
                        batch.caller().actor().user()));
            }
        }
        StageLog.append(batch.database(), batch.object(), batch.operation().id(), steps);
    }

    /** When it came where it stands, or went. */
    private static Instant entered(Edit edit, Instant now) {
        Instant since = edit.after().get(Pipelined.STAGE_SINCE);
        return edit.changes(Pipelined.STAGE_SINCE) && since != null ? since : now;
    }

    /** The stage in which a living record stands; one that is deleted stands nowhere. */
    private static @Nullable String standing(Edit edit, Row row, Field<String> stage) {
        boolean gone = row == edit.before() ? edit.action() == Action.RESTORE : edit.action() == Action.DELETE;
        return gone ? null : row.get(stage);
    }
}
