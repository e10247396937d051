package hengke.kernel.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The short pieces under which texts are indexed, and which a query asks for. All kinds share one space, so that a query
 * need not be told apart: {@code han} is found in the initials of 华安能源, in the pinyin of 汉威 and in {@code Hansen}.
 *
 * <ul>
 *   <li>two neighbouring characters, at least one of them an ideograph
 *   <li>three neighbouring letters, four neighbouring digits
 *   <li>the first two and three characters of a word of letters and digits
 *   <li>two or three neighbouring initials; the first three letters of the pinyin from each syllable on
 *   <li>the first character of a name
 * </ul>
 */
final class Grams {
    private static final int MOST = 1_000;
    private static final int MOST_SYLLABLES = 32;
    private static final int LETTERS = 3;
    private static final int DIGITS = 4;

    private final Set<String> grams = new LinkedHashSet<>();

    List<String> all() {
        return grams.stream().limit(MOST).toList();
    }

    /** What a text is found by. */
    void addText(List<TextRun> runs) {
        addIdeographs(runs);
        runs.stream().filter(run -> !run.ideographs()).forEach(run -> {
            addBeginnings(run.text());
            addLettersAndDigits(run.text());
        });
    }

    /** What a name is found by beside its characters: pinyin that starts at one of its first {@code count} units. */
    void addName(String compact, Pinyin pinyin, int count) {
        if (compact.isEmpty()) {
            return;
        }
        List<String> syllables = pinyin.units();
        String full = pinyin.full();
        int start = 0;
        for (int unit = 0; unit < Math.min(count, MOST_SYLLABLES); unit++) {
            grams.add(initials(syllables, unit, 2));
            grams.add(initials(syllables, unit, LETTERS));
            grams.add(beginning(full, start, LETTERS));
            start += syllables.get(unit).length();
        }
        grams.add(Character.toString(compact.codePointAt(0)));
        grams.add(initials(syllables, 0, 1));
        grams.add(beginning(full, 0, 2));
    }

    private static String initials(List<String> syllables, int start, int count) {
        return new Pinyin(syllables.subList(start, Math.min(start + count, syllables.size()))).initials();
    }

    /** What one typed term asks for: fewer grams than the text has, but each of them is there if the term is. */
    void require(List<TextRun> runs) {
        addIdeographs(runs);
        for (TextRun run : runs) {
            if (!run.ideographs()) {
                requireWord(run.text());
            }
        }
        if (grams.isEmpty() && !runs.isEmpty()) {
            grams.add(beginning(runs.getFirst().text(), 0, LETTERS));
        }
        if (!grams.stream().allMatch(LegalForm::isPartOf)) {
            grams.removeIf(LegalForm::isPartOf);
        }
    }

    /** What a text has that contains these runs as part of longer ones. */
    void requireNeighbours(List<TextRun> runs) {
        addIdeographs(runs);
    }

    private void requireWord(String word) {
        List<Integer> starts = isLatin(word) ? PinyinInput.certainStarts(word) : List.of();
        if (starts.isEmpty()) {
            addLettersAndDigits(word);
            return;
        }
        starts.stream()
                .filter(start -> start + LETTERS <= word.length())
                .forEach(start -> grams.add(word.substring(start, start + LETTERS)));
    }

    private void addIdeographs(List<TextRun> runs) {
        int before = -1;
        boolean beforeIsIdeograph = false;
        for (TextRun run : runs) {
            for (int i = 0; i < run.text().length(); ) {
                int character = run.text().codePointAt(i);
                i += Character.charCount(character);
                if (before >= 0 && (run.ideographs() || beforeIsIdeograph)) {
                    grams.add(Character.toString(before) + Character.toString(character));
                }
                before = character;
                beforeIsIdeograph = run.ideographs();
            }
        }
    }

    private void addBeginnings(String word) {
        if (word.codePointCount(0, word.length()) >= 2) {
            grams.add(beginning(word, 0, 2));
            grams.add(beginning(word, 0, LETTERS));
        }
    }

    private void addLettersAndDigits(String word) {
        int start = 0;
        for (int end = 1; end <= word.length(); end++) {
            if (end == word.length() || isDigit(word.charAt(end)) != isDigit(word.charAt(start))) {
                addPieces(word.substring(start, end), isDigit(word.charAt(start)) ? DIGITS : LETTERS);
                start = end;
            }
        }
    }

    private void addPieces(String text, int length) {
        for (int start = 0; start + length <= text.length(); start++) {
            grams.add(text.substring(start, start + length));
        }
    }

    /** Up to {@code length} characters from {@code start} on. */
    private static String beginning(String text, int start, int length) {
        int left = Math.min(length, text.codePointCount(start, text.length()));
        return text.substring(start, text.offsetByCodePoints(start, left));
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(character -> character >= 'a' && character <= 'z');
    }

    private static boolean isDigit(char character) {
        return Character.isDigit(character);
    }
}
