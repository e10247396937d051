package hengke.capability.score;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Fit;
import hengke.capability.score.Scoring.Group;
import hengke.capability.score.Scoring.Outcome;
import hengke.capability.score.Scoring.Rule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoringTest {
    private static final Scoring SCORING = new Scoring(
            "customer",
            true,
            false,
            List.of(
                    rule("大客户", 40, null),
                    rule("有跟进", 20, "互动"),
                    rule("有来访", 25, "互动"),
                    rule("失信", -80, "风险"),
                    rule("逾期", -30, null)),
            List.of(new Group("互动", 30), new Group("风险", 50)),
            List.of(new Band(0, "C"), new Band(60, "A"), new Band(30, "B")),
            1);

    private static Rule rule(String name, int points, String group) {
        return new Rule(name, JsonMapper.shared().createObjectNode(), points, group, null);
    }

    private static Outcome of(int... places) {
        return SCORING.of(IntStream.of(places)
                .mapToObj(SCORING.rules()::get)
                .map(rule -> new Fit(rule, rule.points()))
                .toList());
    }

    @Test
    void points_add_up_to_a_level() {
        Outcome outcome = of(0);
        assertThat(outcome.score()).isEqualTo(40);
        assertThat(outcome.level()).isEqualTo("B");
        assertThat(outcome.next()).isEqualTo(new Band(60, "A"));
        assertThat(outcome.fitting()).extracting(fit -> fit.rule().name()).containsExactly("大客户");
    }

    @Test
    void a_group_counts_up_to_its_cap_either_way() {
        assertThat(of(1).score()).isEqualTo(20);
        assertThat(of(1).capped().getFirst().cut()).isFalse();
        Outcome both = of(1, 2);
        assertThat(both.score()).isEqualTo(30);
        assertThat(both.capped().getFirst().sum()).isEqualTo(45);
        assertThat(of(3).score()).isEqualTo(-50);
    }

    @Test
    void within_a_cap_points_count_as_they_are_today() {
        Outcome outcome = SCORING.of(List.of(
                new Fit(SCORING.rules().get(1), 3), new Fit(SCORING.rules().get(2), 25)));
        assertThat(outcome.score()).isEqualTo(28);
        assertThat(outcome.fitting().getFirst().decayed()).isTrue();
        assertThat(outcome.fitting().getLast().decayed()).isFalse();
    }

    @Test
    void at_the_threshold_the_level_is_reached_and_below_the_lowest_there_is_none() {
        assertThat(of(1, 2).level()).isEqualTo("B");
        assertThat(of().level()).isEqualTo("C");
        assertThat(of(4).level()).isNull();
        assertThat(of(4).next()).isEqualTo(new Band(0, "C"));
        assertThat(of(0, 1, 2).next()).isNull();
    }
}
