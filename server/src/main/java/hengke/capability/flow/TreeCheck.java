package hengke.capability.flow;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a tree, each at its node: {@code nodes[1].ways[0].nodes[2].id}. What its steps do is for whoever
 * asks to check, step by step.
 *
 * @param <N> the kind of nodes
 */
public final class TreeCheck<N extends Branching<N>> {
    /** Where a flow begins; no node is called so. */
    public static final String START = "start";

    private static final int MOST_NODES = 60;
    private static final int DEEPEST = 4;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,20}");

    private final Consumer<JsonNode> conditions;
    private final List<FieldError> errors;
    private final Set<String> ids = new HashSet<>();
    private final List<List<N>> before = new ArrayList<>();
    private Each<N> each = (_, _, _) -> {};

    /**
     * @param conditions refuses a filter that makes no sense
     * @param errors where what is wrong is added
     */
    public TreeCheck(Consumer<JsonNode> conditions, List<FieldError> errors) {
        this.conditions = conditions;
        this.errors = errors;
    }

    /** What is asked about one step. */
    public interface Each<N> {
        /** @param before the steps that are passed on the way to it, those it stands within not among them */
        void check(String at, N node, List<N> before);
    }

    /** Checks the whole tree and asks about each of its steps. */
    public void nodes(String at, List<N> nodes, Each<N> asked) {
        each = asked;
        list(at, nodes);
        if (Branching.all(nodes).count() > MOST_NODES) {
            errors.add(FieldError.of(at, Message.of("flow.tooManyNodes", MOST_NODES)));
        }
    }

    private void list(String at, List<N> nodes) {
        if (before.size() > DEEPEST) {
            errors.add(FieldError.of(at, Message.of("flow.tooDeep", DEEPEST)));
            return;
        }
        List<N> passed = new ArrayList<>(before.isEmpty() ? List.of() : before.getLast());
        before.addLast(passed);
        for (int i = 0; i < nodes.size(); i++) {
            N node = nodes.get(i);
            String here = at + "[" + i + "]";
            if (!ID.matcher(node.id()).matches() || node.id().equals(START)) {
                errors.add(FieldError.of(here + ".id", Message.of("flow.nodeId")));
            } else if (!ids.add(node.id())) {
                errors.add(FieldError.of(here + ".id", Message.of("flow.nodeTwice", node.id())));
            }
            each.check(here, node, List.copyOf(passed));
            passed.add(node);
        }
        before.removeLast();
    }

    /** The ways of a step of which the first that holds is taken: every one but the last has a condition. */
    public void choice(String at, N node) {
        ways(at, node.ways(), 1, true);
    }

    /** The ways of a step that are taken side by side: there are two at least, and none is empty. */
    public void together(String at, N node) {
        ways(at, node.ways(), 2, false);
    }

    private void ways(String at, List<Way<N>> ways, int least, boolean choice) {
        if (ways.size() < least) {
            errors.add(FieldError.of(at + ".ways", Message.of("flow.fewWays", least)));
        }
        for (int i = 0; i < ways.size(); i++) {
            Way<N> way = ways.get(i);
            String here = at + ".ways[" + i + "]";
            boolean last = i == ways.size() - 1;
            if (way.condition() != null) {
                condition(here + ".condition", way.condition());
            } else if (choice && !last) {
                errors.add(FieldError.of(here + ".condition", Message.of("flow.noCondition")));
            }
            if (!choice && way.nodes().isEmpty()) {
                errors.add(FieldError.of(here + ".nodes", Message.of("flow.emptyWay")));
            }
            list(here + ".nodes", way.nodes());
        }
    }

    /** The ways of a step that are told apart by what happens, and not by a condition. */
    public void outcomes(String at, N node) {
        for (int i = 0; i < node.ways().size(); i++) {
            list(at + ".ways[" + i + "].nodes", node.ways().get(i).nodes());
        }
    }

    /** Adds what speaks against a filter. */
    public void condition(String at, JsonNode filter) {
        try {
            conditions.accept(filter);
        } catch (Refusal.Invalid invalid) {
            errors.add(FieldError.of(at, invalid.errors().getFirst().message()));
        } catch (Refusal refusal) {
            errors.add(FieldError.of(at, refusal.reason()));
        }
    }
}
