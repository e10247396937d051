package hengke.kernel.text;

import java.io.InputStream;

/** The font the product draws letters with where it is not a browser that does: Noto Sans SC (OFL). */
public final class ProductFont {
    private ProductFont() {}

    /**
     * Made by {@code npm run fonts} of the interface, as {@code ./hengke} does.
     *
     * @param weight {@code regular} or {@code bold}
     */
    public static InputStream open(String weight) {
        InputStream font = ProductFont.class.getResourceAsStream("/fonts/paper-" + weight + ".ttf");
        if (font == null) {
            throw new IllegalStateException("the fonts are missing; ./hengke makes them");
        }
        return font;
    }
}
