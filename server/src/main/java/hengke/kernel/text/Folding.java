package hengke.kernel.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * The form in which texts are compared and searched: half width, lower case, without accents, simplified Chinese, single
 * spaces. Character by character, so that a part of a text folds to a part of the folded text.
 */
public final class Folding {

    private Folding() {}

    public static String fold(String text) {
        return isPlain(text) ? simplified(text) : folded(text);
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(CleanText.line(text), Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(character -> !isAccent(character))
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .map(SimplifiedChinese::of)
                .forEach(folded::appendCodePoint);
        return CleanText.line(Normalizer.normalize(folded, Form.NFC));
    }

    /** Folded, and only letters and digits: {@code 华为（深圳）} and {@code 华为 深圳} become the same. */
    public static String compact(String text) {
        if (isPlain(text)) {
            return simplified(text);
        }
        StringBuilder compact = new StringBuilder(text.length());
        fold(text).codePoints().filter(Folding::isWordPart).forEach(compact::appendCodePoint);
        return compact.toString();
    }

    /** Only usual Han characters, small letters and digits, as most names are: nothing but their simplification to do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < 0x4E00 || character > 0x9FA5)
                    && (character < 'a' || character > 'z')
                    && (character < '0' || character > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String simplified(String text) {
        char[] simplified = text.toCharArray();
        for (int i = 0; i < simplified.length; i++) {
            int character = SimplifiedChinese.of(simplified[i]);
            if (character > Character.MAX_VALUE) {
                return folded(text);
            }
            simplified[i] = (char) character;
        }
        return new String(simplified);
    }

    /** Only half width, everything else as written: what readers of numbers, dates and addresses start from. */
    public static String halfWidth(String text) {
        return CleanText.line(Normalizer.normalize(text, Form.NFKC));
    }

    static boolean isWordPart(int character) {
        return Character.isLetterOrDigit(character) || Character.isIdeographic(character);
    }

    /** Characters of scripts written without spaces between words: Han, kana, hangul. */
    static boolean isIdeograph(int character) {
        if (character < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> Character.isIdeographic(character);
        };
    }

    private static boolean isAccent(int character) {
        return character >= 0x300 && character <= 0x36F;
    }
}
