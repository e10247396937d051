package hengke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How work on everything grows with how much there is: what runs on fewer and more customers have found, each beside its
 * database, so that a page can show them together.
 */
final class Growth {
    private static final String FILE = "growth";

    private Growth() {}

    /** Of work that says so, how long it took on so many customers. */
    static void note(Order order, Comparison.Result result) throws IOException {
        if (result.workload().growing()) {
            Files.writeString(
                    order.data().resolve(FILE),
                    String.format(Locale.ROOT, "%d %.1f %.1f%n", order.customers(), result.product(), result.byHand()));
        }
    }

    /** The sizes that have been measured, smallest first; empty when there is only one. */
    static Optional<String> table(Order order) throws IOException {
        Map<Long, double[]> sizes = new TreeMap<>();
        Path folder = order.data().toAbsolutePath().getParent();
        try (Stream<Path> databases = Files.list(folder)) {
            databases
                    .map(database -> database.resolve(FILE))
                    .filter(Files::exists)
                    .flatMap(file -> lines(file).stream())
                    .map(line -> line.split(" "))
                    .forEach(line -> sizes.put(
                            Long.parseLong(line[0]),
                            new double[] {Double.parseDouble(line[1]), Double.parseDouble(line[2])}));
        }
        if (sizes.size() < 2) {
            return Optional.empty();
        }
        StringBuilder table = new StringBuilder("""
                | customers | product, ms | by hand, ms | ratio | product, ns for each n · log₂ n |
                |---:|---:|---:|---:|---:|
                """);
        sizes.forEach((customers, milliseconds) -> table.append(String.format(
                Locale.ROOT,
                "| %,d | %.0f | %.0f | %.1f | %.0f |%n",
                customers,
                milliseconds[0],
                milliseconds[1],
                milliseconds[0] / milliseconds[1],
                1e6 * milliseconds[0] * Math.log(2) / (customers * Math.log(customers)))));
        return Optional.of(table.toString());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
