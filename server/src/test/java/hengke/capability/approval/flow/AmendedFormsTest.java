package hengke.capability.approval.flow;

import static hengke.capability.approval.flow.Flows.ask;
import static hengke.capability.approval.flow.Flows.choice;
import static hengke.capability.approval.flow.Flows.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.State.Status;
import hengke.kernel.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an approval whose form is changed by those who decide. */
class AmendedFormsTest extends Played {
    private void amends(long person) {
        does(new Action.Amend(person, task(person), List.of("amount")));
    }

    @Test
    void who_has_agreed_to_another_form_is_asked_again() {
        Flow drawn = new Flow(
                List.of(ask("a", Mode.ALL, 2), ask("b", Mode.ALL, 3), ask("c", Mode.ALL, 2, 3)),
                Flow.Repeats.NOT_AT_ALL,
                Flow.Withdrawable.WHILE_RUNNING,
                Flow.Revocable.NEVER);
        begin(drawn);
        agrees(2, 3);
        assertThat(state.status()).as("nothing was changed").isEqualTo(Status.APPROVED);
        begin(drawn);
        agrees(2);
        amends(3);
        agrees(3);
        assertThat(asked()).as("whoever changed it knows it as it is").containsExactly("c:2");
    }

    @Test
    void conditions_that_come_after_look_at_what_was_written() {
        begin(Flows.of(
                ask("a", Mode.ALL, 2),
                choice("c", way("big", ask("boss", Mode.ALL, 4)), way(null)),
                ask("z", Mode.ALL, 5)));
        amends(2);
        world.holding.add("big");
        agrees(2);
        assertThat(asked()).containsExactly("boss:4");
    }

    @Test
    void only_what_the_step_lists_and_only_by_whoever_decides() {
        begin(Flows.of(ask("a", Mode.ALL, 2, 3)));
        assertThatThrownBy(() -> does(new Action.Amend(2, task(2), List.of("amount", "name"))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Refusal.FieldError::field)
                                .containsExactly("name"));
        refused(new Action.Amend(4, task(2), List.of("amount")), "notYours");
        does(new Action.Delegate(2, task(2), 6));
        refused(new Action.Amend(6, task(6), List.of("amount")), "onlyOpinion");
        int mine = task(3);
        agrees(3);
        refused(new Action.Amend(3, mine, List.of("amount")), "notItsTurn");
    }

    @Test
    void what_was_agreed_cannot_be_taken_back_once_the_form_was_changed() {
        begin(Flows.of(ask("a", Mode.ALL, 2), ask("b", Mode.ALL, 3)));
        int mine = task(2);
        agrees(2);
        amends(3);
        refused(new Action.TakeBack(2, mine), "goneOn");
    }

    @Test
    void a_flow_that_was_drawn_before_there_was_anything_to_write_is_read() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode old = (ObjectNode) json.readTree(json.writeValueAsString(ask("a", Mode.ALL, 2)));
        old.remove(List.of("edits", "hides"));
        Ask read = (Ask) json.readValue(old.toString(), Node.class);
        assertThat(read.edits()).isEmpty();
        assertThat(read.hides()).isEmpty();
        assertThat(read.approvers()).isEqualTo(ask("a", Mode.ALL, 2).approvers());
    }
}
