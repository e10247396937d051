package hengke.kernel.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.duplicates.Grouping.Group;
import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.duplicates.Grouping.Scored;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupingTest {

    @Test
    void records_that_are_all_alike_are_one_group_as_good_as_its_worst_pair() {
        assertThat(Grouping.of(List.of(pair(1, 2, 0.99), pair(2, 3, 0.9), pair(1, 3, 0.95))))
                .containsExactly(new Group(List.of(1L, 2L, 3L), 0.9, true));
    }

    @Test
    void one_that_is_like_two_others_does_not_make_them_one_and_is_certain_of_neither() {
        assertThat(Grouping.of(List.of(pair(1, 2, 0.97), pair(2, 3, 0.96))))
                .containsExactly(new Group(List.of(1L, 2L), 0.97, false));
    }

    @Test
    void likeliest_groups_come_first() {
        assertThat(Grouping.of(List.of(pair(5, 6, 0.9), pair(1, 2, 0.95))))
                .extracting(Group::score)
                .containsExactly(0.95, 0.9);
    }

    private static Scored pair(long one, long other, double score) {
        return new Scored(new Pair(one, other), score);
    }
}
