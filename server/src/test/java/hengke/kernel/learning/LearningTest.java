package hengke.kernel.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is learnt from made-up cases whose truth is known, and measures against sums done by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningTest {
    private static final List<Column> COLUMNS =
            List.of(Column.choice("source"), Column.amount("amount"), Column.number("age"), Column.choice("noise"));

    @Test
    void weights_that_made_the_cases_are_found_again() {
        SplittableRandom random = new SplittableRandom(42);
        double[][] cases = new double[20_000][];
        double[] targets = new double[cases.length];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            double chance = LogisticRegression.chance(-0.5 + 1.2 * cases[i][0] - 0.7 * cases[i][1]);
            targets[i] = random.nextDouble() < chance ? 1 : 0;
        }
        LogisticRegression found = LogisticRegression.fit(cases, targets, 1);
        assertThat(found.intercept()).isCloseTo(-0.5, within(0.06));
        assertThat(found.weights()[0]).isCloseTo(1.2, within(0.06));
        assertThat(found.weights()[1]).isCloseTo(-0.7, within(0.06));
    }

    @Test
    void what_tells_two_ends_apart_entirely_still_has_finite_weights() {
        double[][] cases = {{-2}, {-1}, {1}, {2}};
        LogisticRegression found = LogisticRegression.fit(cases, new double[] {0, 0, 1, 1}, 1);
        assertThat(found.weights()[0]).isBetween(0.5, 3.0);
        assertThat(found.intercept()).isCloseTo(0, within(1e-6));
    }

    @Test
    void the_area_under_the_curve_and_its_interval_are_as_by_hand() {
        // positives 0.9, 0.6, 0.4; negatives 0.5, 0.4, 0.1: pairs 3 + 3 + 1.5 of 9
        double[] chances = {0.9, 0.6, 0.4, 0.5, 0.4, 0.1};
        boolean[] positive = {true, true, true, false, false, false};
        Auc auc = Auc.of(chances, positive);
        assertThat(auc.value()).isCloseTo(7.5 / 9, within(1e-12));
        // of positives 1, 1, 1/2; of negatives 2/3, 5/6, 1: variances 1/12 and 1/36, each over three
        assertThat(auc.deviation()).isCloseTo(Math.sqrt((1 / 12.0 + 1 / 36.0) / 3), within(1e-12));
    }

    @Test
    void errors_surprise_and_calibration_are_as_by_hand() {
        Metrics metrics = Metrics.of(new double[] {0.8, 0.4, 0.3, 0.1}, new boolean[] {true, false, true, false});
        assertThat(metrics.brier()).isCloseTo((0.04 + 0.16 + 0.49 + 0.01) / 4, within(1e-12));
        assertThat(metrics.baseBrier()).isCloseTo(0.25, within(1e-12));
        assertThat(metrics.skill()).isCloseTo(1 - 0.175 / 0.25, within(1e-12));
        assertThat(metrics.logLoss())
                .isCloseTo(-(Math.log(0.8) + Math.log(0.6) + Math.log(0.3) + Math.log(0.9)) / 4, within(1e-12));
        assertThat(metrics.baseLogLoss()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(metrics.calibrationError()).isCloseTo((0.2 + 0.4 + 0.7 + 0.1) / 4, within(1e-12));
        assertThat(metrics.lift()).isCloseTo(2, within(1e-12));
        assertThat(metrics.bins()).hasSize(4).first().isEqualTo(new Metrics.Bin(1, 0.1, 0));
    }

    @Test
    void rare_words_stand_together_and_gaps_for_themselves() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> known = new HashMap<>();
            if (i < 25) {
                known.put("source", "web");
            } else if (i < 45) {
                known.put("source", "rare" + i);
            }
            if (i % 2 == 0) {
                known.put("age", i);
            }
            cases.add(new Case(known, false));
        }
        assertThat(Encoding.of(COLUMNS, cases).features())
                .extracting(feature -> feature.column().name() + " " + feature.part() + " " + feature.level())
                .containsExactly(
                        "source LEVEL web",
                        "source OTHER null",
                        "source MISSING null",
                        "age VALUE null",
                        "age MISSING null");
        assertThat(Encoding.of(List.of(Column.amount("age")), cases).features())
                .extracting(Feature::part)
                .containsExactly(Feature.Part.VALUE, Feature.Part.RATIO, Feature.Part.MISSING);
        double[] unseen = Encoding.of(COLUMNS, cases).encode(Map.of("source", "never seen", "age", 29));
        assertThat(unseen[0]).isNegative();
        assertThat(unseen[1]).isPositive();
        assertThat(unseen[3]).isCloseTo(0, within(1e-9));
    }

    @Test
    void below_two_hundred_of_the_rarer_end_it_refuses_and_says_how_many_are_missing() {
        List<Case> cases = made(1000, 7).stream().sorted((a, b) -> 0).toList();
        List<Case> few =
                new ArrayList<>(cases.stream().filter(Case::positive).limit(150).toList());
        few.addAll(cases.stream().filter(each -> !each.positive()).toList());
        assertThat(Learner.learn(COLUMNS, few)).isInstanceOfSatisfying(Learner.TooFew.class, refused -> {
            assertThat(refused.positives()).isEqualTo(150);
            assertThat(refused.missing()).isEqualTo(50);
        });
    }

    @Test
    void it_refuses_to_be_measured_where_all_later_cases_end_alike() {
        List<Case> cases = new ArrayList<>(made(1200, 8));
        cases.sort((a, b) -> Boolean.compare(b.positive(), a.positive()));
        assertThat(Learner.learn(COLUMNS, cases)).isInstanceOf(Learner.OneSided.class);
    }

    @Test
    void it_learns_what_made_the_cases_and_says_why_the_same_every_time() {
        List<Case> cases = made(4000, 1);
        Learner.Learnt learnt = learnt(cases);
        assertThat(learnt.metrics().cases()).isEqualTo(1000);
        assertThat(learnt.metrics().auc()).isBetween(0.75, 0.9);
        assertThat(learnt.metrics().aucLow())
                .isGreaterThan(0.7)
                .isLessThan(learnt.metrics().auc());
        assertThat(learnt.metrics().skill()).isGreaterThan(0.15);
        assertThat(learnt.metrics().calibrationError()).isLessThan(0.06);
        assertThat(learnt.metrics().beatsBaseRate()).isTrue();

        Map<String, Object> good = Map.of("source", "referral", "amount", 20_000, "age", 30, "noise", "a");
        Map<String, Object> bad = Map.of("source", "cold", "amount", 200, "age", 30, "noise", "a");
        assertThat(learnt.model().chance(good)).isGreaterThan(0.6);
        assertThat(learnt.model().chance(bad)).isLessThan(0.3);
        assertThat(learnt.model().reasons(bad).subList(0, 2))
                .extracting(reason -> reason.column().name())
                .containsExactlyInAnyOrder("source", "amount");
        assertThat(learnt.model().reasons(bad).getFirst().weight()).isNegative();
        assertThat(learnt(cases)).isEqualTo(learnt);
    }

    @Test
    void what_has_nothing_to_do_with_the_end_does_not_beat_the_base_rate() {
        SplittableRandom random = new SplittableRandom(5);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            cases.add(new Case(Map.of("noise", "n" + random.nextInt(20)), random.nextInt(3) == 0));
        }
        Metrics metrics = learnt(cases).metrics();
        assertThat(metrics.beatsBaseRate()).isFalse();
        assertThat(metrics.skill()).isBetween(-0.05, 0.02);
    }

    @Test
    void a_world_that_has_changed_shows() {
        List<Case> cases = made(4000, 2);
        Portrait portrait = learnt(cases).portrait();
        List<Map<String, Object>> same = made(1000, 3).stream().map(Case::known).toList();
        assertThat(portrait.drift(same))
                .allSatisfy(each -> assertThat(each.index()).isLessThan(Portrait.STEADY));
        List<Map<String, Object>> other = same.stream()
                .<Map<String, Object>>map(known -> {
                    Map<String, Object> changed = new HashMap<>(known);
                    changed.put("source", "fair");
                    return changed;
                })
                .toList();
        assertThat(portrait.drift(other).getFirst().column().name()).isEqualTo("source");
        assertThat(portrait.drift(other).getFirst().index()).isGreaterThan(Portrait.DRIFTED);
    }

    @Test
    void few_cases_leave_a_rate_near_what_was_thought() {
        assertThat(new ShrunkRate(0, 0, 0.45).value()).isCloseTo(0.45, within(1e-12));
        assertThat(new ShrunkRate(20, 10, 0.3).value()).isCloseTo(0.4, within(1e-12));
        assertThat(new ShrunkRate(2000, 500, 0.8).value()).isCloseTo(0.2554, within(1e-3));
    }

    private static Learner.Learnt learnt(List<Case> cases) {
        return (Learner.Learnt) Learner.learn(COLUMNS, cases);
    }

    /** Referrals and large amounts end well more often; age and noise have nothing to do with it. */
    private static List<Case> made(int many, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String source = List.of("web", "referral", "cold").get(random.nextInt(3));
            double amount = Math.exp(6 + 3 * random.nextDouble());
            double logit = -0.3
                    + (source.equals("referral") ? 1.3 : source.equals("cold") ? -1.3 : 0)
                    + 0.9 * (Math.log(amount) - 7.5);
            boolean positive = random.nextDouble() < LogisticRegression.chance(logit);
            cases.add(new Case(
                    Map.of(
                            "source",
                            source,
                            "amount",
                            amount,
                            "age",
                            random.nextInt(90),
                            "noise",
                            "n" + random.nextInt(4)),
                    positive));
        }
        return cases;
    }
}
