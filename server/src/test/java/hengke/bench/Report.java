package hengke.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The page that says how fast the product is. */
final class Report {
    private static final int LONGEST_PLAN = 4_000;

    private Report() {}

    static void write(
            Path page,
            long customers,
            Machine machine,
            List<Comparison.Result> results,
            Optional<String> firstLoad,
            Optional<String> growth)
            throws IOException {
        StringBuilder text =
                new StringBuilder("""
                # How fast it is

                Made by `./hengke bench`; `bench/README.md` says what is measured and how. Every workload is done by the running
                product over HTTP and, in turns with it, by SQL written by hand over JDBC on the same database; both find the same
                records, which is checked. What counts is the **ratio**, the median over the pairs: both sides met the same machine
                at the same moment. The milliseconds are medians that only say of which order they are: of the product the time in
                the server, by hand the whole call.

                %,d customers, %,d contacts, %d people in %d departments. %s.

                | workload | product, ms | by hand, ms | ratio | SQL | budget | kept |
                |---|---:|---:|---:|---:|---|---|
                """.formatted(customers, 2 * customers, Volume.PEOPLE, Volume.DEPARTMENTS, machine));
        for (Comparison.Result result : results) {
            Workload workload = result.workload();
            text.append("| %s | %.1f | %.1f | %.2f | %s | %s | %s |%n"
                    .formatted(
                            workload.name(),
                            result.product(),
                            result.byHand(),
                            result.ratio(),
                            workload.inServer() ? result.statements().size() : "",
                            workload.budget(),
                            result.kept() ? "yes" : "**no**"));
        }
        firstLoad.ifPresent(sum -> text.append(
                "\nJavaScript of the first load, gzip, `npm --prefix web run -s size`: %s.%n".formatted(sum)));
        growth.ifPresent(
                table -> text.append("\n## Growth\n\nThe search for duplicates among all customers, each in its own"
                        + " run (`bench/README.md`).\n\n" + table));
        text.append("\n## Plans\n\nOf the product's statements that read, in one round of each workload.\n");
        for (Comparison.Result result : results) {
            if (!result.plans().isEmpty()) {
                text.append("\n<details><summary>%s</summary>%n"
                        .formatted(result.workload().name()));
                result.plans()
                        .forEach(plan ->
                                text.append("\n```\n").append(shortened(plan)).append("\n```\n"));
                text.append("\n</details>\n");
            }
        }
        Files.writeString(page, text);
    }

    private static String shortened(String plan) {
        return plan.length() <= LONGEST_PLAN ? plan : plan.substring(0, LONGEST_PLAN) + " …";
    }
}
