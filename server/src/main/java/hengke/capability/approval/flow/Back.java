package hengke.capability.approval.flow;

import hengke.capability.approval.flow.State.End;
import hengke.capability.approval.flow.State.Fork;
import hengke.capability.approval.flow.State.Point;
import hengke.capability.approval.flow.State.Resume;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.flow.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The steps back through the tree: returned, or taken back. */
final class Back {
    private final Walk walk;
    private final Tree<Node> tree;

    Back(Walk walk, Tree<Node> tree) {
        this.walk = walk;
        this.tree = tree;
    }

    /** The steps a run can return to: those before it at which somebody has agreed. */
    Set<String> targets(Run from) {
        Set<String> targets = new HashSet<>();
        walk.state().runs().stream()
                .filter(run -> run.end() == End.PASSED && run.decided() && tree.after(from.node(), run.node()))
                .forEach(run -> targets.add(run.node()));
        return targets;
    }

    /** Back to an earlier step or to whoever asked; what came after that step does not count any more. */
    void to(Run from, String to, boolean directly) {
        boolean start = to.equals(Node.START);
        Predicate<String> after = node -> start || tree.after(node, to);
        List<Run> affected = walk.state().runs().stream()
                .filter(run -> run.id() == from.id() || run.open())
                .filter(run -> after.test(run.node()))
                .toList();
        Resume resume = directly
                ? new Resume(
                        affected.stream()
                                .map(run -> new Point(run.node(), run.resume()))
                                .toList(),
                        walk.state().forks().stream()
                                .filter(fork -> after.test(fork.node()))
                                .toList())
                : null;
        undo(node -> after.test(node) || node.equals(to));
        if (start) {
            walk.forks(List.of());
            walk.become(Status.RETURNED, resume);
        } else {
            reach(to, after);
            walk.open((Node.Ask) tree.place(to).node(), true, resume);
        }
    }

    private void undo(Predicate<String> which) {
        walk.close(run -> run.open() && which.test(run.node()));
        walk.runs(
                walk.state().runs().stream()
                        .map(run -> run.end() == End.PASSED && which.test(run.node()) ? run.ended(End.UNDONE) : run)
                        .toList(),
                walk.state().lastId());
    }

    /** The ways to a node are being gone again, and none after it. */
    private void reach(String to, Predicate<String> after) {
        List<Fork> forks = new ArrayList<>(walk.state().forks().stream()
                .filter(fork -> !after.test(fork.node()))
                .toList());
        for (Tree.Above above : tree.above(to)) {
            if (tree.place(above.node()).node() instanceof Node.Together) {
                Set<Integer> pending = new TreeSet<>(Set.of(above.way()));
                forks.stream()
                        .filter(fork -> fork.node().equals(above.node()))
                        .forEach(fork -> pending.addAll(fork.pending()));
                forks.removeIf(fork -> fork.node().equals(above.node()));
                forks.add(new Fork(above.node(), pending));
            }
        }
        walk.forks(forks);
    }

    /** A step that had passed is open again, as it was before this word; false where somebody has gone on from it. */
    boolean again(Run run, Group before) {
        List<Run> later = walk.state().runs().stream()
                .filter(each -> each.open() || each.end() == End.PASSED)
                .filter(each -> tree.after(each.node(), run.node()))
                .toList();
        if (!later.stream().allMatch(Run::untouched)) {
            return false;
        }
        undo(node -> tree.after(node, run.node()));
        reach(run.node(), node -> tree.after(node, run.node()));
        walk.replace(run.with(before).ended(End.OPEN));
        return true;
    }
}
