package hengke.capability.approval.flow;

import hengke.capability.approval.flow.State.Auto;
import hengke.capability.approval.flow.State.End;
import hengke.capability.approval.flow.State.Fork;
import hengke.capability.approval.flow.State.Point;
import hengke.capability.approval.flow.State.Resume;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.approval.flow.Task.Why;
import hengke.capability.approval.flow.Task.Word;
import hengke.capability.flow.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A state on its way to the next one: the steps forward and back through the tree. */
final class Walk {
    private final Flow flow;
    private final Tree<Node> tree;
    private final World world;
    private final Ways ways;
    private final List<Event> events = new ArrayList<>();
    private Naming naming;
    private State state;

    Walk(Flow flow, Tree<Node> tree, World world, State state, Naming naming) {
        this.flow = flow;
        this.tree = tree;
        this.world = world;
        this.state = state;
        this.naming = naming;
        this.ways = new Ways(this, tree, world);
    }

    /** From here on it goes on by somebody's agreement, who has said who comes next. */
    void agreed(Map<String, List<Long>> chosen) {
        if (naming instanceof Naming.Nobody) {
            naming = new Naming.By(chosen);
        }
    }

    State state() {
        return state;
    }

    List<Event> events() {
        return events;
    }

    /** From the beginning, or where it was returned from. */
    void begin() {
        Resume resume = state.resume();
        become(Status.RUNNING, null);
        if (resume == null) {
            enter(tree.nodes(), 0, Optional.empty());
        } else {
            reopen(resume);
        }
    }

    void enter(List<Node> list, int index, Optional<Tree.Above> above) {
        if (state.status() != Status.RUNNING) {
            return;
        }
        if (index == list.size()) {
            above.ifPresentOrElse(ways::arrive, this::approve);
            return;
        }
        switch (list.get(index)) {
            case Node.Ask ask -> reach(ask);
            case Node.Wait wait -> pause(wait, false, null);
            case Node.Copy copy -> {
                List<Long> told = Seats.told(copy, state, world);
                if (!told.isEmpty()) {
                    events.add(new Event.Copied(copy.id(), told));
                }
                goOn(copy.id());
            }
            case Node.Choice choice -> ways.choose(choice);
            case Node.Together together -> ways.fork(together);
        }
    }

    private void reach(Node.Ask ask) {
        if (!(ask.approvers() instanceof Approvers.Next next)) {
            open(ask, false, null);
            return;
        }
        switch (naming) {
            case Naming.By by -> {
                state = state.naming(ask.id(), by.of(ask, next, world));
                open(ask, false, null);
            }
            case Naming.Nobody _ -> {
                state = state.naming(ask.id(), List.of());
                open(ask, false, null);
            }
            case Naming.Later _ -> open(ask, Seats.LATER, false, null);
            case Naming.Asking(Set<String> steps) -> steps.add(ask.id());
        }
    }

    void goOn(String after) {
        Tree.Place<Node> place = tree.place(after);
        enter(place.list(), place.index() + 1, place.above());
    }

    private void approve() {
        become(Status.APPROVED, null);
    }

    void open(Node.Ask node, boolean returned, @Nullable Resume resume) {
        open(node, Seats.at(node, state, flow, world, returned, tree), returned, resume);
    }

    private void open(Node.Ask node, Seats seats, boolean returned, @Nullable Resume resume) {
        int id = state.lastId() + 1;
        List<Task> tasks = new ArrayList<>();
        for (Long person : seats.people()) {
            Task task = Task.of(id + tasks.size() + 1, person, tasks.size(), state.form(), null);
            tasks.add(
                    seats.repeated().contains(person)
                            ? task.decided(Word.APPROVED, null, Why.REPEATED, state.form())
                            : task);
        }
        Group group = new Group(node.mode(), node.ratio(), tasks).settled();
        Run run = reached(id, node, group, returned, resume);
        if (seats.refused()) {
            endedByItself(run, End.REJECTED, Auto.NOBODY);
            refuse();
        } else if (seats.auto() != null) {
            endedByItself(run, End.PASSED, seats.auto());
            passed(run);
        } else if (group.standing() == Task.Standing.PASSED) {
            endedByItself(run, End.PASSED, Auto.REPEATED);
            passed(run);
        }
    }

    private Run reached(int id, Node node, Group group, boolean returned, @Nullable Resume resume) {
        int round = (int) state.runs().stream()
                        .filter(run -> run.node().equals(node.id()))
                        .count()
                + 1;
        Run run = new Run(id, node.id(), round, End.OPEN, returned, resume, null, group);
        List<Run> runs = new ArrayList<>(state.runs());
        runs.add(run);
        runs(runs, id + group.tasks().size());
        return run;
    }

    /** A step that only waits is one whose task nobody holds; the time decides it. */
    private void pause(Node.Wait wait, boolean returned, @Nullable Resume resume) {
        int id = state.lastId() + 1;
        Task task = Task.of(id + 1, Task.NOBODY, 0, state.form(), null);
        reached(id, wait, new Group(Node.Mode.ALL, 100, List.of(task)), returned, resume);
    }

    private void endedByItself(Run run, End end, Auto why) {
        replace(new Run(run.id(), run.node(), run.round(), end, run.returned(), run.resume(), why, run.asked()));
        events.add(new Event.Passed(run.node(), why));
    }

    /** Counts the words of a step, and goes on where they decide. */
    void weigh(Run run) {
        Group asked = run.asked().settled();
        Run weighed = run.with(asked);
        switch (asked.standing()) {
            case PENDING -> replace(weighed);
            case PASSED, IGNORED -> {
                replace(weighed.ended(End.PASSED));
                passed(weighed);
            }
            case FAILED -> {
                replace(weighed.ended(End.REJECTED));
                String to = ((Node.Ask) tree.place(run.node()).node()).backTo();
                if (to == null) {
                    refuse();
                } else {
                    Back back = new Back(this, tree);
                    back.to(weighed, back.targets(run).contains(to) ? to : Node.START, false);
                }
            }
        }
    }

    private void passed(Run run) {
        if (run.resume() == null) {
            goOn(run.node());
        } else {
            Set<String> points = new HashSet<>();
            run.resume().points().forEach(point -> points.add(point.node()));
            forks(state.forks().stream()
                    .filter(fork -> !tree.within(run.node(), fork.node())
                            || points.stream().anyMatch(point -> tree.within(point, fork.node())))
                    .toList());
            reopen(run.resume());
        }
    }

    private void reopen(Resume resume) {
        List<Fork> forks = new ArrayList<>(state.forks());
        forks.addAll(resume.forks());
        forks(forks);
        for (Point point : resume.points()) {
            if (state.status() == Status.RUNNING) {
                switch (tree.place(point.node()).node()) {
                    case Node.Ask ask -> open(ask, true, point.then());
                    case Node.Wait wait -> pause(wait, true, point.then());
                    case Node.Copy _, Node.Choice _, Node.Together _ ->
                        throw new IllegalStateException("nobody is asked at " + point.node());
                }
            }
        }
    }

    private void refuse() {
        end(Status.REJECTED);
    }

    /** It is over, whatever still waits. */
    void end(Status status) {
        close(Run::open);
        forks(List.of());
        become(status, null);
    }

    void close(Predicate<Run> which) {
        runs(
                state.runs().stream()
                        .map(run -> which.test(run)
                                ? run.with(run.asked().map(Walk::dropped)).ended(End.CANCELLED)
                                : run)
                        .toList(),
                state.lastId());
    }

    private static Task dropped(Task task) {
        return task.in(Word.OPEN) ? task.decided(Word.DROPPED, null, null, task.form()) : task;
    }

    void replace(Run run) {
        runs(
                state.runs().stream()
                        .map(each -> each.id() == run.id() ? run : each)
                        .toList(),
                state.lastId());
    }

    int newIds(int many) {
        int first = state.lastId() + 1;
        runs(state.runs(), state.lastId() + many);
        return first;
    }

    void become(Status status, @Nullable Resume resume) {
        if (status != state.status()) {
            events.add(new Event.Became(status));
        }
        state = state.with(status, resume);
    }

    void runs(List<Run> runs, int lastId) {
        state = state.with(runs, lastId);
    }

    void forks(List<Fork> forks) {
        state = state.with(forks);
    }

    void changed() {
        state = state.reformed();
    }

    void urged(Instant at) {
        state = state.urged(at);
    }

    void succeeded(Map<Long, Long> successors) {
        state = state.with(successors);
    }
}
