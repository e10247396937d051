package hengke.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What to measure: {@code [--customers N] [--logs N] [--contracts N] [--rounds N] [--data FOLDER] [--page FILE] [part of a workload's
 * name …]}.
 *
 * @param logs changes in the logs, three years of them; as many as customers unless told
 * @param contracts and as many quotes and orders; a tenth of the customers unless told, a thousand at least
 * @param rounds how often a workload is measured at most
 * @param page where the result is written; without one it is only printed
 * @param wanted parts of names of workloads; none for all
 * @param settings further settings of the product
 */
record Order(
        long customers,
        long logs,
        long contracts,
        int rounds,
        Path data,
        Optional<Path> page,
        List<String> wanted,
        List<String> settings) {
    private static final long MILLION = 1_000_000;

    static Order of(String... arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        long customers = option("--customers", words).map(Long::parseLong).orElse(MILLION);
        long logs = option("--logs", words).map(Long::parseLong).orElse(customers);
        long contracts = option("--contracts", words).map(Long::parseLong).orElse(Math.max(1_000, customers / 10));
        int rounds = option("--rounds", words).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        Path data = option("--data", words).map(Path::of).orElse(Path.of("server/target/bench-" + customers));
        Optional<Path> page = option("--page", words).map(Path::of);
        boolean whole = words.isEmpty() && customers == MILLION && rounds == Integer.MAX_VALUE;
        return new Order(
                customers,
                logs,
                contracts,
                rounds,
                data,
                page.or(() -> whole ? Optional.of(Path.of("docs/performance.md")) : Optional.empty()),
                List.copyOf(words),
                List.of());
    }

    Order with(String... more) {
        return new Order(customers, logs, contracts, rounds, data, page, wanted, List.of(more));
    }

    boolean wants(Workload workload) {
        return wanted.isEmpty() || wanted.stream().anyMatch(workload.name()::contains);
    }

    private static Optional<String> option(String name, List<String> words) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
