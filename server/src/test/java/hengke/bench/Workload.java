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

    /** How often it is done before anything is measured. */
    default int warmUps() {
        return 40;
    }

    /** Whether the time in the server counts, and not the way there and back. */
    default boolean inServer() {
        return true;
    }

    /** Whether what counts is how its time grows with the number of customers. */
    default boolean growing() {
        return false;
    }

    /** What each round needs but does not count. */
    default void prepare(RandomGenerator random) {}

    /** Done over HTTP; the last answer. */
    String product(Product product, RandomGenerator random);

    /** The ids found, or nothing for work that writes. */
    List<Long> byHand(ByHand hand, RandomGenerator random);

    /** Takes away what the rounds have left behind. */
    default void finish() {}

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
        /** By how many milliseconds it was missed; negative when it was kept. */
        double missedBy(double product, double byHand) {
            return product - byHand * times - plusMilliseconds;
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
