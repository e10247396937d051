package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold of transition rules: they speak of a choice, of its options, and of fields a person can fill in. */
final class TransitionsCheck {
    private record Pair(@Nullable String from, @Nullable String to) {}

    private TransitionsCheck() {}

    static void check(ObjectDefinition object, String name, Transitions transitions, List<Fault> faults) {
        Field<?> field = object.field(name).orElse(null);
        if (field == null || !(field.type() instanceof ChoiceType(List<Option> options))) {
            faults.add(new Fault(object.name(), name, "only a choice has transition rules"));
            return;
        }
        Set<String> values = options.stream().map(Option::value).collect(Collectors.toSet());
        Set<Pair> seen = new HashSet<>();
        for (Move move : transitions.moves()) {
            String from = move.from();
            String to = move.to();
            if (from != null && !from.equals(Transitions.ANY) && !values.contains(from)) {
                faults.add(new Fault(object.name(), name, "has no option " + from));
            }
            if (to != null && !values.contains(to)) {
                faults.add(new Fault(object.name(), name, "has no option " + to));
            }
            if (!seen.add(new Pair(from, to))) {
                faults.add(new Fault(object.name(), name, "the move from " + from + " to " + to + " is listed twice"));
            }
            move.required().stream()
                    .filter(required -> !fillable(object, required))
                    .forEach(required -> faults.add(
                            new Fault(object.name(), name, "requires " + required + ", which nobody can fill in")));
        }
    }

    private static boolean fillable(ObjectDefinition object, String name) {
        return object.field(name)
                .filter(field ->
                        !field.traits().is(Trait.DERIVED) && !field.traits().is(Trait.SYSTEM))
                .isPresent();
    }
}
