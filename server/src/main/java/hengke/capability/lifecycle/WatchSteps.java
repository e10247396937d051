package hengke.capability.lifecycle;

import hengke.capability.lifecycle.StepSource.Told;
import hengke.capability.worth.DealsChanged;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notes in the transaction of a save whose steps it tells of, before and after: only here both are known. */
@Component
final class WatchSteps implements Rule {
    private final List<StepSource> sources;
    private final LiveCatalog catalog;

    WatchSteps(List<StepSource> sources, LiveCatalog catalog) {
        this.sources = List.copyOf(sources);
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return living().anyMatch(each -> told(each, object).findAny().isPresent());
    }

    @Override
    public void after(Batch batch) {
        living().forEach(object -> {
            Set<Long> touched = new TreeSet<>();
            told(object, batch.object())
                    .forEach(told ->
                            touched.addAll(DealsChanged.touched(batch, told.reference(), edit -> touches(told, edit))));
            DealsChanged.publish(batch, object, touched);
        });
    }

    private Stream<ObjectDefinition> living() {
        return catalog.current().objects().stream().filter(each -> each.has(LifeCycle.class));
    }

    private Stream<Told> told(ObjectDefinition of, ObjectDefinition by) {
        return sources.stream()
                .flatMap(source -> source.told(of).stream())
                .filter(told -> told.object().name().equals(by.name()))
                .distinct();
    }

    private static boolean touches(Told told, Edit edit) {
        return edit.action() != Action.UPDATE
                || edit.changes(told.reference())
                || told.fields().stream().anyMatch((Field<?> field) -> edit.changes(field));
    }
}
