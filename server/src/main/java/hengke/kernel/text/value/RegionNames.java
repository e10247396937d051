package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the region that a text names, in full or in short, with or without the levels above it. */
final class RegionNames {
    private static final Pattern CODE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}");
    private static final Pattern SEPARATORS = Pattern.compile("^[ /\\\\,，、>|·;-]+");
    private static final String FILLER = "市辖区";
    private static final int LONGEST = 20;
    private static final int SUGGESTIONS = 3;
    private static final Map<String, List<Region>> BY_NAME = byName();

    private RegionNames() {}

    /** A way to read the text: each short name and each level left out make it less likely. */
    private record Found(String code, int doubt) {}

    static Reading<String> resolve(String text) {
        if (CODE.matcher(text).matches()) {
            String code = text.replaceFirst("^(\\d{2})0000$", "$1").replaceFirst("^(\\d{4})00$", "$1");
            return Stream.of(text, code)
                    .filter(known -> Regions.find(known).isPresent())
                    .findFirst()
                    .map(Reading::of)
                    .orElseGet(() -> Reading.refused("reading.region", text));
        }
        List<Found> found = new ArrayList<>();
        walk("", text, 0, found);
        List<String> best = leastDoubtful(found);
        return switch (best.size()) {
            case 0 -> unknown(text);
            case 1 -> Reading.of(best.getFirst());
            default -> Reading.refused("reading.region.ambiguous", text, labels(best));
        };
    }

    private static void walk(String above, String text, int doubt, List<Found> found) {
        String rest = SEPARATORS.matcher(text).replaceFirst("");
        if (rest.isEmpty()) {
            if (!above.isEmpty()) {
                found.add(new Found(above, doubt));
            }
            return;
        }
        // 重庆 重庆市 江津区: the city of a municipality has the name of its province; but 东莞市 has a district 东莞市
        Regions.find(above)
                .ifPresent(region -> Stream.concat(Stream.of(FILLER), region.names().stream())
                        .filter(rest::startsWith)
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(name -> walk(above, rest.substring(name.length()), doubt + 1, found)));
        int shortest = above.isEmpty() ? 2 : 1; // 重庆市 has a level called 县
        for (int length = Math.min(LONGEST, rest.length()); length >= shortest; length--) {
            String name = rest.substring(0, length);
            for (Region region : BY_NAME.getOrDefault(name, List.of())) {
                if (region.isUnder(above)) {
                    int more =
                            (Folding.halfWidth(region.name()).equals(name) ? 0 : 1) + 2 * levelsLeftOut(above, region);
                    walk(region.code(), rest.substring(length), doubt + more, found);
                }
            }
        }
    }

    private static int levelsLeftOut(String above, Region region) {
        int count = 0;
        for (String code = region.parent(); code.length() > above.length(); ) {
            Region between = Regions.find(code).orElseThrow();
            count += between.isFiller() ? 0 : 1;
            code = between.parent();
        }
        return count;
    }

    private static List<String> leastDoubtful(List<Found> found) {
        int least = found.stream().mapToInt(Found::doubt).min().orElse(0);
        return found.stream()
                .filter(way -> way.doubt == least)
                .map(Found::code)
                .distinct()
                .toList();
    }

    private static Reading<String> unknown(String text) {
        Optional<String> known = longestKnownStart(text);
        String above = known.flatMap(start -> resolve(start).optional()).orElse("");
        String rest =
                SEPARATORS.matcher(text.substring(known.orElse("").length())).replaceFirst("");
        List<Found> elsewhere = new ArrayList<>();
        walk("", rest, 0, elsewhere);
        List<String> suggestions = elsewhere.isEmpty() ? similar(above, rest) : leastDoubtful(elsewhere);
        if (above.isEmpty()) {
            return suggestions.isEmpty()
                    ? Reading.refused("reading.region", text)
                    : Reading.refused("reading.region.similar", text, labels(suggestions));
        }
        return suggestions.isEmpty()
                ? Reading.refused("reading.region.under", Regions.label(above), rest)
                : Reading.refused("reading.region.underSimilar", Regions.label(above), rest, labels(suggestions));
    }

    private static Optional<String> longestKnownStart(String text) {
        for (int length = Math.min(text.length() - 1, 3 * LONGEST); length >= 2; length--) {
            List<Found> found = new ArrayList<>();
            walk("", text.substring(0, length), 0, found);
            if (leastDoubtful(found).size() == 1) {
                return Optional.of(text.substring(0, length));
            }
        }
        return Optional.empty();
    }

    private static List<String> similar(String above, String name) {
        return Regions.all().stream()
                .filter(region -> region.isUnder(above) && !region.isFiller())
                .filter(region -> likeness(region.name(), name) >= 0.5)
                .sorted(Comparator.comparingDouble((Region region) -> -likeness(region.name(), name))
                        .thenComparing(region -> region.code().length()))
                .limit(SUGGESTIONS)
                .map(Region::code)
                .toList();
    }

    /** The share of characters that both have. */
    private static double likeness(String one, String other) {
        Set<Integer> common = one.chars().boxed().collect(Collectors.toCollection(HashSet::new));
        int size = common.size();
        Set<Integer> others = other.chars().boxed().collect(Collectors.toSet());
        common.retainAll(others);
        return (double) common.size() / Math.max(size, others.size());
    }

    private static String labels(List<String> codes) {
        return codes.stream().limit(SUGGESTIONS).map(Regions::label).collect(Collectors.joining("、"));
    }

    private static Map<String, List<Region>> byName() {
        Map<String, List<Region>> regions = new HashMap<>();
        for (Region region : Regions.all()) {
            for (String name : region.isFiller() ? Set.of(region.name()) : region.names()) {
                regions.computeIfAbsent(name, _ -> new ArrayList<>()).add(region);
            }
        }
        return regions;
    }
}
