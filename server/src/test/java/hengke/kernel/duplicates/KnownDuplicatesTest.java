package hengke.kernel.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hengke.kernel.duplicates.WrittenTwice.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Measured on companies of which it is known; the page is written anew with {@code -Dhengke.duplicates.page=true}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownDuplicatesTest {
    private static final double LIKELY = 0.85;
    private static final Path PAGE = Path.of("../docs/duplicates.md");
    private static final String BEGIN = "<!-- measured -->\n";
    private static final String END = "<!-- /measured -->";

    @Test
    void nearly_all_are_found_and_nearly_nothing_else() throws IOException {
        assumeTrue(WrittenTwice.isThere(), "no data at " + WrittenTwice.FOLDER);
        Map<String, Outcome> tuned = WrittenTwice.half(true).outcomes(LIKELY);
        Map<String, Outcome> held = WrittenTwice.half(false).outcomes(LIKELY);
        if (Boolean.getBoolean("hengke.duplicates.page")) {
            String page = Files.readString(PAGE);
            Files.writeString(
                    PAGE,
                    page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                            + table(tuned, held)
                            + page.substring(page.indexOf(END)));
        }
        Outcome all = Objects.requireNonNull(held.get("all"));
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(all.f1()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void nearly_all_that_are_alike_are_led_to_while_a_name_is_typed() {
        assumeTrue(WrittenTwice.isThere(), "no data at " + WrittenTwice.FOLDER);
        assertThat(WrittenTwice.half(false).led()).isGreaterThanOrEqualTo(0.91);
    }

    private static String table(Map<String, Outcome> tuned, Map<String, Outcome> held) {
        StringBuilder table = new StringBuilder("""
                | variation | pairs | precision | recall | F1 | first half: precision | recall |
                |---|---|---|---|---|---|---|
                """);
        held.forEach((kind, outcome) -> {
            Outcome other = tuned.getOrDefault(kind, new Outcome(0, 0, 0));
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.4f | %.4f | %.4f | %.4f |%n",
                    kind,
                    outcome.real(),
                    outcome.precision(),
                    outcome.recall(),
                    outcome.f1(),
                    other.precision(),
                    other.recall()));
        });
        return table.toString();
    }
}
