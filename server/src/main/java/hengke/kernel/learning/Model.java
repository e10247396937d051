package hengke.kernel.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been learnt: everything that is needed to tell the chance of a record, and why.
 *
 * @param columns what it looks at
 * @param weights of the features, in their order
 */
public record Model(
        List<Column> columns, Encoding encoding, double intercept, List<Double> weights, Platt straightening) {
    /** Times half the squares of the weights, what is added to the loss: as most who publish figures have it. */
    static final double PENALTY = 1;

    public Model {
        columns = List.copyOf(columns);
        weights = List.copyOf(weights);
    }

    /**
     * How much a column moves the chance of one record.
     *
     * @param weight on the logarithm of the odds, against a record that is average in it; more than nothing is for it
     */
    public record Reason(Column column, double weight) {}

    /** Learns the weights from some cases, and straightens them on others. */
    static Model fit(List<Column> columns, List<Case> training, List<Case> aside) {
        Encoding encoding = Encoding.of(columns, training);
        double[] targets =
                training.stream().mapToDouble(each -> each.positive() ? 1 : 0).toArray();
        LogisticRegression fitted = LogisticRegression.fit(encoding.encode(training), targets, PENALTY);
        double[] logits = aside.stream()
                .mapToDouble(each -> fitted.logit(encoding.encode(each.known())))
                .toArray();
        boolean[] positive = Metrics.outcomes(aside);
        List<Double> weights = new ArrayList<>();
        for (double weight : fitted.weights()) {
            weights.add(weight);
        }
        return new Model(
                columns,
                encoding,
                fitted.intercept(),
                weights,
                aside.isEmpty() ? Platt.NONE : Platt.fit(logits, positive));
    }

    /** How likely this record ends well, between nought and one. */
    public double chance(Map<String, Object> known) {
        return LogisticRegression.chance(logit(known));
    }

    /** The same if something that moves it by this weight were average instead. */
    public double chanceWithout(Map<String, Object> known, double weight) {
        return LogisticRegression.chance(logit(known) - weight);
    }

    private double logit(Map<String, Object> known) {
        double[] numbers = encoding.encode(known);
        double sum = intercept;
        for (int i = 0; i < numbers.length; i++) {
            sum += weights.get(i) * numbers[i];
        }
        return straightening.logit(sum);
    }

    public double[] chances(List<Case> cases) {
        return cases.stream().mapToDouble(each -> chance(each.known())).toArray();
    }

    /** What moves the chance of this record, the strongest first. */
    public List<Reason> reasons(Map<String, Object> known) {
        double[] numbers = encoding.encode(known);
        Map<Column, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            sums.merge(
                    encoding.features().get(i).column(),
                    weights.get(i) * numbers[i] * straightening.slope(),
                    Double::sum);
        }
        return sums.entrySet().stream()
                .map(each -> new Reason(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble((Reason each) -> Math.abs(each.weight()))
                        .reversed())
                .toList();
    }
}
