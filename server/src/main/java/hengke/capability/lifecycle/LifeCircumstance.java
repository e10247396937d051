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
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How far a customer has come tells of the status, of every deal and of whatever else its steps are told from: who may
 * not read those does not read it. The day of a step tells of that step only.
 */
@Component
final class LifeCircumstance implements Circumstance {
    private final PurchaseSources deals;
    private final List<StepSource> steps;

    LifeCircumstance(PurchaseSources deals, List<StepSource> steps) {
        this.deals = deals;
        this.steps = List.copyOf(steps);
    }

    @Override
    public Set<Source> sources(ObjectDefinition object, Field<?> field) {
        if (!tells(object, field)) {
            return Set.of();
        }
        Set<Source> all = new HashSet<>();
        KeepLife.cycle(object).ifPresent(cycle -> all.add(new Source(object, cycle.status())));
        steps.stream()
                .filter(source -> tells(field, source.step()))
                .forEach(source -> all.addAll(source.sources(object)));
        return all;
    }

    /** The stage tells of every step it can be, the day of a step only of that one. */
    private static boolean tells(Field<?> field, Step step) {
        boolean day =
                List.of(Step.values()).stream().anyMatch(each -> each.day().equals(field));
        return day ? step.day().equals(field) : step.compareTo(Step.CUSTOMER) >= 0;
    }

    @Override
    public Criterion covers(Organisation now, Actor actor, ObjectDefinition object, Field<?> field) {
        return tells(object, field) && !deals.of(object).broken().isEmpty() ? Criterion.ALWAYS : Criterion.NEVER;
    }

    private static boolean tells(ObjectDefinition object, Field<?> field) {
        return LifeCycle.TOLD.contains(field) && object.has(LifeCycle.class);
    }
}
