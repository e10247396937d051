package hengke.capability.approval.flow;

import static hengke.capability.approval.flow.Flows.ask;
import static hengke.capability.approval.flow.Flows.together;
import static hengke.capability.approval.flow.Flows.way;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.approval.flow.Action.Where;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.State.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps that only wait: nobody holds them, and only the time ends them. */
class WaitsTest extends Played {
    private static Node.Wait wait(String id) {
        return new Node.Wait(id, id, 2, Node.Wait.Unit.WORKING_DAYS);
    }

    private void passes() {
        does(new Action.TimeOut(0, task(Task.NOBODY)));
    }

    @Test
    void it_goes_on_when_the_time_has_passed() {
        begin(Flows.of(ask("a", Mode.ALL, 2), wait("w"), ask("b", Mode.ALL, 3)));
        agrees(2);
        assertThat(asked()).containsExactly("w:0");
        passes();
        assertThat(asked()).containsExactly("b:3");
        begin(Flows.of(ask("a", Mode.ALL, 2), wait("w")));
        agrees(2);
        passes();
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void nobody_has_anything_to_do_with_it() {
        begin(Flows.of(ask("a", Mode.ALL, 2), wait("w"), ask("b", Mode.ALL, 3)));
        agrees(2);
        int waiting = task(Task.NOBODY);
        for (Action action : List.of(
                new Action.Approve(0, waiting),
                new Action.Approve(1, waiting),
                new Action.Reject(0, waiting),
                new Action.Transfer(1, waiting, 4),
                new Action.Delegate(0, waiting, 4),
                new Action.Return(0, waiting, "a", false),
                new Action.Amend(0, waiting, List.of("amount")),
                new Action.AddSigners(0, waiting, Where.BEFORE, Mode.ALL, List.of(4L)))) {
            refused(action, "notYours");
        }
        refused(new Action.Urge(STARTER), "onlyWaits");
        world.gone.add(3L);
        does(new Action.HandOver(1, 3, STARTER));
        assertThat(asked()).containsExactly("w:0");
    }

    @Test
    void what_led_to_it_can_be_taken_back_and_it_is_waited_for_anew() {
        begin(Flows.of(ask("a", Mode.ALL, 2), wait("w"), ask("b", Mode.ALL, 3)));
        int mine = task(2);
        agrees(2);
        does(new Action.TakeBack(2, mine));
        assertThat(asked()).containsExactly("a:2");
        agrees(2);
        passes();
        returns(3, "a", false);
        agrees(2);
        assertThat(asked()).as("step by step").containsExactly("w:0");
        passes();
        returns(3, "a", true);
        agrees(2);
        assertThat(asked()).as("straight back").containsExactly("b:3");
    }

    @Test
    void a_way_beside_it_that_is_returned_to_the_beginning_waits_anew() {
        begin(Flows.of(together("t", way(null, wait("w"), ask("x", Mode.ALL, 4)), way(null, ask("b", Mode.ALL, 3)))));
        returns(3, Node.START, true);
        does(new Action.Resubmit(STARTER, false));
        assertThat(asked()).containsExactly("b:3", "w:0");
        passes();
        assertThat(asked()).containsExactly("b:3", "x:4");
    }

    @Test
    void it_is_foretold() {
        Flow drawn = Flows.of(ask("a", Mode.ALL, 2), wait("w"), ask("b", Mode.ALL, 3));
        Forecast.Path path = new Forecast(drawn, world).beforeStart(STARTER, Map.of());
        assertThat(path.state().runs()).extracting(State.Run::node).containsExactly("a", "w", "b");
        begin(drawn);
        agrees(2);
        passes();
        agrees(3);
        assertThat(state).isEqualTo(path.state());
    }
}
