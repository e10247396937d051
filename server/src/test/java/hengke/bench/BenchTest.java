package hengke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchTest {
    @TempDir
    Path folder;

    @Test
    void every_workload_finds_the_same_by_product_and_by_hand_and_gets_its_line() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            Path page = folder.resolve("performance.md");
            Order order = Order.of(
                            "--customers",
                            "3000",
                            "--rounds",
                            "1",
                            "--data",
                            folder.resolve("data").toString(),
                            "--page",
                            page.toString())
                    .with(
                            "--hengke.database.url=" + database.jdbcUrl(),
                            "--hengke.database.user=" + database.user(),
                            "--hengke.database.password=" + database.password());

            List<Comparison.Result> results = Bench.run(order);

            String written = Files.readString(page);
            assertThat(results).hasSizeGreaterThan(30).allSatisfy(result -> {
                assertThat(result.product()).isPositive();
                assertThat(result.byHand()).isPositive();
                assertThat(written).contains("| " + result.workload().name() + " |");
            });
            assertThat(written).contains("3,000 customers, 6,000 contacts").contains("Limit (actual");
        }
    }
}
