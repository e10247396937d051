package hengke.trade;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** When a milestone was reached and who said so. */
@Component
final class MilestoneRules implements Rule {
    private final Milestone milestone;
    private final Clock clock;

    MilestoneRules(Milestone milestone, Clock clock) {
        this.milestone = milestone;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(milestone.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .filter(edit -> edit.back() == null && edit.changes(milestone.status))
                .forEach(edit -> note(batch, edit));
    }

    private void note(Batch batch, Edit edit) {
        boolean done = Milestone.DONE.equals(edit.after().get(milestone.status));
        edit.set(milestone.doneAt, done ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
        Actor actor = batch.caller().actor();
        edit.set(milestone.doneBy, done && !actor.system() ? actor.user() : null);
    }
}
