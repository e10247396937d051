package hengke.kernel.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Formatted text with values in its places. Whatever is not plain formatting is left out, and a value is never markup. */
final class RichHtml {
    private static final Safelist PLAIN =
            Safelist.basic().addTags("h1", "h2", "h3", "s", "table", "thead", "tbody", "tr", "th", "td");

    private RichHtml() {}

    /** As well-formed XHTML; empty where nothing is said. */
    static String filled(String html, UnaryOperator<String> merged) {
        Document page = page(html);
        page.body().nodeStream(TextNode.class).toList().forEach(text -> fill(text, merged));
        return page.body().hasText() ? page.body().html() : "";
    }

    /** Each line break of a value is one. */
    private static void fill(TextNode text, UnaryOperator<String> merged) {
        List<String> lines = merged.apply(text.getWholeText().replaceAll("\\s+", " "))
                .lines()
                .toList();
        text.text(lines.isEmpty() ? "" : Page.printable(lines.getFirst()));
        Node last = text;
        for (String line : lines.stream().skip(1).toList()) {
            Element ending = new Element("br");
            TextNode next = new TextNode(Page.printable(line));
            last.after(ending);
            ending.after(next);
            last = next;
        }
    }

    /** Its words, a line for each paragraph and each item of a list. */
    static String plain(String html) {
        Element body = page(html).body();
        body.select("ol").forEach(list -> {
            List<Element> items =
                    list.children().stream().filter(item -> item.nameIs("li")).toList();
            for (int i = 0; i < items.size(); i++) {
                items.get(i).prependText((i + 1) + ". ");
            }
        });
        body.select("ul > li").forEach(item -> item.prependText("· "));
        body.select("br").forEach(ending -> ending.replaceWith(new TextNode("\n")));
        body.select("p, li, h1, h2, h3, tr, blockquote").forEach(part -> part.appendText("\n"));
        return body.wholeText().replaceAll("[ \\t]*\\n+[ \\t]*", "\n").strip();
    }

    private static Document page(String html) {
        Document page = new Cleaner(PLAIN).clean(Jsoup.parseBodyFragment(html));
        page.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        return page;
    }
}
