package hengke.capability.approval.flow;

import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.State.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who will be asked, if everybody agrees: found by running the engine itself, so that it cannot be told otherwise. */
public final class Forecast {
    private static final int MOST = 2_000;

    private final Engine engine;

    public Forecast(Flow flow, World world) {
        this.engine = new Engine(flow, world, new Naming.Later());
    }

    /**
     * Where it leads.
     *
     * @param state as it would be at the end
     * @param steps what would happen, in order
     */
    public record Path(State state, List<Event> steps) {
        public Path {
            steps = List.copyOf(steps);
        }

        /** The steps that would be reached from a state with so many runs. */
        public List<Run> ahead(int reached) {
            return state.runs().subList(reached, state.runs().size());
        }
    }

    public Path beforeStart(long starter, Map<String, List<Long>> chosen) {
        Engine.Outcome begun = engine.start(starter, chosen);
        return on(begun.state(), begun.events());
    }

    public Path from(State state) {
        return state.status() == Status.RETURNED
                ? from(engine.act(
                        state,
                        new Action.Resubmit(state.successors().getOrDefault(state.starter(), state.starter()), false)))
                : on(state, List.of());
    }

    private Path from(Engine.Outcome begun) {
        return on(begun.state(), begun.events());
    }

    private Path on(State from, List<Event> before) {
        List<Event> steps = new ArrayList<>(before);
        State state = from;
        for (int step = 0; step < MOST && state.status() == Status.RUNNING; step++) {
            Task next = state.waiting().getFirst().task();
            Engine.Outcome outcome = engine.act(
                    state,
                    next.person() == Task.NOBODY
                            ? new Action.TimeOut(Task.NOBODY, next.id())
                            : new Action.Approve(next.holder(), next.id()));
            state = outcome.state();
            steps.addAll(outcome.events());
        }
        return new Path(state, steps);
    }
}
