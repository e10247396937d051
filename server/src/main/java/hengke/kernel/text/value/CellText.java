package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.function.Function;

/** What every reader does first: half width, no invisible characters, without the apostrophe that marks text in Excel. */
final class CellText {
    private CellText() {}

    static <T> Reading<T> read(String text, Function<String, Reading<T>> reader) {
        String plain = plain(text);
        return plain.isEmpty() ? Reading.blank() : reader.apply(plain);
    }

    static String plain(String text) {
        return withoutApostrophe(Folding.halfWidth(text));
    }

    static String withoutApostrophe(String text) {
        boolean marked = text.startsWith("'") || text.startsWith("\u2019") || text.startsWith("`");
        return marked ? text.substring(1).strip() : text;
    }
}
