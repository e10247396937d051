package hengke.capability.region;

import hengke.capability.owner.Owned;
import hengke.kernel.access.RegionOwners.Taker;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Rule;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A new record whose owner nobody has named goes to the owner of its region, if the company wants that and whoever
 * makes it may make it for them. A record that changes hands otherwise is no longer there because of its region.
 */
@Component
@Order(40)
final class RegionRule implements Rule {
    /** Naming a pool means that the record waits there. */
    private static final String POOL = "pool";

    private final RegionAssignment assignment;
    private final Takers takers;
    private final Rights rights;

    RegionRule(RegionAssignment assignment, Takers takers, Rights rights) {
        this.assignment = assignment;
        this.takers = takers;
        this.rights = rights;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Regional.class) && object.has(Owned.class);
    }

    @Override
    public void before(Batch batch) {
        List<Edit> open = batch.open();
        open.stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(Owned.OWNER))
                .filter(edit -> edit.back() == null && !edit.asked(Regional.ASSIGNED_REGION))
                .forEach(edit -> edit.set(Regional.ASSIGNED_REGION, null));
        List<Edit> nobodys = open.stream()
                .filter(edit -> edit.action() == Action.CREATE && !edit.asked(Owned.OWNER))
                .filter(edit -> edit.after().get(Regional.of(batch.object())) != null)
                .filter(edit -> !waits(batch.object(), edit))
                .toList();
        if (!nobodys.isEmpty() && assignment.active(batch.object())) {
            Takers.Search search = takers.search(batch.database(), batch.object(), true);
            nobodys.forEach(edit -> {
                Taker taker = search.find(edit.after(), each -> mayCreateFor(batch, edit, each))
                        .taker();
                if (taker != null) {
                    edit.set(Owned.OWNER, taker.person());
                    edit.set(Regional.ASSIGNED_REGION, taker.region());
                }
            });
        }
    }

    private static boolean waits(ObjectDefinition object, Edit edit) {
        Field<?> pool = object.field(POOL).orElse(null);
        return pool != null && edit.after().get(pool) != null;
    }

    private boolean mayCreateFor(Batch batch, Edit edit, Taker taker) {
        return batch.caller().unlimited()
                || rights.evidentlyReaches(
                        batch.caller().actor(),
                        batch.object(),
                        Verb.CREATE,
                        edit.after().with(Owned.OWNER, taker.person()));
    }
}
