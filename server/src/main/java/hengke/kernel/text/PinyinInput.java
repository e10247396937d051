package hengke.kernel.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Letters somebody typed, seen as syllables: {@code yunt} is {@code yun} and the beginning of another. */
final class PinyinInput {
    private static final int LONGEST_SYLLABLE = 6;
    private static final Pattern SPOKEN = Pattern.compile("[a-z]*[aeiouv][a-z]*");
    private static final Set<String> SYLLABLES = new HashSet<>();
    private static final Set<String> BEGINNINGS = new HashSet<>();

    static {
        for (String syllable : PinyinDictionary.get().syllables()) {
            if (SPOKEN.matcher(syllable).matches()) {
                SYLLABLES.add(syllable);
                IntStream.rangeClosed(1, syllable.length())
                        .forEach(length -> BEGINNINGS.add(syllable.substring(0, length)));
            }
        }
    }

    private PinyinInput() {}

    /** A syllable at a place in the letters. */
    private record Step(int start, int end) {}

    /**
     * Where a syllable starts however the letters are divided, always including 0; empty when they cannot be divided
     * into syllables, of which only the last may be incomplete.
     */
    static List<Integer> certainStarts(String letters) {
        List<Step> steps = usable(letters);
        return steps.isEmpty()
                ? List.of()
                : IntStream.range(0, letters.length())
                        .filter(place -> steps.stream().noneMatch(step -> step.start < place && place < step.end))
                        .boxed()
                        .toList();
    }

    /** The syllables that are part of some division of all the letters. */
    private static List<Step> usable(String letters) {
        List<Step> steps = new ArrayList<>();
        boolean[] reached = new boolean[letters.length() + 1];
        reached[0] = true;
        for (int start = 0; start < letters.length(); start++) {
            for (int end = start + 1; reached[start] && end <= furthest(letters, start); end++) {
                if (isSyllable(letters, start, end)) {
                    reached[end] = true;
                    steps.add(new Step(start, end));
                }
            }
        }
        boolean[] leadsToEnd = new boolean[letters.length() + 1];
        leadsToEnd[letters.length()] = true;
        for (Step step : steps.reversed()) {
            leadsToEnd[step.start] |= leadsToEnd[step.end];
        }
        steps.removeIf(step -> !leadsToEnd[step.end]);
        return steps;
    }

    private static int furthest(String letters, int start) {
        return Math.min(letters.length(), start + LONGEST_SYLLABLE);
    }

    private static boolean isSyllable(String letters, int start, int end) {
        String part = letters.substring(start, end);
        return SYLLABLES.contains(part) || (end == letters.length() && BEGINNINGS.contains(part));
    }
}
