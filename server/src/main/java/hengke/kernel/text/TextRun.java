package hengke.kernel.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of folded text of one nature: ideographs, or letters and digits. Punctuation is left out; white space
 * separates only words of letters and digits, so that {@code 上 官} and {@code coca-cola} are one stretch each.
 */
record TextRun(boolean ideographs, String text) {

    static List<TextRun> of(String folded) {
        List<TextRun> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean currentIsIdeographs = false;
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int character = folded.codePointAt(i);
            i += Character.charCount(character);
            if (!Folding.isWordPart(character)) {
                gap |= CleanText.isSpace(character);
                continue;
            }
            boolean ideograph = Folding.isIdeograph(character);
            if (!current.isEmpty() && (ideograph != currentIsIdeographs || (gap && !ideograph))) {
                runs.add(new TextRun(currentIsIdeographs, current.toString()));
                current.setLength(0);
            }
            current.appendCodePoint(character);
            currentIsIdeographs = ideograph;
            gap = false;
        }
        if (!current.isEmpty()) {
            runs.add(new TextRun(currentIsIdeographs, current.toString()));
        }
        return runs;
    }
}
