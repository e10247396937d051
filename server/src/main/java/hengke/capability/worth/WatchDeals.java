package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Notes in the transaction of a save whose deals it touches, before and after: only here both are known. A customer who
 * comes out of the recycle bin is looked at again.
 */
@Component
final class WatchDeals implements Rule {
    private final PurchaseSources sources;
    private final LiveCatalog catalog;

    WatchDeals(PurchaseSources sources, LiveCatalog catalog) {
        this.sources = sources;
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Valued.class)
                || valued().anyMatch(each -> !bound(each, object).isEmpty());
    }

    @Override
    public void after(Batch batch) {
        valued().forEach(object -> {
            Set<Long> touched = new TreeSet<>();
            if (object.name().equals(batch.object().name())) {
                batch.open().stream()
                        .filter(edit -> edit.action() == Action.RESTORE)
                        .forEach(edit -> touched.add(edit.after().id()));
            }
            for (Bound source : bound(object, batch.object())) {
                touched.addAll(DealsChanged.touched(batch, source.customer(), edit -> touches(source, edit)));
            }
            DealsChanged.publish(batch, object, touched);
        });
    }

    private Stream<ObjectDefinition> valued() {
        return catalog.current().objects().stream().filter(each -> each.has(Valued.class));
    }

    private List<Bound> bound(ObjectDefinition valued, ObjectDefinition source) {
        return sources.of(valued).bound().stream()
                .filter(each -> each.object().name().equals(source.name()))
                .toList();
    }

    private static boolean touches(Bound source, Edit edit) {
        return edit.action() != Action.UPDATE
                || source.fields().stream()
                        .anyMatch(its -> changes(edit, its.field().name()));
    }

    /** Also what a computed value was made from would show here, were it allowed. */
    private static boolean changes(Edit edit, String field) {
        Row before = edit.before();
        Row after = edit.after();
        return !Objects.equals(before.values().get(field), after.values().get(field));
    }
}
