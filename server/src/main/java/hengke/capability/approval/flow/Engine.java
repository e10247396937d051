package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Node.Self;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.flow.Tree;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of an approval by what is done: a function of its state, the action and what the world says. */
public final class Engine {
    /** Nobody is urged more often. */
    public static final Duration URGED_AGAIN = Duration.ofHours(1);

    private final Flow flow;
    private final Tree<Node> tree;
    private final World world;
    private final Words words;
    private final Naming naming;

    public Engine(Flow flow, World world) {
        this(flow, world, new Naming.Nobody());
    }

    /** @param naming where nobody's agreement says who comes next */
    Engine(Flow flow, World world, Naming naming) {
        this.naming = naming;
        this.flow = flow;
        this.tree = new Tree<>(flow.nodes());
        this.world = world;
        this.words = new Words(tree, world);
    }

    /** The next state, and what follows from the step to it. */
    public record Outcome(State state, List<Event> events) {
        public Outcome {
            events = List.copyOf(events);
        }
    }

    /** @param chosen whom the one who asks has named, by step */
    public Outcome start(long starter, Map<String, List<Long>> chosen) {
        State nothing = new State(Status.RETURNED, starter, 0, List.of(), List.of(), null, chosen, Map.of(), 0, null);
        Walk walk = walk(nothing);
        walk.begin();
        return outcome(nothing, walk);
    }

    /** Throws where it cannot be done, and then nothing has happened. */
    public Outcome act(State state, Action action) {
        Walk walk = walk(state);
        boolean revoked = action instanceof Action.Revoke && state.status() == Status.APPROVED;
        if (state.status().over() && !revoked) {
            throw refused("over");
        }
        switch (action) {
            case Action.OfTask ofTask -> words.act(walk, ofTask);
            case Action.Resubmit resubmit -> resubmit(walk, resubmit);
            case Action.Withdraw withdraw -> {
                require(asks(state, withdraw.by()), "notYours");
                require(flow.withdrawable() == Flow.Withdrawable.WHILE_RUNNING || !state.begun(), "begun");
                walk.end(Status.WITHDRAWN);
            }
            case Action.Urge urge -> urge(walk, urge);
            case Action.HandOver handOver -> handOver(walk, handOver);
            case Action.Revoke revoke -> {
                require(state.status() == Status.APPROVED, "notApproved");
                require(flow.revocable() == Flow.Revocable.BY_ADMINISTRATORS, "notRevocable");
                require(world.administers(revoke.by()), "notYours");
                walk.end(Status.REVOKED);
            }
            case Action.Terminate terminate -> {
                require(world.administers(terminate.by()), "notYours");
                walk.end(Status.TERMINATED);
            }
        }
        return outcome(state, walk);
    }

    /** The steps to which a task can be returned, in the order of the flow. */
    public List<String> returnsTo(State state, int task) {
        Set<String> targets = state.task(task)
                .map(at -> new Back(walk(state), tree).targets(at.run()))
                .orElse(Set.of());
        return tree.ids().stream().filter(targets::contains).toList();
    }

    private Walk walk(State state) {
        return new Walk(flow, tree, world, state, naming);
    }

    /** The steps whose people the holder of a task has to name if they agree now. */
    public List<String> toName(State state, int task) {
        Naming.Asking asking = new Naming.Asking();
        state.waiting().stream()
                .map(State.Waiting::task)
                .filter(waiting -> waiting.id() == task)
                .findFirst()
                .ifPresent(waiting -> words.act(
                        new Walk(flow, tree, world, state, asking), new Action.Approve(waiting.holder(), task)));
        return List.copyOf(asking.steps());
    }

    private static Outcome outcome(State before, Walk walk) {
        Map<Integer, Event.Asked> was = asked(before);
        Map<Integer, Event.Asked> is = asked(walk.state());
        List<Event> events = new ArrayList<>();
        was.forEach((task, event) -> {
            if (!event.equals(is.get(task))) {
                events.add(new Event.Dropped(event.node(), task, event.person()));
            }
        });
        events.addAll(walk.events());
        is.forEach((task, event) -> {
            if (!event.equals(was.get(task))) {
                events.add(event);
            }
        });
        return new Outcome(walk.state(), events);
    }

    private static Map<Integer, Event.Asked> asked(State state) {
        Map<Integer, Event.Asked> asked = new LinkedHashMap<>();
        state.waiting()
                .forEach(waiting -> asked.put(
                        waiting.task().id(),
                        new Event.Asked(
                                waiting.run().node(),
                                waiting.task().id(),
                                waiting.task().holder())));
        return asked;
    }

    private static boolean asks(State state, long person) {
        return state.successors().getOrDefault(state.starter(), state.starter()) == person;
    }

    private void resubmit(Walk walk, Action.Resubmit resubmit) {
        State state = walk.state();
        require(asks(state, resubmit.by()) || world.administers(resubmit.by()), "notYours");
        require(state.status() == Status.RETURNED, "notReturned");
        if (resubmit.changed()) {
            walk.changed();
        }
        walk.begin();
    }

    private void urge(Walk walk, Action.Urge urge) {
        State state = walk.state();
        require(asks(state, urge.by()), "notYours");
        require(state.status() == Status.RUNNING, "notRunning");
        require(state.urgedAt() == null || !world.now().isBefore(state.urgedAt().plus(URGED_AGAIN)), "urgedAlready");
        List<Long> people = state.waiting().stream()
                .map(waiting -> waiting.task().holder())
                .filter(person -> person != Task.NOBODY)
                .distinct()
                .toList();
        require(!people.isEmpty(), "onlyWaits");
        walk.urged(world.now());
        walk.events().add(new Event.Urged(people));
    }

    private void handOver(Walk walk, Action.HandOver action) {
        require(world.administers(action.by()), "notYours");
        require(action.from() != action.to() && world.active(action.to()), "gone");
        Map<Long, Long> successors = new LinkedHashMap<>(walk.state().successors());
        successors.replaceAll((_, person) -> person == action.from() ? action.to() : person);
        successors.remove(action.to());
        successors.put(action.from(), action.to());
        walk.succeeded(successors);
        for (Run run : walk.state().runs()) {
            if (run.open()) {
                Run moved = HandedOver.of(run, action.from(), heir(walk.state(), run, action));
                if (!moved.equals(run) && walk.state().status() == Status.RUNNING) {
                    walk.weigh(moved);
                }
            }
        }
    }

    /** Nobody comes to approve what they have asked for by somebody else's leaving. */
    private long heir(State state, Run run, Action.HandOver action) {
        if (action.to() != state.starter()
                || !(tree.place(run.node()).node() instanceof Node.Ask ask)
                || ask.self() == Self.ALLOW) {
            return action.to();
        }
        List<Long> others = new ArrayList<>();
        world.superior(state.starter()).ifPresent(others::add);
        others.addAll(world.administrators());
        return others.stream()
                .filter(person -> person != state.starter() && person != action.from() && world.active(person))
                .findFirst()
                .orElse(action.to());
    }

    static void require(boolean condition, String reason) {
        if (!condition) {
            throw refused(reason);
        }
    }

    static Refusal refused(String reason) {
        return new Refusal.Conflict(reason, Message.of("approval." + reason), Map.of());
    }
}
