package hengke.automation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Automations that people begin by a button on a record: whoever may edit it, where it is for the record as they see it. A
 * condition about what somebody may not read shows them no button.
 */
@Component
public final class PressButtons {
    private final LiveAutomations automations;
    private final Beginnings beginnings;
    private final BeginOne beginning;
    private final Access access;
    private final Writer writer;
    private final DSLContext database;

    PressButtons(
            LiveAutomations automations,
            Beginnings beginnings,
            BeginOne beginning,
            Access access,
            Writer writer,
            DSLContext database) {
        this.automations = automations;
        this.beginnings = beginnings;
        this.beginning = beginning;
        this.access = access;
        this.writer = writer;
        this.database = database;
    }

    /** The buttons somebody has on a record. */
    public List<Automation> offered(Actor actor, ObjectDefinition object, long record) {
        List<Automation> buttons = automations.active(object).stream()
                .filter(each -> each.plan().trigger() instanceof Trigger.Button)
                .toList();
        return buttons.isEmpty() || !edits(actor, object, record)
                ? List.of()
                : buttons.stream()
                        .filter(each -> fits(actor, each, object, record))
                        .toList();
    }

    /**
     * Begins, once for each press; the run.
     *
     * @param press tells one press from another
     */
    public long press(Actor actor, ObjectDefinition object, Automation automation, long record, String press) {
        if (!automation.active()
                || !(automation.plan().trigger() instanceof Trigger.Button)
                || !edits(actor, object, record)) {
            throw new Refusal.NotFound();
        }
        BeginOne.Begun begun = writer.inTransaction(
                within -> beginning.begin(within, automation, object, record, "button:" + actor.user() + ":" + press));
        Long run = begun.run();
        if (run == null) {
            throw new Refusal.Conflict("notBegun", Objects.requireNonNull(begun.refused()), Map.of());
        }
        return run;
    }

    private boolean edits(Actor actor, ObjectDefinition object, long record) {
        return access.reached(database, actor, object, Verb.EDIT, List.of(record))
                .contains(record);
    }

    private boolean fits(Actor actor, Automation automation, ObjectDefinition object, long record) {
        try {
            return beginnings
                    .fitting(database, automation.plan(), object, actor, Set.of(record))
                    .contains(record);
        } catch (Refusal outOfReach) {
            return false;
        }
    }
}
