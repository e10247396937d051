package hengke.kernel.transfer.writing;

import java.util.List;

/**
 * A column of a sheet to be written.
 *
 * @param width in characters of the default font; a Chinese character counts twice
 * @param options what the cells below may be chosen from in a template; empty for anything
 */
public record WrittenColumn(String title, int width, List<String> options) {
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    public WrittenColumn {
        width = Math.clamp(width, NARROWEST, WIDEST);
        options = List.copyOf(options);
    }

    /** A column as wide as its title. */
    public static WrittenColumn of(String title) {
        int width =
                title.codePoints().map(character -> character < 0x1100 ? 1 : 2).sum();
        return new WrittenColumn(title, Math.max(12, width + 2), List.of());
    }

    public WrittenColumn wide(int characters) {
        return new WrittenColumn(title, characters, options);
    }

    public WrittenColumn choosing(List<String> from) {
        return new WrittenColumn(title, width, from);
    }
}
