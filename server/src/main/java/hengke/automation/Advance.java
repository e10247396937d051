package hengke.automation;

import hengke.automation.Runs.Moved;
import hengke.capability.flow.Tree;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves runs on: all that stand at the same step take it together, in one transaction that also writes down that they
 * did. Whoever is killed leaves nothing half done; several nodes share the work. A step that breaks is tried again run by
 * run, later and later, and in the end is parked.
 */
@Component
public final class Advance {
    static final int TOGETHER = 500;

    private static final Logger log = LoggerFactory.getLogger(Advance.class);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    /** No run becomes older, whatever it waits for. */
    private static final Duration OLDEST = Duration.ofDays(730);

    private final Writer writer;
    private final LiveAutomations automations;
    private final LiveCatalog catalog;
    private final Acting acting;
    private final Access access;
    private final TakeSteps steps;
    private final Clock clock;

    Advance(
            Writer writer,
            LiveAutomations automations,
            LiveCatalog catalog,
            Acting acting,
            Access access,
            TakeSteps steps,
            Clock clock) {
        this.writer = writer;
        this.automations = automations;
        this.catalog = catalog;
        this.acting = acting;
        this.access = access;
        this.steps = steps;
        this.clock = clock;
    }

    /** Takes all steps that are due now; how many. */
    public int run() {
        int all = 0;
        int taken;
        do {
            taken = writer.inTransaction(this::some);
            all += taken;
        } while (taken > 0);
        return all;
    }

    private int some(DSLContext within) {
        Instant now = now();
        List<Standing> claimed = Runs.claim(within, now, TOGETHER);
        // a record of which two runs stand here takes one after the other
        List<Standing> each = List.copyOf(claimed.stream()
                .collect(Collectors.toMap(
                        Standing::record, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values());
        if (!each.isEmpty()) {
            Standing any = each.getFirst();
            Automation automation =
                    automations.edition(within, any.automation(), any.edition()).orElseThrow();
            move(within, automation, each, now);
        }
        return each.size();
    }

    /** Has these take the step they stand at, and tells where each is then; used by trials too. */
    List<Moved> move(DSLContext within, Automation automation, List<Standing> runs, Instant now) {
        Tree<Step> tree = new Tree<>(automation.plan().nodes());
        List<Taken> taken = taken(within, automation, tree, runs, now);
        List<Moved> moved = taken.stream().map(each -> moved(tree, each, now)).toList();
        Runs.move(within, now, moved);
        return moved;
    }

    private record Taken(Standing run, Outcome outcome) {}

    private List<Taken> taken(
            DSLContext within, Automation automation, Tree<Step> tree, List<Standing> runs, Instant now) {
        try {
            return within.transactionResult(savepoint -> together(savepoint.dsl(), automation, tree, runs, now));
        } catch (Refusal refusal) {
            if (runs.size() == 1) {
                return List.of(new Taken(runs.getFirst(), failed(refusal)));
            }
        } catch (RuntimeException | Error broken) { // one bad record must not hold up the others
            if (runs.size() == 1) {
                log.warn("Run {} of automation {} is broken", runs.getFirst().id(), automation.id(), broken);
                return List.of(new Taken(runs.getFirst(), new Outcome.Failed(Message.of("automation.broken"), true)));
            }
        }
        return runs.stream()
                .flatMap(run -> taken(within, automation, tree, List.of(run), now).stream())
                .toList();
    }

    static Outcome failed(Refusal refusal) {
        boolean passing = refusal instanceof Refusal.Locked || refusal instanceof Refusal.Conflict;
        Message why = refusal instanceof Refusal.Invalid invalid
                ? Message.of(
                        "automation.refusedAt",
                        invalid.errors().getFirst().field(),
                        invalid.errors().getFirst().message())
                : refusal.reason();
        return new Outcome.Failed(why, passing);
    }

    private List<Taken> together(
            DSLContext within, Automation automation, Tree<Step> tree, List<Standing> runs, Instant now) {
        Optional<Actor> actor = acting.as(automation);
        if (actor.isEmpty()) {
            return all(runs, new Outcome.Failed(Message.of("automation.actingGone"), false));
        }
        Optional<ObjectDefinition> object = catalog.current().find(automation.object());
        if (object.isEmpty()) {
            return all(runs, new Outcome.Failed(Message.of("automation.objectGone"), false));
        }
        Map<Long, Row> rows = new Pages(within)
                        .byIds(
                                object.get(),
                                access.visibility(actor.get(), object.get(), Verb.READ),
                                runs.stream().map(Standing::record).toList(),
                                object.get().fields())
                        .stream()
                        .collect(Collectors.toMap(Row::id, Function.identity()));
        List<Taken> taken = new ArrayList<>();
        List<Turn.At> there = new ArrayList<>();
        for (Standing run : runs) {
            Row row = rows.get(run.record());
            if (run.startedAt().plus(OLDEST).isBefore(now)) {
                taken.add(new Taken(run, new Outcome.Ends(Outcome.Reason.AGE)));
            } else if (row == null) {
                taken.add(new Taken(run, new Outcome.Ends(Outcome.Reason.GONE)));
            } else {
                there.add(new Turn.At(run, row));
            }
        }
        if (!there.isEmpty()) {
            Turn turn = new Turn(within, now, automation, object.get(), actor.get(), there);
            steps.take(turn, tree.place(runs.getFirst().node()).node());
            Runs.effects(within, turn.effects());
            there.forEach(at -> taken.add(new Taken(
                    at.run(),
                    Objects.requireNonNullElse(turn.outcomes().get(at.run().id()), Outcome.Done.QUIETLY))));
        }
        return taken;
    }

    private static List<Taken> all(List<Standing> runs, Outcome outcome) {
        return runs.stream().map(run -> new Taken(run, outcome)).toList();
    }

    private static Moved moved(Tree<Step> tree, Taken taken, Instant now) {
        Standing run = taken.run();
        return switch (taken.outcome()) {
            case Outcome.Done(Long operation, Message note) ->
                onTo(run, after(tree, run.node()), now, "done", null, operation, note);
            case Outcome.Goes(int way) -> {
                List<Step> nodes = tree.place(run.node()).node().ways().get(way).nodes();
                String next = nodes.isEmpty()
                        ? after(tree, run.node())
                        : nodes.getFirst().id();
                yield onTo(run, next, now, "way", way, null, null);
            }
            case Outcome.Stays(Instant look, Instant deadline, boolean watching) -> {
                boolean arrived = run.deadline() == null;
                yield new Moved(
                        run,
                        "live",
                        null,
                        run.node(),
                        look,
                        deadline,
                        watching,
                        0,
                        null,
                        arrived ? "waits" : null,
                        null,
                        null,
                        arrived ? Runs.kept(Message.of("automation.waits", deadline.toString())) : null);
            }
            case Outcome.Failed(Message why, boolean passing) -> {
                boolean parked = !passing || run.attempts() >= PAUSES.size();
                Duration pause = PAUSES.get(Math.min(run.attempts(), PAUSES.size() - 1));
                yield new Moved(
                        run,
                        parked ? "failed" : "live",
                        null,
                        run.node(),
                        now.plus(pause),
                        run.deadline(),
                        false,
                        run.attempts() + 1,
                        Runs.kept(why),
                        parked ? "failed" : "tries",
                        null,
                        null,
                        Runs.kept(why));
            }
            case Outcome.Ends(Outcome.Reason reason) -> {
                boolean planned = reason == Outcome.Reason.STOP;
                yield new Moved(
                        run,
                        planned ? "done" : "stopped",
                        reason.wire(),
                        run.node(),
                        now,
                        null,
                        false,
                        0,
                        null,
                        planned ? "done" : null,
                        null,
                        null,
                        null);
            }
        };
    }

    private static Moved onTo(
            Standing run,
            @Nullable String next,
            Instant now,
            String outcome,
            @Nullable Integer way,
            @Nullable Long operation,
            @Nullable Message note) {
        return new Moved(
                run,
                next == null ? "done" : "live",
                null,
                next == null ? run.node() : next,
                now,
                null,
                false,
                0,
                null,
                outcome,
                way,
                operation,
                Runs.kept(note));
    }

    /** What comes after a node and the ways it ends; null at the end of all. */
    private static @Nullable String after(Tree<Step> tree, String node) {
        Tree.Place<Step> place = tree.place(node);
        while (place.index() + 1 == place.list().size()) {
            if (place.above().isEmpty()) {
                return null;
            }
            place = tree.place(place.above().get().node());
        }
        return place.list().get(place.index() + 1).id();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
