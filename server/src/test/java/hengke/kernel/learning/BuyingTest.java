package hengke.kernel.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.ExponentialDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is foretold of people who buy, held against what has been published and against people who are made up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BuyingTest {
    private static final Path CDNOW =
            Path.of("../../shared/data/04_cdnow/cdnow_customers_summary_with_transactions.csv");

    /** Fader, Hardie and Lee (2005), table 2 and section 4; Fader and Hardie (2013), section 4. */
    @Test
    void the_published_parameters_are_found_in_the_published_data() throws IOException {
        assumeTrue(Files.exists(CDNOW), "the example data is not there");
        List<Buying> people = cdnow();
        assertThat(people).hasSize(2_357);
        BetaGeometric often = BetaGeometric.fit(people);
        assertThat(often.r()).isCloseTo(0.2426, within(0.0002));
        assertThat(often.alpha()).isCloseTo(4.4135, within(0.002));
        assertThat(often.a()).isCloseTo(0.7929, within(0.0005));
        assertThat(often.b()).isCloseTo(2.4258, within(0.002));
        assertThat(often.logLikelihood(people)).isCloseTo(-9582.43, within(0.01));
        assertThat(often.expected(new Buying(2, 30.43, 38.86, 0), 39)).isCloseTo(1.2259, within(0.0002));
        assertThat(people.stream().mapToDouble(each -> often.expected(each, 39)).sum())
                .as("in the 39 weeks that followed there were 1,882")
                .isCloseTo(1_653, within(10.0));
        GammaGamma much = GammaGamma.fit(people);
        assertThat(much.p()).isCloseTo(6.2488, within(0.002));
        assertThat(much.q()).isCloseTo(3.7446, within(0.002));
        assertThat(much.v()).isCloseTo(15.4477, within(0.01));
        assertThat(much.expected(new Buying(0, 0, 30, 0))).isCloseTo(35.17, within(0.02));
        assertThat(GammaGamma.dependence(people)).isCloseTo(0.114, within(0.001));
    }

    @Test
    void people_who_are_made_up_give_back_what_they_were_made_of() {
        BetaGeometric truth = new BetaGeometric(0.8, 6, 1.2, 3);
        List<Buying> people = madeUp(truth, 20_000, 60, 0);
        BetaGeometric found = BetaGeometric.fit(people);
        assertThat(found.r() / found.alpha()).isCloseTo(truth.r() / truth.alpha(), within(0.01));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(1.2 / 4.2, within(0.03));
        double later = madeUp(truth, 20_000, 60, 30).stream()
                .mapToDouble(Buying::repeats)
                .sum();
        double foretold =
                people.stream().mapToDouble(each -> found.expected(each, 30)).sum();
        assertThat(foretold / later).isCloseTo(1, within(0.06));
    }

    @Test
    void silence_tells_more_of_whoever_bought_often() {
        BetaGeometric model = new BetaGeometric(0.2426, 4.4135, 0.7929, 2.4258);
        assertThat(model.alive(new Buying(0, 0, 50, 0))).isEqualTo(1);
        double seldom = model.alive(new Buying(1, 10, 40, 20));
        double often = model.alive(new Buying(12, 10, 40, 20));
        assertThat(often).isLessThan(seldom).isBetween(0.0, 0.01);
        assertThat(model.alive(new Buying(12, 39.9, 40, 20))).isGreaterThan(0.9);
        assertThat(model.expected(new Buying(12, 39.9, 40, 20), 52))
                .isGreaterThan(model.expected(new Buying(12, 10, 40, 20), 52));
        assertThat(model.expected(new Buying(3, 20, 30, 0), 0)).isZero();
    }

    @Test
    void what_one_spends_is_drawn_to_what_everybody_does() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        double everybody = model.expected(new Buying(0, 0, 30, 0));
        double once = model.expected(new Buying(1, 5, 30, 100));
        double often = model.expected(new Buying(20, 25, 30, 100));
        assertThat(once).isBetween(everybody, 100.0);
        assertThat(often).isBetween(once, 100.0).isGreaterThan(90);
        assertThat(model.hasMean()).isTrue();
        assertThat(new GammaGamma(1, 0.9, 5).hasMean()).isFalse();
    }

    @Test
    void the_series_is_the_function_where_it_is_known() {
        // 2F1(1, 1; 2; z) = -ln(1 - z) / z, and 2F1(a, b; b; z) = (1 - z)^-a
        assertThat(BetaGeometric.hypergeometric(1, 1, 2, 0.9)).isCloseTo(-Math.log(0.1) / 0.9, within(1e-8));
        assertThat(BetaGeometric.hypergeometric(0.3, 2, 2, 0.5)).isCloseTo(Math.pow(0.5, -0.3), within(1e-8));
    }

    @Test
    void what_nobody_can_do_is_refused() {
        assertThatThrownBy(() -> new Buying(1, 5, 4, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Buying(0, 1, 4, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Buying> cdnow() throws IOException {
        return Files.readAllLines(CDNOW).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cell -> new Buying(
                        Long.parseLong(cell[1]),
                        Double.parseDouble(cell[2]),
                        Double.parseDouble(cell[3]),
                        Double.parseDouble(cell[1]) == 0 ? 0 : Double.parseDouble(cell[4])))
                .toList();
    }

    /** How such people buy in some weeks; or, after those, how often in further ones. */
    private static List<Buying> madeUp(BetaGeometric model, int number, double weeks, double further) {
        RandomDataGenerator random = new RandomDataGenerator(20_261_130);
        GammaDistribution rates = new GammaDistribution(model.r(), 1 / model.alpha());
        BetaDistribution stops = new BetaDistribution(model.a(), model.b());
        List<Buying> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double rate = random.nextDeviate(rates);
            double stop = random.nextDeviate(stops);
            ExponentialDistribution pause = new ExponentialDistribution(1 / rate);
            long within = 0;
            long after = 0;
            double last = 0;
            double at = 0;
            boolean alive = true;
            while (alive) {
                at += random.nextDeviate(pause);
                if (at > weeks + further) {
                    break;
                }
                if (at <= weeks) {
                    within++;
                    last = at;
                } else {
                    after++;
                }
                alive = random.nextDouble() >= stop;
            }
            people.add(further > 0 ? new Buying(after, after > 0 ? 1 : 0, 1, 0) : new Buying(within, last, weeks, 0));
        }
        return people;
    }
}
