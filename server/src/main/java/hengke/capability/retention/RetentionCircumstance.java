package hengke.capability.retention;

import hengke.capability.worth.PurchaseSources;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Criterion;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is foretold of somebody tells something of every deal, and is kept from whoever may not read those. */
@Component
final class RetentionCircumstance implements Circumstance {
    private final PurchaseSources sources;

    RetentionCircumstance(PurchaseSources sources) {
        this.sources = sources;
    }

    @Override
    public Set<Source> sources(ObjectDefinition object, Field<?> field) {
        return tells(object, field) ? sources.fields(object) : Set.of();
    }

    @Override
    public Criterion covers(Organisation now, Actor actor, ObjectDefinition object, Field<?> field) {
        return tells(object, field) && !sources.of(object).broken().isEmpty() ? Criterion.ALWAYS : Criterion.NEVER;
    }

    private static boolean tells(ObjectDefinition object, Field<?> field) {
        return Retained.ALL.contains(field) && object.has(Retained.class);
    }
}
