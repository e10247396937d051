package hengke.kernel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Transitions.Demanding;
import hengke.kernel.metadata.Transitions.Free;
import hengke.kernel.metadata.Transitions.Judgement;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.Transitions.Reserved;
import hengke.kernel.metadata.Transitions.Unlisted;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransitionsTest {
    private static final long MANAGER = 7;

    private static final List<Move> MOVES = List.of(
            new Move(null, "new", Set.of(), List.of()),
            new Move("new", "won", Set.of(MANAGER), List.of()),
            new Move(Transitions.ANY, "lost", Set.of(), List.of("reason")),
            new Move("won", "lost", Set.of(MANAGER), List.of("reason", "remarks")));

    @Test
    void an_unlisted_move_is_free_unless_only_listed_ones_are() {
        assertThat(judge(false, "lost", "new")).isEqualTo(new Free());
        assertThat(judge(true, "lost", "new")).isEqualTo(new Unlisted());
        assertThat(judge(true, "new", null)).isEqualTo(new Unlisted());
    }

    @Test
    void a_move_is_for_its_roles() {
        assertThat(judge(true, "new", "won")).isEqualTo(new Reserved(Set.of(MANAGER)));
        assertThat(judge(true, "new", "won", MANAGER)).isEqualTo(new Free());
    }

    @Test
    void the_move_between_just_these_values_counts_before_the_one_from_any() {
        assertThat(judge(true, "new", "lost")).isEqualTo(new Demanding(List.of("reason")));
        assertThat(judge(true, "won", "lost")).isEqualTo(new Reserved(Set.of(MANAGER)));
        assertThat(judge(true, "won", "lost", MANAGER)).isEqualTo(new Demanding(List.of("reason", "remarks")));
    }

    @Test
    void any_value_is_not_none() {
        assertThat(judge(true, null, "lost")).isEqualTo(new Unlisted());
        assertThat(judge(true, null, "new")).isEqualTo(new Free());
    }

    @Test
    void what_every_way_in_requires_stays_filled() {
        Transitions rules = new Transitions(false, MOVES);
        assertThat(rules.held("lost")).containsExactly("reason");
        assertThat(rules.held("won")).isEmpty();
        assertThat(rules.held(null)).isEmpty();
    }

    private static Judgement judge(boolean onlyListed, @Nullable String from, @Nullable String to, Long... roles) {
        return new Transitions(onlyListed, MOVES).judge(from, to, move -> move.open(Set.of(roles)));
    }
}
