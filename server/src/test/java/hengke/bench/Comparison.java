package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Runs a workload both ways in turns, so that whatever else the machine does falls on both. */
final class Comparison {
    /** What is measured so often is quick, and mostly a matter of how far the compiler of the JVM has come. */
    private static final int QUICK = 60;
    /** Rounds of a quick workload that do not count are done in batches of so many, until they get no faster. */
    private static final int BATCH = 50;

    /** The best compiler of the JVM takes some thousand rounds to be asked, and works in leaps. */
    private static final int LEAST_BATCHES = 60;

    private static final int MOST_BATCHES = 150;
    /** It has nothing left to gain after so many batches without one that is faster. */
    private static final int SLOWER_BATCHES = 10;
    /** A batch that takes so much of the best one before is no faster. */
    private static final double AS_FAST = 0.97;

    private static final Pattern READS = Pattern.compile("select|with|\\(");
    private static final Pattern WRITES = Pattern.compile("\\b(insert|update|delete|nextval)\\b");

    private final Product product;
    private final ServerTime serverTime;
    private final ByHand hand;
    private final SentStatements sent;
    private final DSLContext database;
    private final int mostRounds;

    /** How the two compare: medians over the rounds, times in milliseconds, and what the product sent to the database. */
    record Result(
            Workload workload,
            double product,
            double byHand,
            double ratio,
            double missedBy,
            List<String> statements,
            List<String> plans) {
        boolean kept() {
            int most = workload.budget().statements();
            return missedBy <= 0 && (most == 0 || statements.size() <= most);
        }
    }

    Comparison(
            Product product,
            ServerTime serverTime,
            ByHand hand,
            SentStatements sent,
            DSLContext database,
            int mostRounds) {
        this.product = product;
        this.serverTime = serverTime;
        this.hand = hand;
        this.sent = sent;
        this.database = database;
        this.mostRounds = mostRounds;
    }

    /** Lets the compiler of the JVM and the caches of the database see every workload before any is measured. */
    void warmUp(Workload workload) {
        int rounds = Math.min(workload.warmUps(), mostRounds);
        for (int round = -rounds; round < 0; round++) {
            once(workload, round);
        }
        if (rounds > 0) {
            workload.finish();
        }
    }

    Result of(Workload workload) {
        int rounds = Math.min(workload.rounds(), mostRounds);
        if (rounds >= QUICK) {
            settle(workload);
        }
        List<Round> measured = IntStream.range(0, rounds)
                .mapToObj(round -> once(workload, round))
                .toList();
        List<String> statements =
                workload.inServer() ? sent.during(() -> workload.product(product, random(rounds + 1))) : List.of();
        workload.finish();
        return new Result(
                workload,
                median(measured, Round::product),
                median(measured, Round::byHand),
                median(measured, round -> round.product() / round.byHand()),
                median(measured, round -> workload.budget().missedBy(round.product(), round.byHand())),
                statements,
                statements.stream().filter(Comparison::reads).map(this::plan).toList());
    }

    /** As a server is that has been asked the whole morning. */
    private void settle(Workload workload) {
        double best = Double.MAX_VALUE;
        int noFaster = 0;
        for (int batch = 1; batch <= LEAST_BATCHES || batch <= MOST_BATCHES && noFaster < SLOWER_BATCHES; batch++) {
            double now = median(
                    IntStream.range(-batch * BATCH, (1 - batch) * BATCH)
                            .mapToObj(round -> once(workload, round))
                            .toList(),
                    Round::product);
            noFaster = now > best * AS_FAST ? noFaster + 1 : 0;
            best = Math.min(best, now);
        }
    }

    /** Milliseconds. */
    private record Round(double product, double byHand) {}

    private Round once(Workload workload, int round) {
        workload.prepare(random(round));
        boolean handFirst = round % 2 == 0;
        Timed<List<Long>> before = handFirst ? timedByHand(workload, round) : null;
        serverTime.take();
        Timed<String> ours = Timed.of(() -> workload.product(product, random(round)));
        double server = serverTime.take() / 1e6;
        Timed<List<Long>> theirs = before == null ? timedByHand(workload, round) : before;
        checkSame(workload, ours.result(), theirs.result());
        return new Round(workload.inServer() ? server : ours.milliseconds(), theirs.milliseconds());
    }

    private Timed<List<Long>> timedByHand(Workload workload, int round) {
        return Timed.of(() -> workload.byHand(hand, random(round)));
    }

    private record Timed<T>(T result, double milliseconds) {
        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            T result = work.get();
            return new Timed<>(result, (System.nanoTime() - start) / 1e6);
        }
    }

    private static void checkSame(Workload workload, String answer, List<Long> byHand) {
        Optional<List<Long>> ids = workload.ids(answer);
        if (ids.isPresent() && !ids.get().equals(byHand)) {
            throw new IllegalStateException(
                    workload.name() + " found\n" + ids.get() + " and by hand\n" + byHand + "\n" + answer);
        }
    }

    /** To explain with times is to execute, which must change nothing. */
    private static boolean reads(String statement) {
        return READS.matcher(statement).lookingAt()
                && !WRITES.matcher(statement).find();
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

    private static double median(List<Round> rounds, ToDoubleFunction<Round> part) {
        return rounds.stream()
                .mapToDouble(part)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
