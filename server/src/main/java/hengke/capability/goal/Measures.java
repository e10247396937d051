package hengke.capability.goal;

import hengke.capability.goal.Measure.Counted;
import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Mentioned;
import hengke.kernel.records.RollUpFilters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** By what can be aimed now, and who may know: whoever reads every field that a measure is told from, unmasked. */
@Component
public final class Measures {
    private final List<Measure> all;
    private final LiveCatalog catalog;
    private final Access access;
    private final RollUpFilters filters;

    Measures(List<Measure> all, LiveCatalog catalog, Access access, RollUpFilters filters) {
        this.all = List.copyOf(all);
        this.catalog = catalog;
        this.access = access;
        this.filters = filters;
    }

    /** Those that somebody may know of. */
    public List<Aim> of(Actor actor) {
        return of(actor, all);
    }

    /** The same of measures by which nobody aims, as those of a forecast. */
    public List<Aim> of(Actor actor, List<Measure> measures) {
        Catalog now = catalog.current();
        return measures.stream()
                .flatMap(measure -> understood(now, measure).stream())
                .filter(aim -> aim.parts().stream().allMatch(part -> reads(actor, now, part)))
                .toList();
    }

    /** The one of this key; one that somebody may not know of is not there. */
    public Aim find(Actor actor, String key) {
        return of(actor).stream()
                .filter(aim -> aim.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private Optional<Aim> understood(Catalog now, Measure measure) {
        List<Aim.Part> parts = measure.counted(now).stream()
                .flatMap(counted -> part(now, counted).stream())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Aim(measure, parts));
    }

    private Optional<Aim.Part> part(Catalog now, Counted counted) {
        return now.find(counted.object())
                .flatMap(object -> owned(now, object, counted)
                        .map(owned -> new Aim.Part(object, owned, counted, filter(now, object, counted))));
    }

    private static Optional<ObjectDefinition> owned(Catalog now, ObjectDefinition object, Counted counted) {
        return Optional.of(
                        counted.through() == null
                                ? object
                                : now.targets(counted.through()).getFirst())
                .filter(owned -> owned.has(Owned.class));
    }

    /** A filter that has lost its meaning counts nothing. */
    private Criterion filter(Catalog now, ObjectDefinition object, Counted counted) {
        try {
            return counted.filter() == null ? Criterion.ALWAYS : filters.read(now, object, counted.filter());
        } catch (Refusal _) {
            return Criterion.NEVER;
        }
    }

    /** A sum of what is hidden or masked here and there would tell what is under the mask. */
    private boolean reads(Actor actor, Catalog now, Aim.Part part) {
        ObjectDefinition object = part.object();
        Counted counted = part.counted();
        Set<Source> told = new LinkedHashSet<>(Mentioned.in(now, object, counted.filter()));
        told.add(new Source(part.owned(), Owned.OWNER));
        if (counted.through() != null) {
            told.add(new Source(object, counted.through()));
        }
        told.add(new Source(object, counted.at()));
        if (counted.amount() != null) {
            told.add(new Source(object, counted.amount()));
        }
        if (counted.percent() != null) {
            told.add(new Source(object, counted.percent()));
        }
        return access.may(actor, object, Verb.READ)
                && access.may(actor, part.owned(), Verb.READ)
                && told.stream().allMatch(source -> access.readsThroughout(actor, source.object(), source.field()));
    }
}
