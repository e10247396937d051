package hengke.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that says how fast the product is. */
final class Report {
    private Report() {}

    static void write(Path page, long customers, String conditions, List<Comparison.Result> results)
            throws IOException {
        StringBuilder text = new StringBuilder(
                """
                # How fast it is

                Made by `./hengke bench`. Every workload is done by the running product over HTTP and, in turns with it, by SQL
                written by hand over JDBC on the same database; both find the same records, which is checked. What counts is the
                ratio: both sides met the same machine at the same moment. Times are medians in milliseconds: of the product the
                time in the server, and beside it the whole way there and back; by hand the whole call.

                %,d customers, %,d contacts, %d people in %d departments. %s

                | workload | server | round trip | by hand | ratio | SQL | budget | kept |
                |---|---:|---:|---:|---:|---:|---|---|
                """.formatted(customers, 2 * customers, Volume.PEOPLE, Volume.DEPARTMENTS, conditions));
        for (Comparison.Result result : results) {
            text.append("| %s | %.1f | %.1f | %.1f | %.1f | %d | %s | %s |%n"
                    .formatted(
                            result.workload().name(),
                            result.server(),
                            result.roundTrip(),
                            result.byHand(),
                            result.ratio(),
                            result.statements().size(),
                            result.workload().budget(),
                            result.kept() ? "yes" : "**no**"));
        }
        text.append("\n## Plans\n");
        for (Comparison.Result result : results) {
            text.append("\n<details><summary>%s</summary>%n"
                    .formatted(result.workload().name()));
            result.plans().forEach(plan -> text.append("\n```\n").append(plan).append("\n```\n"));
            text.append("\n</details>\n");
        }
        Files.writeString(page, text);
    }
}
