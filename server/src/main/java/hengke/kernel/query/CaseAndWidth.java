package hengke.kernel.query;

import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Text without the difference of case and of full and half width, the same in SQL and in memory: one character at a
 * time, full-width ASCII and the ideographic space to their plain forms, then simple lower case. SQL looks for every
 * spelling of each character, which is five times as fast as folding the column and asks nothing of its locale.
 */
final class CaseAndWidth {
    private static final int FULL_FROM = 0xFF01;
    private static final int FULL_TO = 0xFF5E;
    private static final int SHIFT = 0xFEE0;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final char ESCAPE = '!';

    /** The other spellings of a folded character. */
    private static final Map<Integer, String> SPELLINGS = spellings();

    private CaseAndWidth() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(CaseAndWidth::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    static boolean holds(String text, Check.Holds check) {
        String folded = fold(text);
        return check.atStart() ? folded.startsWith(check.folded()) : folded.contains(check.folded());
    }

    static Condition holds(Field<String> column, Check.Holds check) {
        boolean oneSpelling = check.folded().codePoints().noneMatch(SPELLINGS::containsKey);
        return oneSpelling
                ? column.like(DSL.val(like(check)), ESCAPE)
                : DSL.condition("{0} ~ {1}", column, DSL.val(expression(check)));
    }

    private static String like(Check.Holds check) {
        return (check.atStart() ? "" : "%") + check.folded().replaceAll("[%_!]", ESCAPE + "$0") + "%";
    }

    /** A regular expression with the spellings of each character in brackets. */
    private static String expression(Check.Holds check) {
        StringBuilder expression = new StringBuilder(check.atStart() ? "^" : "");
        check.folded().codePoints().forEach(character -> {
            expression.append('[');
            appendPlain(expression, character);
            SPELLINGS.getOrDefault(character, "").codePoints().forEach(each -> appendPlain(expression, each));
            expression.append(']');
        });
        return expression.toString();
    }

    private static void appendPlain(StringBuilder expression, int character) {
        if (character < 128 && !Character.isLetterOrDigit(character)) {
            expression.append('\\');
        }
        expression.appendCodePoint(character);
    }

    private static int fold(int character) {
        int half = character == IDEOGRAPHIC_SPACE
                ? ' '
                : character >= FULL_FROM && character <= FULL_TO ? character - SHIFT : character;
        return Character.toLowerCase(half);
    }

    private static Map<Integer, String> spellings() {
        Map<Integer, String> spellings = new HashMap<>();
        for (int character = 0; character <= 0x1FFFF; character++) {
            if (fold(character) != character) {
                spellings.merge(fold(character), Character.toString(character), String::concat);
            }
        }
        return Map.copyOf(spellings);
    }
}
