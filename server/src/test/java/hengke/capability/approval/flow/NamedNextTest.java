package hengke.capability.approval.flow;

import static hengke.capability.approval.flow.Flows.ask;
import static hengke.capability.approval.flow.Flows.choice;
import static hengke.capability.approval.flow.Flows.together;
import static hengke.capability.approval.flow.Flows.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Late;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.State.Auto;
import hengke.capability.approval.flow.State.Status;
import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Steps whose people are named by whoever agrees before them; and approvals that are taken back. */
class NamedNextTest extends Played {
    private static Ask next(String id, Long... among) {
        Ask ask = ask(id, Mode.ALL);
        return new Ask(
                id,
                id,
                new Approvers.Next(List.of(among), false),
                ask.mode(),
                100,
                ask.empty(),
                null,
                ask.self(),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private List<String> toName(long person) {
        return new Engine(flow, world).toName(state, task(person));
    }

    private void agreesNaming(long person, String node, Long... people) {
        does(new Action.Approve(person, task(person), Map.of(node, List.of(people))));
    }

    private void invalid(Action action, String field) {
        State before = state;
        assertThatThrownBy(() -> does(action))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().field()).isEqualTo(field));
        assertThat(state).isEqualTo(before);
    }

    @Test
    void the_last_to_agree_says_who_comes_next() {
        begin(Flows.of(ask("a", Mode.ALL, 2, 3), next("b")));
        assertThat(toName(2)).as("not the last").isEmpty();
        agrees(2);
        assertThat(toName(3)).containsExactly("b");
        invalid(new Action.Approve(3, task(3)), "chosen.b");
        invalid(new Action.Approve(3, task(3), Map.of("b", List.of(4L, 5L))), "chosen.b");
        world.gone.add(6L);
        invalid(new Action.Approve(3, task(3), Map.of("b", List.of(6L))), "chosen.b");
        agreesNaming(3, "b", 7L);
        assertThat(asked()).containsExactly("b:7");
        assertThat(toName(7)).isEmpty();
    }

    @Test
    void only_out_of_those_the_flow_lists() {
        begin(Flows.of(ask("a", Mode.ALL, 2), next("b", 4L, 5L)));
        invalid(new Action.Approve(2, task(2), Map.of("b", List.of(6L))), "chosen.b");
        agreesNaming(2, "b", 5L);
        assertThat(asked()).containsExactly("b:5");
    }

    @Test
    void only_what_comes_next_is_asked_for() {
        begin(Flows.of(
                ask("a", Mode.ALL, 2),
                choice("c", way("big", next("big")), way(null, next("small"), next("after"))),
                next("z")));
        assertThat(toName(2)).containsExactly("small");
        world.holding.add("big");
        assertThat(toName(2)).containsExactly("big");
        begin(Flows.of(ask("a", Mode.ALL, 2), together("t", way(null, next("x")), way(null, next("y")))));
        assertThat(toName(2)).containsExactly("x", "y");
    }

    @Test
    void asked_again_after_a_return_they_say_it_again() {
        begin(Flows.of(ask("a", Mode.ALL, 2), next("b")));
        agreesNaming(2, "b", 7L);
        returns(7, "a", false);
        invalid(new Action.Approve(2, task(2)), "chosen.b");
        agreesNaming(2, "b", 6L);
        assertThat(asked()).containsExactly("b:6");
        returns(6, "a", true);
        agrees(2);
        assertThat(asked()).as("straight back to whoever returned it").containsExactly("b:6");
    }

    @Test
    void where_nobody_can_say_it_goes_as_where_nobody_is_found() {
        Ask late = ask("a", Mode.ALL, 2);
        begin(Flows.of(
                new Ask(
                        "a",
                        "a",
                        late.approvers(),
                        Mode.ALL,
                        100,
                        late.empty(),
                        null,
                        late.self(),
                        null,
                        new Late(8, Late.Then.PASS),
                        List.of(),
                        List.of(),
                        List.of()),
                next("b")));
        does(new Action.TimeOut(0, task(2)));
        assertThat(asked()).as("the administrator").containsExactly("b:1");
    }

    @Test
    void it_is_foretold_that_somebody_will_be_named() {
        Flow drawn = Flows.of(ask("a", Mode.ALL, 2), next("b"), ask("c", Mode.ALL, 5));
        Forecast.Path path = new Forecast(drawn, world).beforeStart(STARTER, Map.of());
        assertThat(path.state().runs()).extracting(State.Run::node).containsExactly("a", "b", "c");
        assertThat(path.state().runs().get(1).auto()).isEqualTo(Auto.LATER);
    }

    @Test
    void what_was_approved_is_taken_back_by_an_administrator_where_the_flow_allows_it() {
        Flow plain = Flows.of(ask("a", Mode.ALL, 2));
        begin(plain);
        refused(new Action.Revoke(1), "notApproved");
        agrees(2);
        refused(new Action.Revoke(1), "notRevocable");
        begin(new Flow(plain.nodes(), plain.repeats(), plain.withdrawable(), Flow.Revocable.BY_ADMINISTRATORS));
        agrees(2);
        refused(new Action.Revoke(STARTER), "notYours");
        refused(new Action.Approve(2, 2), "over");
        does(new Action.Revoke(1));
        assertThat(state.status()).isEqualTo(Status.REVOKED);
        assertThat(last).containsExactly(new Event.Became(Status.REVOKED));
        refused(new Action.Revoke(1), "over");
    }

    @Test
    void what_was_kept_before_there_was_any_of_this_is_read() {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue("{\"kind\":\"approve\",\"by\":2,\"task\":3}", Action.class))
                .isEqualTo(new Action.Approve(2, 3));
        assertThat(json.readValue("{\"nodes\":[],\"repeats\":\"ASK\",\"withdrawable\":\"WHILE_RUNNING\"}", Flow.class)
                        .revocable())
                .isEqualTo(Flow.Revocable.NEVER);
        Action.Approve named = new Action.Approve(2, 3, Map.of("b", List.of(4L)));
        assertThat(json.readValue(json.writeValueAsString(named), Action.class)).isEqualTo(named);
    }
}
