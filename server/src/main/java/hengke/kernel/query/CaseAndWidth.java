package hengke.kernel.query;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Text without the difference of case and of full and half width, the same in SQL and in memory. Both sides map one
 * character at a time: full-width ASCII and the ideographic space to their plain forms, then simple lower case.
 */
final class CaseAndWidth {
    private static final int FULL_FROM = 0xFF01;
    private static final int FULL_TO = 0xFF5E;
    private static final int SHIFT = 0xFEE0;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private static final String FULL = characters(FULL_FROM, FULL_TO) + Character.toString(IDEOGRAPHIC_SPACE);
    private static final String HALF = characters(FULL_FROM - SHIFT, FULL_TO - SHIFT) + " ";
    private static final char ESCAPE = '!';

    private CaseAndWidth() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(CaseAndWidth::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** The collation is named so that a database of another locale lowers the same letters. */
    static Field<String> fold(Field<String> column) {
        return DSL.lower(DSL.field(
                "translate({0}, {1}, {2}) collate \"pg_c_utf8\"",
                String.class, column, DSL.inline(FULL), DSL.inline(HALF)));
    }

    static Condition holds(Field<String> column, Check.Holds check) {
        String pattern = (check.atStart() ? "" : "%") + escaped(check.folded()) + "%";
        return fold(column).like(DSL.val(pattern), ESCAPE);
    }

    static boolean holds(String text, Check.Holds check) {
        String folded = fold(text);
        return check.atStart() ? folded.startsWith(check.folded()) : folded.contains(check.folded());
    }

    private static int fold(int character) {
        int half = character == IDEOGRAPHIC_SPACE
                ? ' '
                : character >= FULL_FROM && character <= FULL_TO ? character - SHIFT : character;
        return Character.toLowerCase(half);
    }

    private static String escaped(String text) {
        return text.replaceAll("[%_!]", ESCAPE + "$0");
    }

    private static String characters(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
