package hengke.capability.activity;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Rule;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Taking an old change back is a change of the follow-up as well. A slip of a moment ago, and where merging moved a
 * follow-up to, may be taken back all the same.
 */
@Component
final class UndoInTime implements Rule {
    private final Activity activity;
    private final Rights rights;

    UndoInTime(Activity activity, Rights rights) {
        this.activity = activity;
        this.rights = rights;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(activity.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.back() == Draft.Back.LATER && edit.action() != Action.RESTORE)
                .filter(edit -> edit.action() == Action.DELETE || !onlyMoves(batch, edit))
                .forEach(edit -> rights.limited(
                                batch.caller().actor(),
                                batch.object(),
                                edit.action().verb(),
                                edit.before())
                        .ifPresent(edit::refuse));
    }

    private boolean onlyMoves(Batch batch, Edit edit) {
        Set<Field<?>> moved = Set.of(activity.about, activity.contact);
        return moved.containsAll(edit.changed(batch.object()));
    }
}
