package hengke.capability.pool;

import hengke.kernel.configuration.SpeaksOfFields;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Mentioned;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The fields that pools keep back, and those that say what counts as held and what goes back. */
@Component
final class FieldsOfPools implements SpeaksOfFields {
    private final LivePools live;

    FieldsOfPools(LivePools live) {
        this.live = live;
    }

    @Override
    public String area() {
        return "pools";
    }

    @Override
    public Map<Label, Set<Source>> parts(Catalog catalog) {
        Map<Label, Set<Source>> parts = new LinkedHashMap<>();
        for (PoolDefinition pool : live.all()) {
            catalog.find(pool.object())
                    .ifPresent(object -> parts.computeIfAbsent(named(object, pool), _ -> new LinkedHashSet<>())
                            .addAll(fields(catalog, object, pool)));
        }
        return parts;
    }

    private static Set<Source> fields(Catalog catalog, ObjectDefinition object, PoolDefinition pool) {
        Set<Source> fields = new LinkedHashSet<>();
        pool.hidden().forEach(name -> object.field(name).ifPresent(field -> fields.add(new Source(object, field))));
        fields.addAll(Mentioned.in(catalog, object, pool.uncounted()));
        fields.addAll(Mentioned.in(catalog, object, pool.recycling().exempt()));
        pool.recycling().rules().forEach(rule -> fields.addAll(Mentioned.in(catalog, object, rule.filter())));
        return fields;
    }

    private static Label named(ObjectDefinition object, PoolDefinition pool) {
        return new Label(
                object.label().chinese() + " · " + pool.name(), object.label().english() + " · " + pool.name());
    }
}
