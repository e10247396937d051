package hengke.kernel.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Passwords anybody would try first: the common ones, and those with hardly anything left besides names that all know,
 * keys that lie side by side, and a year.
 */
final class EasilyGuessed {
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_WALK = 4;
    private static final int OF_ONES_OWN = 4;
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final List<String> ROWS = Stream.of(
                    "1234567890",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "abcdefghijklmnopqrstuvwxyz",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
            .toList();

    private final Set<String> common;

    EasilyGuessed(Set<String> common) {
        this.common = common;
    }

    /** @param names known to whoever knows the company and the login */
    boolean test(String password, List<String> names) {
        String plain = password.toLowerCase(Locale.ROOT);
        return common.contains(plain) || plain.chars().distinct().count() < 3 || own(plain, names) < OF_ONES_OWN;
    }

    /** How many letters and digits are left. */
    private static long own(String plain, List<String> names) {
        String left = plain;
        for (String name : names) {
            if (name.length() >= SHORTEST_NAME) {
                left = left.replace(name.toLowerCase(Locale.ROOT), " ");
            }
        }
        left = withoutWalks(left).replaceAll(YEAR, " ");
        return left.chars().filter(Character::isLetterOrDigit).count();
    }

    private static String withoutWalks(String text) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int walked = walk(text, at);
            if (walked == 0) {
                left.append(text.charAt(at));
            }
            at += Math.max(walked, 1);
        }
        return left.toString();
    }

    /** How many characters from here lie side by side; 0 when it is too few to tell. */
    private static int walk(String text, int from) {
        int to = from + SHORTEST_WALK;
        while (to <= text.length() && lies(text.substring(from, to))) {
            to++;
        }
        return to == from + SHORTEST_WALK ? 0 : to - 1 - from;
    }

    private static boolean lies(String part) {
        return ROWS.stream().anyMatch(row -> row.contains(part));
    }
}
