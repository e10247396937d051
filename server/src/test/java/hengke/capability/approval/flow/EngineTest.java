package hengke.capability.approval.flow;

import static hengke.capability.approval.flow.Flows.ask;
import static hengke.capability.approval.flow.Flows.choice;
import static hengke.capability.approval.flow.Flows.of;
import static hengke.capability.approval.flow.Flows.together;
import static hengke.capability.approval.flow.Flows.way;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.approval.flow.Action.Where;
import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Empty;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.Node.Self;
import hengke.capability.approval.flow.State.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What each rule of approvals means, told as it happens. */
class EngineTest extends Played {
    @Test
    void all_must_agree_and_one_refusal_decides() {
        begin(of(ask("a", Mode.ALL, 2, 3, 4)));
        agrees(3, 2);
        assertThat(state.status()).isEqualTo(Status.RUNNING);
        agrees(4);
        assertThat(state.status()).isEqualTo(Status.APPROVED);
        begin(of(ask("a", Mode.ALL, 2, 3, 4)));
        refuses(3);
        assertThat(state.status()).isEqualTo(Status.REJECTED);
        assertThat(state.waiting()).isEmpty();
    }

    @Test
    void where_all_agree_the_order_makes_no_difference() {
        for (int seed = 0; seed < 20; seed++) {
            begin(of(ask("a", Mode.ALL, 2, 3, 4, 5), ask("b", Mode.RATIO, 6, 7, 8)));
            List<Long> people = new ArrayList<>(List.of(2L, 3L, 4L, 5L));
            Collections.shuffle(people, new Random(seed));
            people.forEach(this::agrees);
            assertThat(asked()).containsExactly("b:6", "b:7", "b:8");
        }
    }

    @Test
    void a_share_decides_as_soon_as_it_is_reached_or_out_of_reach() {
        begin(of(ask("a", Mode.RATIO, 2, 3, 4, 5, 6)));
        agrees(2, 3);
        assertThat(state.status()).isEqualTo(Status.RUNNING);
        agrees(4);
        assertThat(state.status()).as("3 of 5 are 60 %").isEqualTo(Status.APPROVED);
        begin(of(ask("a", Mode.RATIO, 2, 3, 4, 5, 6)));
        refuses(2);
        refuses(3);
        assertThat(state.status()).isEqualTo(Status.RUNNING);
        refuses(4);
        assertThat(state.status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void the_first_word_decides_and_the_others_are_not_asked_any_more() {
        begin(of(ask("a", Mode.ANY, 2, 3), ask("b", Mode.ALL, 4)));
        int other = task(3);
        agrees(2);
        assertThat(asked()).containsExactly("b:4");
        assertThat(last).contains(new Event.Dropped("a", other, 3));
        refused(new Action.Approve(3, other), "notItsTurn");
    }

    @Test
    void in_turn_each_is_asked_after_the_one_before() {
        begin(of(ask("a", Mode.IN_TURN, 3, 2, 4)));
        assertThat(asked()).containsExactly("a:3");
        agrees(3);
        assertThat(asked()).containsExactly("a:2");
        refuses(2);
        assertThat(state.status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void conditions_choose_the_way_and_are_asked_when_it_divides() {
        begin(of(
                ask("a", Mode.ALL, 2),
                choice("c", way("big", ask("boss", Mode.ALL, 3)), way(null, ask("other", Mode.ALL, 4)))));
        world.holding.add("big");
        agrees(2);
        assertThat(asked()).containsExactly("boss:3");
    }

    @Test
    void it_goes_on_when_all_ways_have_come_to_their_end() {
        begin(of(
                together(
                        "t",
                        way(null, ask("a", Mode.ALL, 2)),
                        way(null, ask("b", Mode.ALL, 3), ask("b2", Mode.ALL, 4))),
                ask("z", Mode.ALL, 5)));
        assertThat(asked()).containsExactly("a:2", "b:3");
        agrees(3, 2);
        assertThat(asked()).containsExactly("b2:4");
        agrees(4);
        assertThat(asked()).containsExactly("z:5");
    }

    @Test
    void only_the_ways_whose_conditions_hold_are_gone_together() {
        world.holding.add("legal");
        begin(of(
                together("t", way("legal", ask("a", Mode.ALL, 2)), way("money", ask("b", Mode.ALL, 3))),
                ask("z", Mode.ALL, 5)));
        assertThat(asked()).containsExactly("a:2");
        agrees(2);
        assertThat(asked()).containsExactly("z:5");
    }

    @Test
    void returned_within_one_way_the_other_ways_stay_as_they_are() {
        begin(of(
                ask("first", Mode.ALL, 2),
                together(
                        "t",
                        way(null, ask("a1", Mode.ALL, 3, 4), ask("a2", Mode.ALL, 5)),
                        way(null, ask("b1", Mode.ALL, 6, 7))),
                ask("z", Mode.ALL, 8)));
        agrees(2, 6, 3, 4);
        returns(5, "a1", false);
        assertThat(asked()).as("both of a1 again, and 7 still").containsExactly("a1:3", "a1:4", "b1:7");
        agrees(7, 3, 4, 5);
        assertThat(asked()).containsExactly("z:8");
        agrees(8);
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void returned_above_the_fork_all_ways_begin_again() {
        begin(of(
                ask("first", Mode.ALL, 2),
                together("t", way(null, ask("a", Mode.ALL, 3, 4)), way(null, ask("b", Mode.ALL, 6))),
                ask("z", Mode.ALL, 8)));
        agrees(2, 3, 6);
        returns(4, "first", false);
        assertThat(asked()).containsExactly("first:2");
        agrees(2);
        assertThat(asked()).as("all of them, those who had agreed too").containsExactly("a:3", "a:4", "b:6");
    }

    @Test
    void returned_into_a_way_that_had_ended_only_that_way_is_gone_again() {
        begin(of(
                together("t", way(null, ask("a", Mode.ALL, 3)), way(null, ask("b", Mode.ALL, 6))),
                ask("z", Mode.ALL, 8)));
        agrees(3, 6);
        returns(8, "a", false);
        assertThat(asked()).containsExactly("a:3");
        agrees(3);
        assertThat(asked()).containsExactly("z:8");
    }

    @Test
    void returned_directly_it_goes_on_exactly_where_it_was() {
        begin(of(
                ask("first", Mode.ALL, 2),
                together(
                        "t",
                        way(null, ask("a", Mode.ALL, 3, 4)),
                        way(null, ask("b", Mode.ALL, 6), ask("b2", Mode.ALL, 7))),
                ask("z", Mode.ALL, 8)));
        agrees(2, 6, 3);
        returns(4, "first", true);
        assertThat(asked()).containsExactly("first:2");
        agrees(2);
        assertThat(asked()).as("b had ended and is not asked again").containsExactly("a:3", "a:4", "b2:7");
        agrees(3, 4, 7, 8);
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void returned_to_whoever_asked_it_lies_there_until_it_is_submitted_again() {
        begin(of(ask("a", Mode.ALL, 2), ask("b", Mode.ALL, 3)));
        agrees(2);
        returns(3, Node.START, true);
        assertThat(state.status()).isEqualTo(Status.RETURNED);
        assertThat(state.waiting()).isEmpty();
        refused(new Action.Resubmit(2, true), "notYours");
        does(new Action.Resubmit(STARTER, true));
        assertThat(asked()).as("directly").containsExactly("b:3");
        returns(3, Node.START, false);
        does(new Action.Resubmit(STARTER, false));
        assertThat(asked()).as("step by step").containsExactly("a:2");
    }

    @Test
    void a_refusal_can_lead_back_instead_of_ending_it() {
        Ask b = ask("b", Mode.ALL, 3, 4);
        begin(of(
                ask("a", Mode.ALL, 2),
                new Ask(
                        "b",
                        "b",
                        b.approvers(),
                        Mode.ALL,
                        100,
                        Empty.PASS,
                        null,
                        Self.SKIP,
                        "a",
                        null,
                        List.of(),
                        List.of(),
                        List.of())));
        agrees(2, 3);
        refuses(4);
        assertThat(asked()).containsExactly("a:2");
        agrees(2);
        assertThat(asked()).containsExactly("b:3", "b:4");
    }

    @Test
    void one_may_only_return_to_steps_before_at_which_somebody_has_agreed() {
        begin(of(
                together(
                        "t",
                        way(null, ask("a", Mode.ALL, 3)),
                        way(null, ask("b", Mode.ALL, 6), ask("b2", Mode.ALL, 7))),
                ask("z", Mode.ALL, 8)));
        agrees(3, 6);
        refused(new Action.Return(7, task(7), "a", false), "notPassed");
        refused(new Action.Return(7, task(7), "z", false), "notPassed");
    }

    @Test
    void nobody_approves_their_own() {
        Ask own = ask("a", Mode.ALL, STARTER, 3);
        begin(of(own));
        assertThat(asked()).containsExactly("a:3");
        begin(of(new Ask(
                "a",
                "a",
                own.approvers(),
                Mode.ALL,
                100,
                Empty.PASS,
                null,
                Self.SUPERIOR,
                null,
                null,
                List.of(),
                List.of(),
                List.of())));
        assertThat(asked()).as("their superior instead").containsExactly("a:3", "a:5");
        refused(new Action.Transfer(3, task(3), STARTER), "selfApproval");
        world.actingFor.put(STARTER, 3L);
        refused(new Action.Approve(STARTER, task(3)), "notYours");
        world.actingFor.put(7L, 3L);
        does(new Action.Approve(7, task(3)));
        assertThat(asked()).as("a deputy may").containsExactly("a:5");
    }

    @Test
    void where_nobody_is_found_it_goes_as_agreed() {
        world.gone.add(2L);
        Approvers gone = new Approvers.People(List.of(2L));
        for (Empty empty : Empty.values()) {
            begin(of(new Ask(
                    "a", "a", gone, Mode.ALL, 100, empty, 4L, Self.SKIP, null, null, List.of(), List.of(), List.of())));
            switch (empty) {
                case PASS -> assertThat(state.status()).isEqualTo(Status.APPROVED);
                case REJECT -> assertThat(state.status()).isEqualTo(Status.REJECTED);
                case PERSON -> assertThat(asked()).containsExactly("a:4");
                case ADMINISTRATORS -> assertThat(asked()).containsExactly("a:1");
                case SUPERIOR -> assertThat(asked()).containsExactly("a:5");
            }
        }
    }

    @Test
    void who_has_agreed_is_not_asked_again_unless_something_has_changed() {
        Flow drawn = new Flow(
                List.of(ask("a", Mode.ALL, 2), ask("b", Mode.ALL, 3), ask("c", Mode.ALL, 2)),
                Flow.Repeats.NOT_AT_ALL,
                Flow.Withdrawable.WHILE_RUNNING,
                Flow.Revocable.NEVER);
        begin(drawn);
        agrees(2, 3);
        assertThat(state.status()).as("2 had agreed").isEqualTo(Status.APPROVED);
        begin(drawn);
        agrees(2);
        returns(3, Node.START, true);
        does(new Action.Resubmit(STARTER, true));
        agrees(3);
        assertThat(asked()).as("the form is another one").containsExactly("c:2");
        begin(new Flow(drawn.nodes(), Flow.Repeats.NOT_AT_ONCE, Flow.Withdrawable.WHILE_RUNNING, Flow.Revocable.NEVER));
        agrees(2, 3);
        assertThat(asked()).as("somebody else came in between").containsExactly("c:2");
    }

    @Test
    void those_added_before_are_asked_first_and_those_after_last() {
        begin(of(ask("a", Mode.ALL, 2)));
        does(new Action.AddSigners(2, task(2), Where.BEFORE, Mode.ANY, List.of(3L, 4L)));
        assertThat(asked()).containsExactly("a:3", "a:4");
        agrees(4);
        assertThat(asked()).containsExactly("a:2");
        does(new Action.AddSigners(2, task(2), Where.AFTER, Mode.IN_TURN, List.of(6L, 7L)));
        agrees(2);
        assertThat(asked()).containsExactly("a:6");
        agrees(6, 7);
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void those_added_together_have_a_word_of_their_own_until_they_are_taken_out() {
        begin(of(ask("a", Mode.ALL, 2)));
        does(new Action.AddSigners(2, task(2), Where.TOGETHER, Mode.ALL, List.of(3L, 4L)));
        agrees(2);
        assertThat(asked()).containsExactly("a:3", "a:4");
        agrees(3);
        int other = task(4);
        refused(new Action.RemoveSigner(3, other), "notYours");
        does(new Action.RemoveSigner(2, other));
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void an_opinion_is_asked_and_comes_back() {
        begin(of(ask("a", Mode.ALL, 2)));
        does(new Action.Delegate(2, task(2), 3));
        assertThat(asked()).containsExactly("a:3");
        refused(new Action.Delegate(3, task(3), 4), "onlyOpinion");
        refuses(3);
        assertThat(asked()).as("it was only an opinion").containsExactly("a:2");
        does(new Action.Transfer(2, task(2), 4));
        agrees(4);
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void an_agreement_is_taken_back_as_long_as_nobody_has_gone_on() {
        begin(of(ask("a", Mode.ANY, 2, 3), ask("b", Mode.ALL, 4)));
        int mine = task(2);
        agrees(2);
        does(new Action.TakeBack(2, mine));
        assertThat(asked()).containsExactly("a:2", "a:3");
        agrees(2);
        does(new Action.Delegate(4, task(4), 5));
        refused(new Action.TakeBack(2, mine), "goneOn");
    }

    @Test
    void taken_back_at_the_end_of_a_way_the_way_is_open_again() {
        begin(of(
                together("t", way(null, ask("a", Mode.ALL, 3)), way(null, ask("b", Mode.ALL, 6))),
                ask("z", Mode.ALL, 8)));
        agrees(6);
        int mine = task(3);
        agrees(3);
        does(new Action.TakeBack(3, mine));
        assertThat(asked()).containsExactly("a:3");
        agrees(3, 8);
        assertThat(state.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void whoever_asked_may_withdraw_and_urge() {
        Flow drawn = of(ask("a", Mode.ALL, 2, 3));
        begin(drawn);
        does(new Action.Urge(STARTER));
        assertThat(last).containsExactly(new Event.Urged(List.of(2L, 3L)));
        refused(new Action.Urge(STARTER), "urgedAlready");
        world.now = world.now.plus(Engine.URGED_AGAIN);
        does(new Action.Urge(STARTER));
        does(new Action.Withdraw(STARTER));
        assertThat(state.status()).isEqualTo(Status.WITHDRAWN);
        refused(new Action.Approve(2, 2), "over");
        begin(new Flow(drawn.nodes(), Flow.Repeats.ASK, Flow.Withdrawable.BEFORE_FIRST_WORD, Flow.Revocable.NEVER));
        agrees(2);
        refused(new Action.Withdraw(STARTER), "begun");
    }

    @Test
    void what_somebody_leaves_behind_goes_to_another_now_and_later() {
        begin(of(ask("a", Mode.ALL, 2, 3), ask("b", Mode.ALL, 2)));
        world.gone.add(2L);
        does(new Action.HandOver(1, 2, 4));
        assertThat(asked()).containsExactly("a:3", "a:4");
        agrees(3, 4);
        assertThat(asked()).containsExactly("b:4");
        begin(of(ask("a", Mode.ALL, 3, 4)));
        does(new Action.HandOver(1, 3, STARTER));
        assertThat(asked()).as("not to the one who asks").containsExactly("a:4", "a:5");
    }

    @Test
    void what_is_told_before_is_what_happens() {
        Flow drawn = of(
                ask("a", Mode.ALL, 2, 3),
                choice("c", way("big", ask("boss", Mode.IN_TURN, 4, 5)), way(null, ask("small", Mode.ALL, 6))),
                new Node.Copy("cc", "cc", new Approvers.People(List.of(7L))));
        world.holding.add("big");
        Forecast.Path path = new Forecast(drawn, world).beforeStart(STARTER, Map.of());
        begin(drawn);
        agrees(2, 3, 4, 5);
        assertThat(path.state()).isEqualTo(state);
        assertThat(path.steps()).contains(new Event.Copied("cc", List.of(7L)));
    }
}
