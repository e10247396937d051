package hengke.kernel.metadata.formula;

/**
 * A word of a formula and where it stands.
 *
 * @param text of a text its content, of a name the name without brackets
 * @param to the place after its last character
 */
record Token(Kind kind, String text, int from, int to) {

    /** What a word can be. */
    enum Kind {
        NUMBER,
        TEXT,
        DATE,
        /** A bare word: a function, a keyword, or a field by its label or name. */
        WORD,
        /** A field by its label, in square brackets. */
        LABEL,
        /** Fields by their names in braces, as a formula is stored. */
        STORED,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
