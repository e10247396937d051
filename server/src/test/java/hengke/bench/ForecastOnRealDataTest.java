package hengke.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hengke.capability.forecast.BackTest;
import hengke.capability.forecast.BackTest.Point;
import hengke.capability.forecast.BackTest.Verdict;
import hengke.capability.forecast.Horizon;
import hengke.capability.forecast.Method;
import hengke.capability.goal.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What forecasts of real opportunities would have been worth, by the product's own rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastOnRealDataTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void of_what_was_open_in_october_the_experience_of_earlier_quarters_tells_more_than_the_win_rate()
            throws IOException {
        Point october = deals().openAtStart().getLast();
        assertThat(deals().open(october.day())).isEqualTo(2_409);
        assertThat(october.actual()).isEqualByComparingTo("1251928");
        assertThat(october.foretold().get(Method.BY_STAGE)).isEqualByComparingTo("3709805");
        assertThat(october.foretold().get(Method.PAST_YIELD)).isBetween(october.actual(), new BigDecimal("2310000"));
    }

    @Test
    void of_all_that_was_won_in_a_month_the_run_rate_foretells_best_from_its_middle_on_and_is_named()
            throws IOException {
        List<Verdict> verdicts = BackTest.verdicts(deals().periods(Span.Unit.MONTH, LocalDate.of(2017, 4, 1)));
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(verdict.periods()).isEqualTo(8);
            assertThat(verdict.winner())
                    .isEqualTo(verdict.horizon() == Horizon.START ? Method.PAST_YIELD : Method.RUN_RATE);
            assertThat(verdict.scores().getLast().method()).isEqualTo(Method.BY_STAGE);
            assertThat(verdict.scores().getLast().error())
                    .as("without the day on which a deal is expected, a win rate promises twice too much")
                    .isGreaterThan(2);
        });
    }

    private static ForetoldDeals deals() throws IOException {
        assumeTrue(Files.exists(DATA.resolve("01_crm_sales_opportunities")), "the example data is not there");
        return ForetoldDeals.read(DATA);
    }
}
