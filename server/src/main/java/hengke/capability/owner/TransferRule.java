package hengke.capability.owner;

import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Rule;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever gives a record to somebody else needs the right to hand over, and reaches that record with it. */
@Component
final class TransferRule implements Rule {
    private final Rights rights;

    TransferRule(Rights rights) {
        this.rights = rights;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Owned.class);
    }

    @Override
    public void before(Batch batch) {
        List<Edit> transfers = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(Owned.OWNER))
                .toList();
        if (transfers.isEmpty() || batch.caller().unlimited()) {
            return;
        }
        Set<Long> reached = rights.reached(
                batch.database(),
                batch.caller().actor(),
                batch.object(),
                Verb.TRANSFER,
                transfers.stream().map(edit -> edit.before().id()).toList());
        transfers.stream()
                .filter(edit -> !reached.contains(edit.before().id()))
                .forEach(edit -> edit.refuse(
                        Owned.OWNER, Message.of("owner.transfer", batch.object().label())));
    }
}
