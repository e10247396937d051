package hengke.web.pipelines;

import hengke.capability.pipeline.PipelineMovement;
import hengke.capability.pipeline.PipelineMovement.Moved;
import hengke.capability.pipeline.PipelineMovement.Mover;
import hengke.capability.pipeline.PipelineMovement.Part;
import hengke.capability.pipeline.PipelineSnapshots;
import hengke.capability.pipeline.Pipelined;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.records.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has changed in the pipelines since a day. */
@RestController
final class MovementController {
    private static final int DIGITS = 2;

    private final PipelineMovement movement;
    private final PipelineSnapshots snapshots;
    private final Reading reading;
    private final LiveOrganisation organisation;

    MovementController(
            PipelineMovement movement, PipelineSnapshots snapshots, Reading reading, LiveOrganisation organisation) {
        this.movement = movement;
        this.snapshots = snapshots;
        this.reading = reading;
        this.organisation = organisation;
    }

    /**
     * All of it.
     *
     * @param day from the beginning of which; null while there is no snapshot yet
     * @param opening what all that was open then would have brought
     * @param closing what all that is open now would bring
     */
    record MovementJson(
            @Nullable LocalDate day, String currency, String opening, String closing, List<PartJson> parts) {}

    /** Those that moved in one way. */
    record PartJson(String part, long count, String before, String now) {}

    /** One that moved. */
    record MoverJson(long id, @Nullable String label, StateJson before, StateJson now) {}

    /** How it stood. */
    record StateJson(
            @Nullable String amount,
            @Nullable String pipeline,
            @Nullable String stage,
            @Nullable LocalDate expected) {}

    @GetMapping("/api/pipelines/{object}/movement")
    MovementJson movement(
            Actor actor, @PathVariable("object") String name, @RequestParam(name = "since") String since) {
        ObjectDefinition object = pipelined(actor, name);
        String currency = organisation.get().company().currency();
        LocalDate day = snapshots.dayUpTo(object, day(since)).orElse(null);
        if (day == null) {
            return new MovementJson(null, currency, "0", "0", List.of());
        }
        List<Moved> moved = movement.since(actor, object, day);
        BigDecimal opening = BigDecimal.ZERO;
        BigDecimal closing = BigDecimal.ZERO;
        for (Moved each : moved) {
            switch (each.part()) {
                case CAME -> closing = closing.add(each.now());
                case WON, LOST -> opening = opening.add(each.before());
                case STAYED -> {
                    opening = opening.add(each.before());
                    closing = closing.add(each.now());
                }
                case GREW, SHRANK, SLIPPED, SOONER, AHEAD, BACK -> {}
            }
        }
        return new MovementJson(
                day,
                currency,
                plain(opening),
                plain(closing),
                moved.stream()
                        .map(each ->
                                new PartJson(each.part().wire(), each.count(), plain(each.before()), plain(each.now())))
                        .toList());
    }

    @GetMapping("/api/pipelines/{object}/movement/{part}")
    Map<String, List<MoverJson>> movers(
            Actor actor,
            @PathVariable("object") String name,
            @PathVariable("part") String wire,
            @RequestParam(name = "since") String since) {
        ObjectDefinition object = pipelined(actor, name);
        Part part = Part.of(wire).orElseThrow(Refusal.NotFound::new);
        List<Mover> movers = snapshots
                .dayUpTo(object, day(since))
                .map(day -> movement.movers(actor, object, day, part))
                .orElse(List.of());
        Map<Long, String> titles = new HashMap<>();
        for (Row row :
                reading.titles(actor, object, movers.stream().map(Mover::id).toList())) {
            Object title = reading.title(actor, object, row);
            if (title != null) {
                titles.put(row.id(), title.toString());
            }
        }
        return Map.of(
                "items",
                movers.stream()
                        .map(mover -> new MoverJson(
                                mover.id(), titles.get(mover.id()), state(mover.before()), state(mover.now())))
                        .toList());
    }

    private ObjectDefinition pipelined(Actor actor, String name) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Pipelined.class)) {
            throw new Refusal.NotFound();
        }
        return object;
    }

    private static StateJson state(PipelineMovement.State state) {
        BigDecimal amount = state.amount();
        return new StateJson(amount == null ? null : plain(amount), state.pipeline(), state.stage(), state.expected());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.Invalid.at("since", Message.of("value.date"));
        }
    }
}
