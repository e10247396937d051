package hengke.kernel.paper;

import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.util.HtmlUtils;

/** Writes XHTML: every text is encoded, every element closed. */
final class Page {
    private final StringBuilder html = new StringBuilder();

    Page text(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            html.append(i > 0 ? "<br/>" : "").append(HtmlUtils.htmlEscapeDecimal(printable(lines.get(i))));
        }
        return this;
    }

    /** @param xhtml formatted text that is known to be harmless and well-formed */
    Page formatted(String xhtml) {
        html.append(xhtml);
        return this;
    }

    /** What XML has no place for is left out. */
    static String printable(String text) {
        return text.codePoints()
                .filter(point -> point == '\t' || point >= ' ' && point != 0xFFFE && point != 0xFFFF)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** @param name of the element, in this code's own words */
    Page element(String name, String kind, Consumer<Page> within) {
        html.append('<').append(name).append(" class=\"").append(kind).append("\">");
        within.accept(this);
        html.append("</").append(name).append('>');
        return this;
    }

    Page element(String name, String kind, String text) {
        return element(name, kind, page -> page.text(text));
    }

    /** A picture that comes with the page, so wide. */
    Page picture(String type, byte[] content, double millimetres) {
        html.append("<div style=\"width: %.1fmm; display: inline-block\">".formatted(millimetres));
        return picture(type, content).formatted("</div>");
    }

    /** A picture that comes with the page. */
    Page picture(String type, byte[] content) {
        html.append("<img src=\"data:")
                .append(type)
                .append(";base64,")
                .append(Base64.getEncoder().encodeToString(content))
                .append("\"/>");
        return this;
    }

    /** The whole, under a style of this code's own words. */
    String whole(String title, String style) {
        return "<html><head><title>" + HtmlUtils.htmlEscapeDecimal(printable(title)) + "</title><style>" + style
                + "</style></head><body>" + html + "</body></html>";
    }
}
