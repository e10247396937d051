package hengke.kernel.query;

import hengke.kernel.metadata.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The known names nearest to one that is not known, compared by name and by the label in both languages. */
final class Suggestions {
    private static final int SHOWN = 3;

    private Suggestions() {}

    /** Something the asker may name. */
    record Choice(String name, Label label) {
        private int distanceTo(String asked) {
            return Stream.of(name, label.chinese(), label.english())
                    .filter(word -> !word.isBlank())
                    .mapToInt(word -> distance(asked, word.toLowerCase(Locale.ROOT)))
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }
    }

    static List<String> nearest(String asked, List<Choice> known) {
        String name = asked.toLowerCase(Locale.ROOT);
        int tolerated = Math.max(1, Math.min(3, name.length() / 3));
        return known.stream()
                .filter(choice -> choice.distanceTo(name) <= tolerated)
                .sorted(Comparator.comparingInt((Choice choice) -> choice.distanceTo(name))
                        .thenComparing(Choice::name))
                .map(Choice::name)
                .limit(SHOWN)
                .toList();
    }

    /** Insertions, deletions, replacements and swaps that make one word the other; a word begun is near. */
    private static int distance(String asked, String word) {
        if (asked.length() >= 2 && word.startsWith(asked) || word.length() >= 2 && asked.startsWith(word)) {
            return 1;
        }
        int[][] distance = new int[asked.length() + 1][word.length() + 1];
        for (int i = 0; i <= asked.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, asked, i, word, j);
            }
        }
        return distance[asked.length()][word.length()];
    }

    private static int step(int[][] distance, String asked, int i, String word, int j) {
        boolean same = asked.charAt(i - 1) == word.charAt(j - 1);
        int best =
                Math.min(distance[i - 1][j - 1] + (same ? 0 : 1), Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && asked.charAt(i - 1) == word.charAt(j - 2)
                && asked.charAt(i - 2) == word.charAt(j - 1);
        return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
    }
}
