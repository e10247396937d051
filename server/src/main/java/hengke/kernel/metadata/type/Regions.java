package hengke.kernel.metadata.type;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The Chinese administrative divisions 省/市/区, by code of 2, 4 or 6 digits, in official order. */
public final class Regions {
    private static final Map<String, String> NAMES = load();
    private static final List<String> CODES = List.copyOf(NAMES.keySet());

    private Regions() {}

    public static boolean contains(String code) {
        return NAMES.containsKey(code);
    }

    /** The division's own name, e.g. 浦东新区. */
    public static Optional<String> name(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }

    /** Every code in official order. */
    public static List<String> codes() {
        return CODES;
    }

    /** The code one level up; empty for a province. */
    public static Optional<String> parent(String code) {
        return code.length() <= 2 ? Optional.empty() : Optional.of(code.substring(0, code.length() - 2));
    }

    static String sample(RandomGenerator random) {
        return CODES.get(random.nextInt(CODES.size()));
    }

    private static Map<String, String> load() {
        Map<String, String> names = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Regions.class.getResourceAsStream("/reference/regions.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> names.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
