package hengke.kernel.text;

/** Text fit to be stored and shown: without NUL, control and invisible characters, and halves of surrogate pairs. */
public final class CleanText {

    private CleanText() {}

    /** One line: every run of white space becomes one space, none at the ends. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (isSpace(character)) {
                gap = true;
            } else if (!isRubbish(character)) {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                line.appendCodePoint(character);
            }
        }
        return line.toString();
    }

    /** Several lines: line ends become {@code \n}, spaces and tabs inside a line stay as they are. */
    public static String block(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder block = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints()
                .filter(character -> character == '\n' || character == '\t' || !isRubbish(character))
                .forEach(block::appendCodePoint);
        return block.toString().strip();
    }

    /** Most texts are; telling is much cheaper than cleaning. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character != '\n' && character != '\t' && isRubbish(character)) {
                return false;
            }
        }
        return text.isEmpty()
                || !Character.isWhitespace(text.codePointAt(0))
                        && !Character.isWhitespace(text.codePointBefore(text.length()));
    }

    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    /** Never seen and never meant: controls, direction marks, zero-width characters, lone surrogates, non-characters. */
    static boolean isRubbish(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> character != 0x200D; // the joiner inside emoji families
            default -> (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        };
    }
}
