package hengke.capability.pool;

import hengke.capability.worth.DealsChanged;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import org.springframework.stereotype.Component;

/** What no longer keeps a record in hand, or does so now, is noted, so that its date of return is told anew. */
@Component
final class WatchExemptions implements Rule {
    private final Exemptions exemptions;
    private final LiveCatalog catalog;

    WatchExemptions(Exemptions exemptions, LiveCatalog catalog) {
        this.exemptions = exemptions;
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return exemptions.all().stream().anyMatch(each -> each.child().equals(object.name()));
    }

    @Override
    public void after(Batch batch) {
        exemptions.all().stream()
                .filter(each -> each.child().equals(batch.object().name()))
                .forEach(each -> DealsChanged.publish(
                        batch,
                        catalog.current().object(each.object()),
                        DealsChanged.touched(batch, each.reference(), edit -> touches(each, edit))));
    }

    private static boolean touches(Exemption exemption, Edit edit) {
        return edit.action() != Action.UPDATE
                || edit.changes(exemption.reference())
                || exemption.fields().stream().anyMatch(edit::changes);
    }
}
