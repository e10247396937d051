package hengke.kernel.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The names in braces of one paragraph. Word cuts a text into runs as it likes, so it is put together before it is read,
 * and what stands for a name takes the looks of the brace that opens it.
 */
final class Braces {
    /** The wide braces of Chinese keyboards are the same. */
    private static final Pattern NAME = Pattern.compile("[{｛]([^{}｛｝\n]*)[}｝]");

    private static final Pattern BRACE = Pattern.compile("[{}｛｝]");

    private final List<Piece> pieces = new ArrayList<>();
    private final String text;

    /** A text element and where it begins in the paragraph. */
    private record Piece(Element element, int start, StringBuilder words) {
        int end() {
            return start + words.length();
        }
    }

    Braces(Element paragraph) {
        StringBuilder whole = new StringBuilder();
        collect(paragraph, whole);
        this.text = whole.toString();
    }

    private void collect(Node parent, StringBuilder whole) {
        for (Element child : Xml.children(parent)) {
            if (Xml.is(child, "t")) {
                String words = child.getTextContent().replace('\n', ' ');
                pieces.add(new Piece(child, whole.length(), new StringBuilder(words)));
                whole.append(words);
            } else if (Xml.is(child, "tab") || Xml.is(child, "br") || Xml.is(child, "cr")) {
                whole.append('\n');
            } else if (!Xml.is(child, "p") && !child.getLocalName().equals("Fallback")) {
                collect(child, whole);
            }
        }
    }

    String text() {
        return text;
    }

    List<String> names() {
        return NAME.matcher(text).results().map(found -> found.group(1).strip()).toList();
    }

    /** Is there a brace without its other half? */
    boolean torn() {
        return BRACE.matcher(NAME.matcher(text).replaceAll("")).find();
    }

    /** Puts what stands for each name in its place, from the last to the first, so that places stay where they were. */
    void fill(UnaryOperator<String> value) {
        List<MatchResult> found = NAME.matcher(text).results().toList();
        for (MatchResult name : found.reversed()) {
            boolean put = false;
            for (Piece piece : pieces) {
                int from = Math.max(name.start(), piece.start());
                int until = Math.min(name.end(), piece.start() + original(piece));
                if (from < until) {
                    String words =
                            put ? "" : printable(value.apply(name.group(1).strip()));
                    piece.words().replace(from - piece.start(), until - piece.start(), words);
                    put = true;
                }
            }
        }
        if (!found.isEmpty()) {
            pieces.forEach(Braces::write);
        }
    }

    private static int original(Piece piece) {
        return piece.element().getTextContent().length();
    }

    private static String printable(String value) {
        return value.codePoints()
                .filter(point -> point == '\n' || point == '\t' || point >= ' ' && point != 0xFFFE && point != 0xFFFF)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Each line of a value is one on paper. */
    private static void write(Piece piece) {
        String[] lines = piece.words().toString().split("\n", -1);
        Element element = piece.element();
        Document document = element.getOwnerDocument();
        Xml.setText(element, lines[0]);
        Node next = element.getNextSibling();
        for (int i = 1; i < lines.length; i++) {
            Element text = document.createElementNS(Xml.W, element.getTagName());
            Xml.setText(text, lines[i]);
            element.getParentNode().insertBefore(document.createElementNS(Xml.W, qualified(element, "br")), next);
            element.getParentNode().insertBefore(text, next);
        }
    }

    private static String qualified(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }
}
