package hengke.capability.approval.flow;

import hengke.capability.approval.flow.State.Fork;
import hengke.capability.flow.Tree;
import hengke.capability.flow.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Where the steps divide, and where they come together again. */
final class Ways {
    private final Walk walk;
    private final Tree<Node> tree;
    private final World world;

    Ways(Walk walk, Tree<Node> tree, World world) {
        this.walk = walk;
        this.tree = tree;
        this.world = world;
    }

    private boolean goes(Way<Node> way) {
        return way.condition() == null || world.holds(way.condition());
    }

    /** The first that holds. */
    void choose(Node.Choice choice) {
        for (int at = 0; at < choice.ways().size(); at++) {
            Way<Node> way = choice.ways().get(at);
            if (goes(way)) {
                walk.enter(way.nodes(), 0, Optional.of(new Tree.Above(choice.id(), at)));
                return;
            }
        }
        walk.goOn(choice.id());
    }

    /** All that hold, side by side. */
    void fork(Node.Together together) {
        List<Integer> ways = IntStream.range(0, together.ways().size())
                .filter(way -> goes(together.ways().get(way)))
                .boxed()
                .toList();
        if (ways.isEmpty()) {
            walk.goOn(together.id());
            return;
        }
        List<Fork> forks = new ArrayList<>(walk.state().forks());
        forks.add(new Fork(together.id(), Set.copyOf(ways)));
        walk.forks(forks);
        ways.forEach(way ->
                walk.enter(together.ways().get(way).nodes(), 0, Optional.of(new Tree.Above(together.id(), way))));
    }

    /** At the end of a way. */
    void arrive(Tree.Above above) {
        if (tree.place(above.node()).node() instanceof Node.Together) {
            Fork fork = fork(above.node()).orElseThrow();
            Set<Integer> pending = new TreeSet<>(fork.pending());
            pending.remove(above.way());
            List<Fork> forks = new ArrayList<>(walk.state().forks());
            forks.remove(fork);
            if (!pending.isEmpty()) {
                forks.add(new Fork(above.node(), pending));
            }
            walk.forks(forks);
            if (!pending.isEmpty()) {
                return;
            }
        }
        walk.goOn(above.node());
    }

    private Optional<Fork> fork(String node) {
        return walk.state().forks().stream()
                .filter(fork -> fork.node().equals(node))
                .findFirst();
    }
}
