package hengke.kernel.word;

import java.util.Base64;

/** XHTML as it is written: every text is encoded. */
final class Markup {
    private final StringBuilder html = new StringBuilder();

    Markup open(String element, String style) {
        html.append('<').append(element);
        if (!style.isEmpty()) {
            html.append(" style=\"").append(style).append('"');
        }
        html.append('>');
        return this;
    }

    Markup close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    Markup raw(String ours) {
        html.append(ours);
        return this;
    }

    /** Blanks are kept as they are: on contracts they are where one writes. */
    Markup text(String text) {
        boolean blank = true;
        for (int point : text.codePoints().toArray()) {
            switch (point) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case ' ', '\t', '\n' -> html.append(blank ? "&#160;" : " ");
                default -> {
                    if (point > ' ' && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)) {
                        html.appendCodePoint(point);
                    }
                }
            }
            blank = point == ' ' || point == '\t';
        }
        return this;
    }

    Markup picture(String type, byte[] content, double wide, double high) {
        html.append("<img style=\"width:")
                .append(Css.points(wide))
                .append(";height:")
                .append(Css.points(high))
                .append("\" src=\"data:")
                .append(type)
                .append(";base64,")
                .append(Base64.getEncoder().encodeToString(content))
                .append("\"/>");
        return this;
    }

    /** Is there nothing to be seen? */
    boolean empty() {
        return html.indexOf("<img") < 0
                && html.toString().replaceAll("<[^>]*>", "").isEmpty();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
