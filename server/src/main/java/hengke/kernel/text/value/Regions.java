package hengke.kernel.text.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The administrative divisions of China, 省/市/区, by code of 2, 4 or 6 digits, in official order. */
public final class Regions {
    private static final Map<String, Region> BY_CODE = load();
    private static final Map<String, String> LABELS = new ConcurrentHashMap<>();

    private Regions() {}

    public static Collection<Region> all() {
        return BY_CODE.values();
    }

    public static Optional<Region> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static List<Region> children(String code) {
        return all().stream().filter(region -> region.parent().equals(code)).toList();
    }

    /** The region and those above it, the largest first, without levels between that exist only on paper. */
    public static List<Region> path(String code) {
        List<Region> path = new ArrayList<>();
        for (Region region = BY_CODE.get(code); region != null; region = BY_CODE.get(region.parent())) {
            if (!region.isFiller() || region.code().equals(code)) {
                path.addFirst(region);
            }
        }
        return path;
    }

    /** The path as people read it, e.g. 云南省丽江市. */
    public static String label(String code) {
        return BY_CODE.containsKey(code) ? LABELS.computeIfAbsent(code, Regions::joined) : "";
    }

    /** A region's name where none above it stands beside: the 市辖区 of 北京市 is the city itself. */
    public static String name(String code) {
        Region region = BY_CODE.get(code);
        if (region == null) {
            return code;
        }
        if (!region.isFiller()) {
            return region.name();
        }
        return region.name().equals("市辖区") ? label(region.parent()) : label(code);
    }

    private static String joined(String code) {
        return path(code).stream().map(Region::name).collect(Collectors.joining());
    }

    /** The code of the region named by one to three columns, or by one text. */
    public static Reading<String> read(List<String> parts) {
        String text = parts.stream()
                .map(CellText::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? Reading.blank() : RegionNames.resolve(text);
    }

    public static Reading<String> read(String text) {
        return read(List.of(text));
    }

    private static Map<String, Region> load() {
        Map<String, Region> regions = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("/reference/regions.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> regions.put(cells[0], new Region(cells[0], cells[1], cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(regions);
    }
}
