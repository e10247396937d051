package hengke.capability.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hengke.capability.forecast.BackTest.Past;
import hengke.capability.forecast.BackTest.Score;
import hengke.capability.forecast.BackTest.Verdict;
import hengke.capability.goal.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What each way of foretelling would have said, and which of them was nearest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackTestRulesTest {
    private static final Span QUARTER = new Span(Span.Unit.QUARTER, LocalDate.of(2026, 1, 1));

    @Test
    void horizons_are_days_of_the_period() {
        assertThat(Horizon.START.day(QUARTER)).isEqualTo("2026-01-01");
        assertThat(Horizon.MIDDLE.day(QUARTER)).isEqualTo("2026-02-15");
        assertThat(Horizon.TWO_WEEKS.day(QUARTER)).isEqualTo("2026-03-18");
    }

    @Test
    void each_way_says_what_it_can_from_what_was_known() {
        Known known = new Known(
                amount(100), amount(1000), amount(300), null, amount(200), amount(450), amount(500), null, 0.25, 0.5);
        assertThat(Method.BY_STAGE.says(known)).contains(amount(400));
        assertThat(Method.BY_MODEL.says(known)).isEmpty();
        assertThat(Method.COMMIT.says(known)).contains(amount(300));
        assertThat(Method.SUBMITTED.says(known)).contains(amount(450));
        assertThat(Method.PAST_YIELD.says(known).orElseThrow()).isEqualByComparingTo("350");
        assertThat(Method.LAST_YEAR.says(known)).contains(amount(500));
        assertThat(Method.LAST_PERIOD.says(known)).isEmpty();
        assertThat(Method.RUN_RATE.says(known).orElseThrow()).isEqualByComparingTo("200");
    }

    @Test
    void the_yield_of_the_past_is_that_of_periods_that_had_ended_by_then() {
        List<Past> pasts =
                List.of(past(0, 0, 1000, null, 400), past(1, 100, 1000, null, 300), past(2, 0, 500, null, 999_999));
        List<BackTest.Point> points = BackTest.points(pasts);
        assertThat(points.getFirst().foretold()).doesNotContainKey(Method.PAST_YIELD);
        assertThat(points.get(1).foretold().get(Method.PAST_YIELD)).isEqualByComparingTo("500");
        assertThat(points.get(2).foretold().get(Method.PAST_YIELD))
                .as("(400 + 200) of 2000, of 500")
                .isEqualByComparingTo("150");
    }

    @Test
    void errors_add_up_and_misses_in_both_directions_leave_no_bias() {
        Verdict verdict = start(BackTest.verdicts(BackTest.points(List.of(
                past(0, 0, 1, amount(120), 100), past(1, 0, 1, amount(80), 100), past(2, 0, 1, amount(100), 100)))));
        Score score = score(verdict, Method.BY_STAGE);
        assertThat(score.error()).isCloseTo(40 / 300.0, within(1e-9));
        assertThat(score.bias()).isCloseTo(0, within(1e-9));
        assertThat(verdict.winner()).isEqualTo(Method.BY_STAGE);
        assertThat(verdict.periods()).isEqualTo(3);
    }

    @Test
    void a_naive_way_that_is_nearer_wins_and_is_named() {
        List<Past> pasts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pasts.add(new Past(
                    quarter(i),
                    Horizon.START,
                    quarter(i).from(),
                    new Known(amount(0), amount(0), amount(150), null, null, null, null, amount(101), null, 0),
                    amount(100)));
        }
        Verdict verdict = start(BackTest.verdicts(BackTest.points(pasts)));
        assertThat(verdict.winner()).isEqualTo(Method.LAST_PERIOD);
        assertThat(verdict.winner().naive()).isTrue();
        assertThat(verdict.scores().getFirst().method()).isEqualTo(Method.LAST_PERIOD);
    }

    @Test
    void whoever_spoke_too_seldom_is_not_compared_and_too_few_periods_have_no_winner() {
        List<Past> pasts = List.of(
                past(0, 0, 1, amount(100), 100),
                past(1, 0, 1, amount(100), 100),
                past(2, 0, 1, null, 100),
                past(3, 0, 1, null, 100));
        Verdict verdict = start(BackTest.verdicts(BackTest.points(pasts)));
        assertThat(score(verdict, Method.BY_STAGE).compared()).isFalse();
        assertThat(score(verdict, Method.BY_STAGE).periods()).isEqualTo(2);
        assertThat(verdict.winner())
                .as("of three periods the yield could say something")
                .isEqualTo(Method.PAST_YIELD);
        assertThat(start(BackTest.verdicts(BackTest.points(pasts.subList(0, 2))))
                        .winner())
                .isNull();
        assertThat(start(BackTest.verdicts(List.of())).scores()).isEmpty();
    }

    @Test
    void an_adjustment_counts_before_the_word_it_adjusts_until_it_is_taken_back() {
        Submission own = said(false, 1, amount(110));
        Said adjusted = new Said(own, said(true, 1, amount(80)));
        assertThat(adjusted.counts().orElseThrow().committed()).isEqualByComparingTo("80");
        assertThat(new Said(own, said(true, 2, null)).counts()).contains(own);
        assertThat(new Said(said(false, 2, null), null).counts()).isEmpty();
        Said.Together together = Said.Together.of(List.of(adjusted, new Said(own, null), Said.NOTHING));
        assertThat(together.committed()).isEqualByComparingTo("190");
        assertThat(together.people()).isEqualTo(2);
    }

    private static Submission said(boolean adjusts, long turn, @Nullable BigDecimal committed) {
        return new Submission(
                QUARTER.from(), 1, adjusts, turn, committed, committed, null, Instant.EPOCH, adjusts ? 2 : 1);
    }

    private static Past past(int quarter, int won, int open, @Nullable BigDecimal byStage, int actual) {
        return new Past(
                quarter(quarter),
                Horizon.START,
                quarter(quarter).from(),
                new Known(amount(won), amount(open), byStage, null, null, null, null, null, null, 0),
                amount(actual));
    }

    private static Span quarter(int number) {
        return new Span(Span.Unit.QUARTER, QUARTER.from().plusMonths(3L * number));
    }

    private static Verdict start(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.horizon() == Horizon.START)
                .findFirst()
                .orElseThrow();
    }

    private static Score score(Verdict verdict, Method method) {
        return verdict.scores().stream()
                .filter(score -> score.method() == method)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal amount(int amount) {
        return BigDecimal.valueOf(amount);
    }
}
