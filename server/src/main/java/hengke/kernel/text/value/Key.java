package hengke.kernel.text.value;

import org.jspecify.annotations.Nullable;

/**
 * A form of a value under which it is looked for.
 *
 * @param slip whether it is the value with a slip undone
 * @param province the code of the province the value says it is in; null when it says none
 */
public record Key(String text, boolean slip, @Nullable String province) {
    static Key of(String text) {
        return new Key(text, false, null);
    }

    Key with(String more) {
        return new Key(text + " " + more, slip, province);
    }

    /** May values with these two be the same? Not with a slip in either, nor in two provinces. */
    public boolean meets(Key other) {
        return text.equals(other.text)
                && !(slip && other.slip)
                && (province == null || other.province == null || province.equals(other.province));
    }
}
