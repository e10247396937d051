package hengke.capability.worth;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Criterion;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a customer is worth tells something of every deal: whoever may not read what deals are told from does not read
 * it. While a source is broken nobody can say whose right would be asked for, and so it is kept from everybody limited.
 */
@Component
final class WorthCircumstance implements Circumstance {
    private final PurchaseSources sources;

    WorthCircumstance(PurchaseSources sources) {
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
        return Valued.ALL.contains(field) && object.has(Valued.class);
    }
}
