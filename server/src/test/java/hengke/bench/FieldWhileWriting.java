package hengke.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A field is added to a large table while records are written to it, one after the other: until it is there, and no
 * fewer than twenty. What matters is the longest of these writes, which is printed at the end.
 */
final class FieldWhileWriting implements Workload {
    private static final int WRITES = 20;

    private final Cast.Person person;
    private final AtomicLong longestOfProduct = new AtomicLong();
    private final AtomicLong longestByHand = new AtomicLong();
    private int fields;

    FieldWhileWriting(Cast.Person person) {
        this.person = person;
    }

    @Override
    public String name() {
        return "own field: added while records are written, administrator";
    }

    /** By hand there is neither history nor a catalog that every node has to learn. */
    @Override
    public Budget budget() {
        return new Budget(4, 1_000, 0);
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public int warmUps() {
        return 1;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        String field = """
                {"kind":"integer","label":"新 %d"}""".formatted(System.nanoTime());
        CompletableFuture<String> adding = CompletableFuture.supplyAsync(
                () -> product.post(person, "/catalog/" + OwnColumns.OBJECT + "/fields", field));
        writeUntil(
                adding,
                longestOfProduct,
                () -> product.post(person, "/records/" + OwnColumns.OBJECT, """
                {"name":"写 %d","c_n0":"甲","c_n1":%d}""".formatted(
                                System.nanoTime(), random.nextInt(1_000))));
        return adding.join();
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        hand.execute("alter table x_bench add column by_hand_" + ++fields + System.nanoTime() + " bigint");
        writeUntil(
                CompletableFuture.completedFuture(""),
                longestByHand,
                () -> hand.execute(
                        "insert into x_bench (name, version, created_at, updated_at, c_n0, c_n1) values (?, 1, now(), now(), '甲', ?)",
                        "写",
                        random.nextInt(1_000)));
        return List.of();
    }

    private static void writeUntil(CompletableFuture<String> added, AtomicLong longest, Runnable write) {
        for (int done = 0; done < WRITES || !added.isDone(); done++) {
            long start = System.nanoTime();
            write.run();
            longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
    }

    @Override
    public void finish() {
        System.out.printf(
                "longest write while a field was added: %d ms, by hand %d ms%n",
                Duration.ofNanos(longestOfProduct.get()).toMillis(),
                Duration.ofNanos(longestByHand.get()).toMillis());
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }
}
