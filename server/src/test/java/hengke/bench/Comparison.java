package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Runs a workload both ways in turns, so that whatever else the machine does falls on both. */
final class Comparison {
    private static final int WARM_UP = 20;
    /** Rounds of a workload that do not count. */
    private static final int FIRST = 4;

    private final Product product;
    private final ServerTime serverTime;
    private final ByHand hand;
    private final SentStatements sent;
    private final DSLContext database;

    /** How the two compare: medians in milliseconds, and what the product sent to the database. */
    record Result(
            Workload workload,
            double server,
            double roundTrip,
            double byHand,
            List<String> statements,
            List<String> plans) {
        double ratio() {
            return server / byHand;
        }

        boolean kept() {
            return workload.budget().keptBy(server, byHand, statements.size());
        }
    }

    Comparison(Product product, ServerTime serverTime, ByHand hand, SentStatements sent, DSLContext database) {
        this.product = product;
        this.serverTime = serverTime;
        this.hand = hand;
        this.sent = sent;
        this.database = database;
    }

    /** Lets the compiler of the JVM and the caches of the database see every workload before any is measured. */
    void warmUp(Workload workload) {
        for (int round = -WARM_UP; round < 0; round++) {
            once(workload, round);
        }
    }

    Result of(Workload workload) {
        int rounds = workload.rounds();
        List<Round> measured = IntStream.range(-FIRST, rounds)
                .mapToObj(round -> once(workload, round))
                .skip(FIRST)
                .toList();
        List<String> statements = sent.during(() -> workload.product(product, random(rounds + 1)));
        return new Result(
                workload,
                median(measured, Round::server),
                median(measured, Round::roundTrip),
                median(measured, Round::byHand),
                statements,
                statements.stream().filter(Comparison::reads).map(this::plan).toList());
    }

    /** Nanoseconds. */
    private record Round(long server, long roundTrip, long byHand) {}

    private Round once(Workload workload, int round) {
        boolean handFirst = round % 2 == 0;
        Timed<List<Long>> before = handFirst ? timedByHand(workload, round) : null;
        serverTime.take();
        Timed<String> ours = Timed.of(() -> workload.product(product, random(round)));
        long server = serverTime.take();
        Timed<List<Long>> theirs = before == null ? timedByHand(workload, round) : before;
        checkSame(workload, ours.result(), theirs.result());
        return new Round(server, ours.nanoseconds(), theirs.nanoseconds());
    }

    private Timed<List<Long>> timedByHand(Workload workload, int round) {
        return Timed.of(() -> workload.byHand(hand, random(round)));
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

    private static double median(List<Round> rounds, ToLongFunction<Round> part) {
        return rounds.stream().mapToLong(part).sorted().skip(rounds.size() / 2).findFirst().orElse(0) / 1e6;
    }
}
