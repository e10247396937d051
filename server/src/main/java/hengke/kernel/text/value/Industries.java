package hengke.kernel.text.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The industries a new installation starts with. */
public final class Industries {
    private static final List<Industry> ALL = load();

    private Industries() {}

    /**
     * An industry.
     *
     * @param parent the code of the industry it belongs to; empty at the top
     */
    public record Industry(String code, String parent, String chinese, String english) {}

    /** All of them, each behind the one it belongs to. */
    public static List<Industry> all() {
        return ALL;
    }

    private static List<Industry> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Industries.class.getResourceAsStream("/reference/industries.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Industry(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
