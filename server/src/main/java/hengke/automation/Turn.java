package hengke.automation;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The runs of one edition that take the same step together, in one transaction, each record among them once. */
final class Turn {
    /** By which way the records come that are made so. */
    static final String THROUGH = "automation";

    private final DSLContext database;
    private final Instant now;
    private final Automation automation;
    private final ObjectDefinition object;
    private final Actor actor;
    private final List<At> runs;
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable Operation operation;

    /** A run and its record as it is now. */
    record At(Standing run, Row row) {}

    /** A record that was changed for a run. */
    record Effect(long operation, String object, long record, long run) {}

    Turn(DSLContext database, Instant now, Automation automation, ObjectDefinition object, Actor actor, List<At> runs) {
        this.database = database;
        this.now = now;
        this.automation = automation;
        this.object = object;
        this.actor = actor;
        this.runs = List.copyOf(runs);
    }

    DSLContext database() {
        return database;
    }

    Instant now() {
        return now;
    }

    Automation automation() {
        return automation;
    }

    ObjectDefinition object() {
        return object;
    }

    Actor actor() {
        return actor;
    }

    Caller caller() {
        return Caller.of(actor, THROUGH);
    }

    List<At> runs() {
        return runs;
    }

    List<Long> records() {
        return runs.stream().map(at -> at.run().record()).toList();
    }

    /** The operation of what is changed at this step, opened when it is first needed. */
    Operation operation() {
        Operation open = operation;
        if (open == null) {
            open = OperationLog.open(
                    database,
                    caller(),
                    Operation.Kind.COMMAND,
                    object.name(),
                    ActsByAutomation.ACT.chinese() + " " + automation.name(),
                    Operation.Status.DONE,
                    runs.size());
            operation = open;
        }
        return open;
    }

    void outcome(Standing run, Outcome outcome) {
        outcomes.put(run.id(), outcome);
    }

    void effect(String changed, long record, Standing run) {
        effects.add(new Effect(operation().id(), changed, record, run.id()));
    }

    /** By run; one of which nothing was said goes on. */
    Map<Long, Outcome> outcomes() {
        return outcomes;
    }

    List<Effect> effects() {
        return effects;
    }
}
