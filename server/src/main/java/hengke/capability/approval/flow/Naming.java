package hengke.capability.approval.flow;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of a step whose people are named by whoever agrees before it. */
sealed interface Naming {
    /** Somebody agrees, and says who. */
    record By(Map<String, List<Long>> chosen) implements Naming {
        List<Long> of(Node.Ask node, Approvers.Next next, World world) {
            List<Long> people = chosen.getOrDefault(node.id(), List.of());
            if (people.isEmpty()) {
                throw Refusal.Invalid.at("chosen." + node.id(), Message.of("approval.nameNext", node.name()));
            }
            if (!next.allows(people) || !people.stream().allMatch(world::active)) {
                throw Refusal.Invalid.at("chosen." + node.id(), Message.of("approval.notToChoose"));
            }
            return people;
        }
    }

    /** It goes on by itself: there is nobody to say who, and it is as if nobody was found. */
    record Nobody() implements Naming {}

    /** It is only thought of, and told so. */
    record Later() implements Naming {}

    /** It is only asked for which steps somebody would have to say it; the way ends there. */
    record Asking(Set<String> steps) implements Naming {
        Asking() {
            this(new LinkedHashSet<>());
        }
    }
}
