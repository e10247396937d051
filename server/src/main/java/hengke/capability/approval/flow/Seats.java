package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Empty;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.State.Auto;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.Task.Word;
import hengke.capability.flow.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked at a step that is reached: found out, without those who have left, with what is agreed for nobody, for
 * whoever asks and for those who have agreed before; in this order.
 *
 * @param people in order
 * @param repeated who of them has agreed before and is not asked again
 * @param auto why nobody is asked, where nobody is
 * @param refused it ends here
 */
record Seats(
        List<Long> people, Set<Long> repeated, @Nullable Auto auto, boolean refused) {

    /** It is not known yet who. */
    static final Seats LATER = new Seats(List.of(), Set.of(), Auto.LATER, false);

    static Seats at(Ask node, State state, Flow flow, World world, boolean returned, Tree<Node> tree) {
        List<Long> found = present(raw(node.approvers(), node.id(), state, world), state, world);
        if (found.isEmpty()) {
            if (node.empty() == Empty.PASS) {
                return new Seats(List.of(), Set.of(), Auto.NOBODY, false);
            }
            found = instead(node, state, world);
            if (node.empty() == Empty.REJECT || found.isEmpty()) {
                return new Seats(List.of(), Set.of(), Auto.NOBODY, true);
            }
        }
        List<Long> people = withoutSelf(node, found, state, world);
        if (people.isEmpty()) {
            return new Seats(List.of(), Set.of(), Auto.SELF, false);
        }
        if (node.mode() == Mode.ONE) {
            people = List.of(people.get(world.lot(people.size())));
        }
        Set<Long> repeated = new LinkedHashSet<>(people);
        repeated.retainAll(returned ? Set.of() : agreed(node, state, flow, tree));
        return new Seats(people, repeated, null, false);
    }

    static List<Long> told(Node.Copy node, State state, World world) {
        return present(raw(node.approvers(), node.id(), state, world), state, world);
    }

    private static List<Long> raw(Approvers approvers, String node, State state, World world) {
        return approvers instanceof Approvers.Chosen || approvers instanceof Approvers.Next
                ? state.chosen().getOrDefault(node, List.of())
                : world.people(state.starter(), approvers);
    }

    private static List<Long> present(List<Long> people, State state, World world) {
        return people.stream()
                .map(person -> state.successors().getOrDefault(person, person))
                .distinct()
                .filter(world::active)
                .toList();
    }

    private static List<Long> instead(Ask node, State state, World world) {
        Stream<Long> first = switch (node.empty()) {
            case PERSON -> Optional.ofNullable(node.emptyPerson()).stream();
            case SUPERIOR -> world.superior(state.starter()).stream();
            case ADMINISTRATORS, PASS, REJECT -> Stream.empty();
        };
        List<Long> people = present(first.toList(), state, world);
        if (!people.isEmpty()) {
            return people;
        }
        List<Long> looking = present(world.administrators(), state, world);
        return looking.stream()
                .filter(person -> person != state.starter())
                .findFirst()
                .or(() -> looking.stream().findFirst())
                .stream()
                .toList();
    }

    private static List<Long> withoutSelf(Ask node, List<Long> found, State state, World world) {
        long self = state.starter();
        if (!found.contains(self)) {
            return found;
        }
        Optional<Long> other = switch (node.self()) {
            case ALLOW -> Optional.of(self);
            case SKIP -> Optional.empty();
            case SUPERIOR -> world.superior(self);
            case HEAD -> world.head(self);
        };
        List<Long> people = new ArrayList<>();
        found.forEach(person -> {
            if (person != self) {
                people.add(person);
            } else {
                other.ifPresent(people::add);
            }
        });
        return present(people, state, world);
    }

    /** Those whose agreement still stands for the form as it is. */
    private static Set<Long> agreed(Ask node, State state, Flow flow, Tree<Node> tree) {
        Set<Long> agreed = new LinkedHashSet<>();
        if (flow.repeats() == Flow.Repeats.ASK) {
            return agreed;
        }
        List<Run> before = state.runs().stream()
                .filter(run -> run.end() == State.End.PASSED && tree.after(node.id(), run.node()))
                .toList();
        for (Run run : flow.repeats() == Flow.Repeats.NOT_AT_ALL
                ? before
                : before.reversed().stream().limit(1).toList()) {
            run.asked().all().stream()
                    .filter(task -> task.in(Word.APPROVED) && task.addedBy() == null && task.form() == state.form())
                    .map(Task::person)
                    .forEach(agreed::add);
        }
        return agreed;
    }
}
