package hengke.capability.lifecycle;

import hengke.capability.worth.PurchaseSources;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Criterion;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How far a customer has come tells of the status and of every deal: who may not read those does not read it. */
@Component
final class LifeCircumstance implements Circumstance {
    private final PurchaseSources sources;

    LifeCircumstance(PurchaseSources sources) {
        this.sources = sources;
    }

    @Override
    public Set<Source> sources(ObjectDefinition object, Field<?> field) {
        if (!tells(object, field)) {
            return Set.of();
        }
        Set<Source> all = new HashSet<>(sources.fields(object));
        KeepLife.cycle(object).ifPresent(cycle -> all.add(new Source(object, cycle.status())));
        return all;
    }

    @Override
    public Criterion covers(Organisation now, Actor actor, ObjectDefinition object, Field<?> field) {
        return tells(object, field) && !sources.of(object).broken().isEmpty() ? Criterion.ALWAYS : Criterion.NEVER;
    }

    private static boolean tells(ObjectDefinition object, Field<?> field) {
        return LifeCycle.TOLD.contains(field) && object.has(LifeCycle.class);
    }
}
