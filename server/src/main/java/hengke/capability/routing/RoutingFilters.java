package hengke.capability.routing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Which filters a rule may have: they are asked of a record that is not written yet, so that nothing counts but what it
 * itself was sent with.
 */
@Component
final class RoutingFilters {
    private final Access access;

    RoutingFilters(Access access) {
        this.access = access;
    }

    /** What speaks against it. */
    Optional<Message> fault(ObjectDefinition object, JsonNode filter) {
        Criterion criterion;
        try {
            criterion = access.resolve(Actor.SYSTEM, object, filter);
        } catch (Refusal refusal) {
            return Optional.of(refusal.reason());
        }
        return fault(object, criterion);
    }

    private Optional<Message> fault(ObjectDefinition object, Criterion criterion) {
        return switch (criterion) {
            case Criterion.And(List<Criterion> terms) -> first(object, terms);
            case Criterion.Or(List<Criterion> terms) -> first(object, terms);
            case Criterion.Not(Criterion term) -> fault(object, term);
            case Criterion.Test(Field<?> field, var _) -> unknownYet(object, field);
            case Criterion.Through through ->
                Optional.of(
                        Message.of("routing.otherRecords", through.reference().label()));
            case Criterion.Exists exists ->
                Optional.of(Message.of(
                        "routing.otherRecords", exists.child().object().label()));
            case Criterion.Under under ->
                Optional.of(Message.of("routing.otherRecords", under.reference().label()));
            case Criterion.Known _ -> Optional.of(Message.of("routing.otherRecords", object.label()));
            case Criterion.Always _, Criterion.Never _ -> Optional.empty();
        };
    }

    private Optional<Message> first(ObjectDefinition object, List<Criterion> terms) {
        return terms.stream().flatMap(term -> fault(object, term).stream()).findFirst();
    }

    /** What the product works out itself is not there before the record is. */
    private static Optional<Message> unknownYet(ObjectDefinition object, Field<?> asked) {
        Field<?> field = object.field(asked.name()).orElse(asked);
        boolean later = field.computation() != null
                || Set.of(Trait.SYSTEM, Trait.DERIVED).stream().anyMatch(field.traits()::is);
        return later ? Optional.of(Message.of("routing.unknownYet", field.label())) : Optional.empty();
    }
}
