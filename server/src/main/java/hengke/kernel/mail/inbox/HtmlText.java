package hengke.kernel.mail.inbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What one reads of an HTML mail. What it quotes is marked as in a plain one. */
final class HtmlText implements NodeVisitor {
    private static final int LONGEST = 1_000_000;
    private static final Set<String> UNSEEN =
            Set.of("head", "script", "style", "title", "noscript", "template", "object", "iframe", "svg", "select");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder text = new StringBuilder();
    private int unseen;
    private int quotes;

    private HtmlText() {}

    static String of(String html) {
        HtmlText reader = new HtmlText();
        Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html).traverse(reader);
        return reader.text
                .toString()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode words when unseen == 0 -> say(words.getWholeText());
            case Element element -> open(element);
            default -> {}
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name)) {
            unseen++;
        } else if (name.equals("br")) {
            text.append('\n');
        } else if (element.isBlock()) {
            line();
        }
        if (name.equals("blockquote")) {
            quotes++;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("blockquote")) {
                quotes--;
            }
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (CELLS.contains(name)) {
                text.append(' ');
            } else if (element.isBlock()) {
                line();
            }
        }
    }

    private void say(String words) {
        String said = words.replaceAll("\\s+", " ");
        boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        if (begins) {
            said = said.stripLeading();
        }
        if (!said.isEmpty()) {
            text.append(begins && quotes > 0 ? "> " : "").append(said);
        }
    }

    private void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
