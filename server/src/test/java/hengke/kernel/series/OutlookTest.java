package hengke.kernel.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hengke.kernel.series.Outlook.Foretold;
import hengke.kernel.series.Outlook.Step;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What comes next lies between the bounds as often as they say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutlookTest {
    private static final int YEAR = 12;
    /** Passengers of airlines by month, 1949 to 1960 (Box and Jenkins), in thousands. */
    private static final double[] PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
                114,
        140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209,
                191,
        172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293,
                259,
        229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413,
                405,
        355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435,
                491,
        505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472,
                535,
        622, 606, 508, 461, 390, 432
    };

    @Test
    void two_whole_seasons_are_the_least() {
        assertThat(Outlook.possible(23, YEAR)).isFalse();
        assertThat(Outlook.possible(24, YEAR)).isTrue();
        assertThat(Outlook.of(Arrays.copyOf(PASSENGERS, 24), YEAR, 6).method())
                .as("too short to try anything else")
                .isEqualTo(Method.SEASONAL_NAIVE);
    }

    @Test
    void what_recurs_is_found_and_how_strongly() {
        double[] values = IntStream.range(0, 48)
                .mapToDouble(i -> 100 + 2 * i + (i % YEAR == 5 ? 30 : 0))
                .toArray();
        double[] seasons = Decomposition.seasons(values, YEAR);
        assertThat(seasons[5] - seasons[0]).isCloseTo(30, within(1e-6));
        assertThat(Arrays.stream(seasons).sum()).isCloseTo(0, within(1e-9));
        assertThat(Decomposition.strength(values, YEAR)).isGreaterThan(0.99);
        assertThat(Decomposition.strength(PASSENGERS, YEAR)).isBetween(0.6, 1.0);
        Random random = new Random(1);
        double[] noise = random.doubles(60).toArray();
        assertThat(Decomposition.strength(noise, YEAR)).isLessThan(0.6);
    }

    @Test
    void the_way_that_was_nearest_is_taken() {
        Random random = new Random(2);
        double[] seasonal = IntStream.range(0, 60)
                .mapToDouble(i -> 200 + 3 * i + 80 * Math.sin(Math.PI * i / 6) + 5 * random.nextGaussian())
                .toArray();
        Foretold grows = Outlook.of(seasonal, YEAR, YEAR);
        assertThat(grows.method()).isEqualTo(Method.DAMPED_SEASONAL);
        assertThat(grows.errors()).hasSize(4);
        assertThat(grows.errors().get(Method.DAMPED_SEASONAL))
                .isLessThan(grows.errors().get(Method.SEASONAL_NAIVE));
        double[] flat = IntStream.range(0, 60)
                .mapToDouble(_ -> 100 + 10 * random.nextGaussian())
                .toArray();
        assertThat(Outlook.of(flat, YEAR, YEAR).method()).isEqualTo(Method.LEVEL);
        assertThat(Outlook.of(seasonal, YEAR, YEAR)).as("the same every time").isEqualTo(grows);
    }

    @Test
    void the_truth_lies_between_the_bounds_about_as_often_as_they_say() {
        int ahead = 6;
        int series = 300;
        int[] inside = new int[2];
        Random random = new Random(20_261_201);
        for (int n = 0; n < series; n++) {
            double[] whole = simulated(random, 60 + ahead, n % 3);
            count(Outlook.of(Arrays.copyOf(whole, 60), YEAR, ahead), whole, 60, inside);
        }
        double points = series * ahead;
        assertThat(inside[0] / points).as("80 in a hundred").isBetween(0.74, 0.86);
        assertThat(inside[1] / points).as("95 in a hundred").isBetween(0.90, 0.98);
    }

    @Test
    void also_of_a_series_that_everybody_knows() {
        int[] inside = new int[2];
        int points = 0;
        for (int until = 60; until + 6 <= PASSENGERS.length; until += 6) {
            count(Outlook.of(Arrays.copyOf(PASSENGERS, until), YEAR, 6), PASSENGERS, until, inside);
            points += 6;
        }
        assertThat(Outlook.of(PASSENGERS, YEAR, 6).method())
                .as("its seasons grow with it")
                .isEqualTo(Method.DAMPED_PROPORTIONAL);
        assertThat(inside[0] / (double) points).isBetween(0.6, 0.95);
        assertThat(inside[1] / (double) points).isGreaterThanOrEqualTo(0.85);
    }

    /** Levels that wander with seasons, seasons with a damped trend, and noise around a level. */
    private static double[] simulated(Random random, int length, int kind) {
        double[] values = new double[length];
        double level = 500;
        double trend = 4;
        for (int i = 0; i < length; i++) {
            double error = 20 * random.nextGaussian();
            double season = kind == 2 ? 0 : 100 * Math.sin(Math.PI * i / 6);
            double carried = kind == 1 ? 0.95 * trend : 0;
            values[i] = level + carried + season + error;
            level += carried + (kind == 2 ? 0 : 0.3 * error);
            trend = kind == 1 ? carried + 0.05 * error : 0;
        }
        return values;
    }

    private static void count(Foretold foretold, double[] truth, int from, int[] inside) {
        for (int i = 0; i < foretold.steps().size(); i++) {
            Step step = foretold.steps().get(i);
            double value = truth[from + i];
            inside[0] += value >= step.low80() && value <= step.high80() ? 1 : 0;
            inside[1] += value >= step.low95() && value <= step.high95() ? 1 : 0;
        }
    }
}
