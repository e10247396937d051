package hengke.kernel.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures on parts drawn at random, each by a model of the others: for files without an order of time, and to compare
 * with what others have published. It flatters, so the product does not decide by it.
 */
public final class CrossValidation {
    private CrossValidation() {}

    /** What models of all parts but one say of that one, measured together. */
    public static Metrics of(List<Column> columns, List<Case> cases, int parts, long seed) {
        int[] order = shuffled(cases.size(), new SplittableRandom(seed));
        double[] chances = new double[cases.size()];
        for (int part = 0; part < parts; part++) {
            List<Case> training = new ArrayList<>();
            List<Integer> held = new ArrayList<>();
            for (int i = 0; i < order.length; i++) {
                if (i % parts == part) {
                    held.add(order[i]);
                } else {
                    training.add(cases.get(order[i]));
                }
            }
            Model model = Model.fit(columns, training, List.of());
            held.forEach(i -> chances[i] = model.chance(cases.get(i).known()));
        }
        return Metrics.of(chances, Metrics.outcomes(cases));
    }

    private static int[] shuffled(int many, SplittableRandom random) {
        int[] order = new int[many];
        for (int i = 0; i < many; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
