package hengke.capability.approval.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.approval.flow.Action.Where;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.State.End;
import hengke.capability.approval.flow.State.Fork;
import hengke.capability.approval.flow.State.Run;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.flow.Tree;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is done in whatever order, what must hold of approvals holds; a failure names the seed that shows it again. */
class EngineFuzzTest {
    private static final int SEQUENCES = 10_000;
    private static final int ACTIONS = 20;
    private static final long FIRST = Long.getLong("hengke.seed", 20260302L);

    @Test
    void whatever_is_done_an_approval_stays_whole() {
        int over = 0;
        int done = 0;
        for (long seed = FIRST; seed < FIRST + SEQUENCES; seed++) {
            try {
                One one = new One(new Random(seed));
                done += one.play();
                over += one.state.status().over() ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dhengke.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(over).as("ended").isGreaterThan(SEQUENCES / 4);
        assertThat(done).as("actions that were possible").isGreaterThan(SEQUENCES * 3);
    }

    /** One approval, with everything that is done to it. */
    private static final class One {
        private final Random random;
        private final SampleWorld world = new SampleWorld();
        private final Flow flow;
        private final Tree<Node> tree;
        private final RecordedWorld recorded = new RecordedWorld(world);
        private final Engine engine;
        private final List<Action> done = new ArrayList<>();
        private State state;

        One(Random random) {
            this.random = random;
            this.flow = Flows.any(random);
            this.tree = new Tree<>(flow.nodes());
            this.engine = new Engine(flow, recorded);
            shuffleWorld();
            this.state = engine.start(5, Map.of()).state();
            check(state, state);
        }

        int play() {
            for (int i = 0; i < ACTIONS && !state.status().over(); i++) {
                if (random.nextInt(4) == 0) {
                    shuffleWorld();
                }
                does(action());
            }
            if (state.status() == Status.APPROVED && random.nextBoolean()) {
                does(new Action.Revoke(person()));
            }
            endsWhenAllAgree();
            if (random.nextInt(4) == 0) {
                replays();
            }
            return done.size();
        }

        private void does(Action action) {
            int answers = recorded.answers().size();
            try {
                State next = engine.act(state, action).state();
                check(state, next);
                state = next;
                done.add(action);
            } catch (Refusal _) {
                recorded.forget(answers);
            }
        }

        private void shuffleWorld() {
            world.holding.clear();
            for (int i = 0; i < 3; i++) {
                if (random.nextBoolean()) {
                    world.holding.add("c" + i);
                }
            }
            world.actingFor.clear();
            world.actingFor.put(1L + random.nextInt(10), 1L + random.nextInt(10));
            world.now = world.now.plusSeconds(600);
        }

        private long person() {
            return 1L + random.nextInt(10);
        }

        private Action action() {
            List<State.Waiting> waiting = state.waiting();
            boolean any = waiting.isEmpty() || random.nextInt(8) == 0;
            Task at = any ? null : waiting.get(random.nextInt(waiting.size())).task();
            int task = at == null ? 1 + random.nextInt(Math.max(1, state.lastId())) : at.id();
            long by = at == null || random.nextInt(10) == 0 ? person() : at.holder();
            return switch (random.nextInt(state.status() == Status.RETURNED ? 4 : 22)) {
                case 0 -> random.nextInt(6) == 0 ? new Action.Withdraw(5) : new Action.Urge(5);
                case 1, 2 -> new Action.Resubmit(5, random.nextBoolean());
                case 3 -> handOver();
                case 4 -> random.nextInt(6) == 0 ? new Action.Terminate(person()) : new Action.Urge(person());
                case 5 -> new Action.Transfer(random.nextInt(4) == 0 ? 1 : by, task, person());
                case 6 -> new Action.Delegate(by, task, person());
                case 7, 8 ->
                    new Action.AddSigners(
                            by,
                            task,
                            Flows.pick(random, Where.values()),
                            Flows.pick(random, new Mode[] {Mode.ALL, Mode.ANY, Mode.IN_TURN}),
                            random.nextBoolean() ? List.of(person()) : List.of(person(), person()));
                case 9 -> new Action.RemoveSigner(person(), 1 + random.nextInt(state.lastId()));
                case 10, 11 -> new Action.TakeBack(person(), 1 + random.nextInt(state.lastId()));
                case 12 -> new Action.TimeOut(0, task);
                case 13, 14 -> new Action.Return(by, task, target(), random.nextBoolean());
                case 15 -> new Action.Reject(by, task);
                case 16 -> new Action.Amend(by, task, List.of(random.nextInt(8) == 0 ? "nosuch" : "amount"));
                default -> new Action.Approve(by, task, names());
            };
        }

        private Map<String, List<Long>> names() {
            Map<String, List<Long>> names = new HashMap<>();
            tree.ids().forEach(node -> names.put(node, List.of(person())));
            return names;
        }

        private Action handOver() {
            long from = person();
            Action.HandOver action = new Action.HandOver(1, from, person());
            if (from != 1 && action.to() != from && world.active(action.to())) {
                world.gone.add(from);
            }
            return action;
        }

        private String target() {
            List<Run> passed =
                    state.runs().stream().filter(run -> run.end() == End.PASSED).toList();
            return passed.isEmpty() || random.nextInt(4) == 0
                    ? Node.START
                    : passed.get(random.nextInt(passed.size())).node();
        }

        private void check(State before, State after) {
            List<Run> open = after.runs().stream().filter(Run::open).toList();
            if (after.status() == Status.RUNNING) {
                holds(!open.isEmpty(), () -> "a running one waits for nobody");
            } else {
                holds(open.isEmpty() && after.forks().isEmpty(), () -> "something is open in one that does not run");
            }
            for (Run run : open) {
                List<Task> live = run.asked().live();
                Set<Long> people = new HashSet<>();
                holds(!live.isEmpty(), () -> "an open step waits for nobody: " + run);
                holds(
                        live.stream().allMatch(task -> people.add(task.holder())),
                        () -> "somebody is asked twice at one step: " + run);
                holds(run.asked().orderly(), () -> "out of order: " + run);
                holds(
                        open.stream().noneMatch(other -> tree.after(other.node(), run.node())),
                        () -> "something is open after " + run.node());
                holds(
                        open.stream()
                                        .filter(other -> other.node().equals(run.node()))
                                        .count()
                                == 1,
                        () -> "a step is open twice: " + run.node());
            }
            for (Run run : after.runs()) {
                holds(
                        run.open() || run.asked().all().stream().noneMatch(Task::unfinished),
                        () -> "something waits in a step that has ended: " + run);
            }
            forks(after, open);
            endsOnce(before, after);
        }

        private static void holds(boolean condition, Supplier<String> otherwise) {
            if (!condition) {
                throw new AssertionError(otherwise.get());
            }
        }

        private void forks(State after, List<Run> open) {
            Set<String> nodes = new HashSet<>();
            for (Fork fork : after.forks()) {
                holds(nodes.add(fork.node()), () -> "a fork is open twice: " + fork);
                for (int way : fork.pending()) {
                    holds(
                            open.stream()
                                    .anyMatch(run -> tree.above(run.node()).contains(new Tree.Above(fork.node(), way))),
                            () -> "nobody is asked on a way of " + fork);
                }
            }
            for (Run run : open) {
                for (Tree.Above above : tree.above(run.node())) {
                    holds(
                            !(tree.place(above.node()).node() instanceof Node.Together)
                                    || after.forks().stream()
                                            .anyMatch(fork -> fork.node().equals(above.node())
                                                    && fork.pending().contains(above.way())),
                            () -> "the way of " + run.node() + " is not being gone");
                }
            }
        }

        /** Opened again only by taking back, and undone only once passed. */
        private void endsOnce(State before, State after) {
            holds(after.runs().size() >= before.runs().size(), () -> "a step was forgotten");
            for (int i = 0; i < before.runs().size(); i++) {
                End was = before.runs().get(i).end();
                End is = after.runs().get(i).end();
                holds(
                        was == is || was == End.OPEN || was == End.PASSED && (is == End.UNDONE || is == End.OPEN),
                        () -> was + " became " + is);
            }
        }

        private void endsWhenAllAgree() {
            if (!state.status().over()) {
                State end = new Forecast(flow, world).from(state).state();
                assertThat(end.status()).as("it comes to an end").isIn(Status.APPROVED, Status.REJECTED);
            }
        }

        /** The log alone leads to the same state, also after it was written down. */
        private void replays() {
            Engine again = new Engine(flow, RecordedWorld.replaying(recorded.answers()));
            State replayed = again.start(5, Map.of()).state();
            for (Action action : done) {
                replayed = again.act(replayed, action).state();
            }
            assertThat(replayed).isEqualTo(state);
            if (random.nextInt(25) == 0) {
                JsonMapper json = JsonMapper.shared();
                assertThat(json.readValue(json.writeValueAsString(state), State.class))
                        .isEqualTo(state);
            }
        }
    }
}
