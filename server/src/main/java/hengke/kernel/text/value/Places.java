package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Provinces and cities by every name people use, at the beginning of a name or an address or within it. */
final class Places {
    private static final int PROVINCE = 2;
    private static final Map<String, String> CODES = codes();
    /** By code, the longest first. */
    private static final Map<String, List<String>> NAMES = names();
    /** By the two characters it begins with, how long the longest name is. */
    private static final Map<Integer, Integer> LONGEST = longest();

    private Places() {}

    /** The code of a place of exactly this name, folded. */
    static @Nullable String code(String name) {
        return CODES.get(name);
    }

    /** The longest name of a place at the beginning of a folded text that goes on after it. */
    static Optional<String> at(String text) {
        return at(text, 0);
    }

    private static Optional<String> at(String text, int from) {
        int most = text.length() - from - 2;
        if (most < 2) {
            return Optional.empty();
        }
        int longest = LONGEST.getOrDefault(beginning(text, from), 0);
        for (int length = Math.min(longest, most); length >= 2; length--) {
            String start = text.substring(from, from + length);
            if (CODES.containsKey(start)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** The longest name by which this place stands somewhere in a folded text. */
    static Optional<String> within(String text, String code) {
        return NAMES.getOrDefault(code, List.of()).stream()
                .filter(text::contains)
                .findFirst();
    }

    /** A folded text without the name of a place that stands after its first two characters. */
    static String withoutInner(String text) {
        for (int start = 2; start <= text.length() - 4; start++) {
            Optional<String> place = at(text, start);
            if (place.isPresent()) {
                return text.substring(0, start)
                        + text.substring(start + place.get().length());
            }
        }
        return text;
    }

    /** The province or city that an address begins with; null when it names none. */
    static @Nullable String ofAddress(String address) {
        String rest = Folding.compact(address);
        String found = null;
        for (Optional<String> place = at(rest); place.isPresent(); place = at(rest)) {
            String code = CODES.get(place.get());
            if (found != null && (code == null || !code.startsWith(found))) {
                break;
            }
            found = code;
            rest = rest.substring(place.get().length());
            if (found != null && found.length() > PROVINCE) {
                break;
            }
        }
        return found;
    }

    /** Both name a place, and neither lies in the other. */
    static boolean apart(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.startsWith(other) && !other.startsWith(one);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Regions.all().stream()
                .filter(region -> region.code().length() <= 4 && !region.isFiller())
                .sorted(Comparator.comparing(region -> region.code().length()))
                .forEach(region ->
                        region.names().forEach(name -> codes.putIfAbsent(Folding.compact(name), region.code())));
        return Map.copyOf(codes);
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new HashMap<>();
        CODES.forEach((name, code) ->
                names.computeIfAbsent(code, _ -> new ArrayList<>()).add(name));
        names.values()
                .forEach(each -> each.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
        return names;
    }

    private static Map<Integer, Integer> longest() {
        Map<Integer, Integer> longest = new HashMap<>();
        CODES.keySet().stream()
                .filter(name -> name.length() >= 2)
                .forEach(name -> longest.merge(beginning(name, 0), name.length(), Math::max));
        return longest;
    }

    private static int beginning(String text, int from) {
        return text.charAt(from) << 16 | text.charAt(from + 1);
    }
}
