package hengke.kernel.learning;

import java.util.List;

/**
 * Learns from what was earlier and is measured on what came later: never at random, as tomorrow is not like a part of
 * yesterday. Of the earlier cases the last fifth straightens the chances. What is measured is what is used.
 */
public final class Learner {
    /** So many of the rarer outcome are needed; below, whatever is learnt is chance. */
    public static final int NEEDED = 200;
    /** And so many of each in the part that measures. */
    public static final int NEEDED_LATER = 20;

    private static final double EARLIER = 0.75;
    private static final double LEARNT_FROM = 0.8;

    /** What came of learning. */
    public sealed interface Outcome {}

    /**
     * Nothing can be said yet.
     *
     * @param missing so many of the rarer outcome are needed besides
     */
    public record TooFew(int positives, int negatives, int missing) implements Outcome {}

    /**
     * Enough in all, but of the later cases too few have one of the two ends, as when one side is always found later.
     */
    public record OneSided(int laterPositives, int laterNegatives) implements Outcome {}

    /**
     * A model with what it is worth.
     *
     * @param learnt from so many cases
     * @param aside so many straightened it
     * @param portrait of the cases it has learnt from
     */
    public record Learnt(Model model, Metrics metrics, int learnt, int aside, Portrait portrait) implements Outcome {}

    private Learner() {}

    /** @param cases in the order of time */
    public static Outcome learn(List<Column> columns, List<Case> cases) {
        int positives = count(cases);
        int negatives = cases.size() - positives;
        int rarer = Math.min(positives, negatives);
        if (rarer < NEEDED) {
            return new TooFew(positives, negatives, NEEDED - rarer);
        }
        List<Case> later = later(cases);
        int laterPositives = count(later);
        int laterNegatives = later.size() - laterPositives;
        if (Math.min(laterPositives, laterNegatives) < NEEDED_LATER) {
            return new OneSided(laterPositives, laterNegatives);
        }
        List<Case> earlier = cases.subList(0, cases.size() - later.size());
        int learnt = (int) (earlier.size() * LEARNT_FROM);
        List<Case> training = earlier.subList(0, learnt);
        Model model = Model.fit(columns, training, earlier.subList(learnt, earlier.size()));
        return new Learnt(
                model, measure(model, later), learnt, earlier.size() - learnt, Portrait.of(columns, training));
    }

    /** The part that measures: the last quarter. */
    public static List<Case> later(List<Case> cases) {
        return cases.subList((int) (cases.size() * EARLIER), cases.size());
    }

    /** What a model is worth on these cases. */
    public static Metrics measure(Model model, List<Case> cases) {
        return Metrics.of(model.chances(cases), Metrics.outcomes(cases));
    }

    private static int count(List<Case> cases) {
        return (int) cases.stream().filter(Case::positive).count();
    }
}
