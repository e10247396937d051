package hengke.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jooq.DSLContext;

/** Runs a workload both ways in turns, so that whatever else the machine does falls on both. */
final class Comparison {
    private static final int WARM_UP = 40;

    private final Product product;
    private final ByHand hand;
    private final SentStatements sent;
    private final DSLContext database;

    /** How the two compare: medians in milliseconds, and what the product sent to the database. */
    record Result(
            Workload workload,
            double product,
            double byHand,
            double slowest,
            List<String> statements,
            List<String> plans) {
        double ratio() {
            return product / byHand;
        }

        boolean kept() {
            return workload.budget().keptBy(product, byHand, statements.size());
        }
    }

    Comparison(Product product, ByHand hand, SentStatements sent, DSLContext database) {
        this.product = product;
        this.hand = hand;
        this.sent = sent;
        this.database = database;
    }

    Result of(Workload workload) {
        int rounds = workload.rounds();
        long[] productTimes = new long[rounds];
        long[] handTimes = new long[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            int seed = round;
            Timed<String> ours = null;
            Timed<List<Long>> theirs = null;
            for (int turn = 0; turn < 2; turn++) {
                if ((round + turn) % 2 == 0) {
                    ours = Timed.of(() -> workload.product(product, random(seed)));
                } else {
                    theirs = Timed.of(() -> workload.byHand(hand, random(seed)));
                }
            }
            checkSame(workload, ours.result(), theirs.result());
            if (round >= 0) {
                productTimes[round] = ours.nanoseconds();
                handTimes[round] = theirs.nanoseconds();
            }
        }
        List<String> statements = sent.during(() -> workload.product(product, random(rounds + 1)));
        return new Result(
                workload,
                median(productTimes),
                median(handTimes),
                Arrays.stream(productTimes).max().orElse(0) / 1e6,
                statements,
                statements.stream().filter(Comparison::reads).map(this::plan).toList());
    }

    private record Timed<T>(T result, long nanoseconds) {
        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            T result = work.get();
            return new Timed<>(result, System.nanoTime() - start);
        }
    }

    private static void checkSame(Workload workload, String answer, List<Long> byHand) {
        Optional<List<Long>> ids = workload.ids(answer);
        if (ids.isPresent() && !ids.get().equals(byHand)) {
            throw new IllegalStateException(
                    workload.name() + " found\n" + ids.get() + " and by hand\n" + byHand + "\n" + answer);
        }
    }

    private static boolean reads(String statement) {
        return statement.startsWith("select") || statement.startsWith("with") || statement.startsWith("(");
    }

    private String plan(String statement) {
        return String.join(
                "\n",
                database.resultQuery(
                                "explain (analyze, buffers, costs off, summary off) " + statement.replace("?", "??"))
                        .fetch(0, String.class));
    }

    private static RandomGenerator random(int seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1000L);
    }

    private static double median(long[] nanoseconds) {
        return Arrays.stream(nanoseconds)
                        .sorted()
                        .skip(nanoseconds.length / 2)
                        .findFirst()
                        .orElse(0)
                / 1e6;
    }
}
