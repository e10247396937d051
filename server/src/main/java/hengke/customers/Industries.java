package hengke.customers;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tree of industries that ships with the product. */
public final class Industries {
    public static final List<Option> ALL = load();

    private Industries() {}

    private static List<Option> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Industries.class.getResourceAsStream("/reference/industries.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Option(
                            cells[0], new Label(cells[2], cells[3]), null, cells[1].isEmpty() ? null : cells[1], true))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
