package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One kind of work, which the product and somebody by hand do with the same random choices. */
interface Workload {
    String name();

    Budget budget();

    /** How often it is measured. */
    default int rounds() {
        return 60;
    }

    /** Done over HTTP; the last answer. */
    String product(Product product, RandomGenerator random);

    /** The ids found, or nothing for work that writes. */
    List<Long> byHand(ByHand hand, RandomGenerator random);

    /** The ids in the product's answer, to see that both did the same; nothing where there is nothing to compare. */
    default Optional<List<Long>> ids(String answer) {
        JsonNode items = JsonMapper.shared().readTree(answer).path("items");
        return Optional.of(
                items.valueStream().map(item -> item.path("id").longValue()).toList());
    }

    /**
     * How much longer than by hand it may take.
     *
     * @param statements the product may send at most; 0 for any number
     */
    record Budget(double times, double plusMilliseconds, int statements) {
        boolean keptBy(double product, double byHand, int sent) {
            return product <= byHand * times + plusMilliseconds && (statements == 0 || sent <= statements);
        }

        @Override
        public String toString() {
            return "≤ %s ×%s%s"
                    .formatted(
                            times % 1 == 0 ? Integer.toString((int) times) : Double.toString(times),
                            plusMilliseconds == 0 ? "" : " + " + (int) plusMilliseconds + " ms",
                            statements == 0 ? "" : ", ≤ " + statements + " SQL");
        }
    }
}
