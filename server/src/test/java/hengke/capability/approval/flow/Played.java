package hengke.capability.approval.flow;

import static hengke.capability.approval.flow.Flows.ask;
import static hengke.capability.approval.flow.Flows.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.capability.approval.flow.Node.Mode;
import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.Map;

/** The vocabulary in which approvals are told as they happen. Number 1 leads everybody, and 10 asks. */
abstract class Played {
    static final long STARTER = 10;

    final SampleWorld world = new SampleWorld();
    Flow flow = of(ask("a", Mode.ALL, 2));
    State state = begin(flow);
    List<Event> last = List.of();

    State begin(Flow drawn) {
        flow = drawn;
        Engine.Outcome begun = new Engine(flow, world).start(STARTER, Map.of());
        state = begun.state();
        last = begun.events();
        return state;
    }

    void does(Action action) {
        Engine.Outcome outcome = new Engine(flow, world).act(state, action);
        state = outcome.state();
        last = outcome.events();
    }

    int task(long person) {
        return state.waiting().stream()
                .filter(waiting -> waiting.task().holder() == person)
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " is not asked; asked are " + asked()))
                .task()
                .id();
    }

    List<String> asked() {
        return state.waiting().stream()
                .map(waiting -> waiting.run().node() + ":" + waiting.task().holder())
                .sorted()
                .toList();
    }

    void agrees(long... people) {
        for (long person : people) {
            does(new Action.Approve(person, task(person)));
        }
    }

    void refuses(long person) {
        does(new Action.Reject(person, task(person)));
    }

    void returns(long person, String to, boolean directly) {
        does(new Action.Return(person, task(person), to, directly));
    }

    void refused(Action action, String code) {
        State before = state;
        assertThatThrownBy(() -> does(action))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        conflict -> assertThat(conflict.code()).isEqualTo(code));
        assertThat(state).isEqualTo(before);
    }
}
