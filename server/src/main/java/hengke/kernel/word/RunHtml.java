package hengke.kernel.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The runs of a paragraph: letters with their looks, pictures, page numbers. */
final class RunHtml {
    private static final int USUAL_HALF_POINTS = 20;
    private static final int MOST_HALF_POINTS = 400;
    private static final double MOST_POINTS = 1_600;
    private static final String TAB = "21pt";

    private final WordFile file;
    private final Styles styles;
    private final List<String> notes;

    /** The fields that are open: what each says, and whether it has finished saying it. */
    private final Deque<Field> fields = new ArrayDeque<>();

    /** To which side what comes after each further tab goes. */
    private final Deque<String> stops = new ArrayDeque<>();

    /** The text boxes that were met. */
    private final List<Element> boxes = new ArrayList<>();

    private static final class Field {
        private final StringBuilder says = new StringBuilder();
        private boolean shown;
        private boolean ours;
    }

    /** @param notes the ids of the notes referred to, in their order */
    RunHtml(WordFile file, Styles styles, List<String> notes) {
        this.file = file;
        this.styles = styles;
        this.notes = notes;
    }

    /**
     * Writes what a paragraph says; the text boxes in it come back for later.
     *
     * @param sides to which side what comes after each tab goes, in cells
     */
    List<Element> write(Markup html, String part, Element paragraph, List<String> sides) {
        boxes.clear();
        stops.clear();
        stops.addAll(sides);
        inside(html, part, paragraph, paragraph);
        return List.copyOf(boxes);
    }

    private void inside(Markup html, String part, Element parent, Element paragraph) {
        for (Element child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "r" -> run(html, part, child, paragraph);
                case "fldSimple" -> {
                    if (!counter(html, Xml.of(child, "instr"))) {
                        inside(html, part, child, paragraph);
                    }
                }
                case "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo" ->
                    inside(html, part, child, paragraph);
                case "AlternateContent" -> choice(child).ifPresent(it -> inside(html, part, it, paragraph));
                default -> {}
            }
        }
    }

    private static Optional<Element> choice(Element alternatives) {
        return Xml.children(alternatives).stream()
                .filter(it -> it.getLocalName().equals("Choice"))
                .findFirst();
    }

    private static boolean counter(Markup html, String instruction) {
        return switch (Harmless.kind(instruction)) {
            case "PAGE" -> {
                html.raw("<span class=\"page\"></span>");
                yield true;
            }
            case "NUMPAGES", "SECTIONPAGES" -> {
                html.raw("<span class=\"pages\"></span>");
                yield true;
            }
            default -> false;
        };
    }

    private void run(Markup html, String part, Element run, Element paragraph) {
        Styles.Looks looks = styles.run(run, paragraph);
        if (looks.is("vanish")) {
            return;
        }
        String style = style(looks);
        html.open("span", style);
        for (Element child : Xml.children(run)) {
            piece(html, part, child, looks);
        }
        html.close("span");
    }

    private void piece(Markup html, String part, Element piece, Styles.Looks looks) {
        if (piece.getLocalName().equals("fldChar")) {
            character(html, Xml.of(piece, "fldCharType"));
            return;
        }
        Field field = fields.peek();
        if (field != null && piece.getLocalName().equals("instrText")) {
            field.says.append(piece.getTextContent());
        }
        if (fields.stream().anyMatch(open -> !open.shown || open.ours)) {
            return;
        }
        switch (piece.getLocalName()) {
            case "t" -> letters(html, piece.getTextContent(), looks);
            case "tab", "ptab" -> tab(html, style(looks));
            case "br" -> html.raw(Xml.of(piece, "type").equals("page") ? "<span class=\"break\"></span>" : "<br/>");
            case "cr" -> html.raw("<br/>");
            case "noBreakHyphen" -> html.text("-");
            case "sym" -> html.text(symbol(Xml.of(piece, "char")));
            case "footnoteReference", "endnoteReference" -> note(html, piece);
            case "ruby" ->
                Xml.child(piece, "rubyBase")
                        .ifPresent(base -> Xml.within(base, "t").forEach(text -> html.text(text.getTextContent())));
            case "AlternateContent" -> choice(piece).ifPresent(it -> drawing(html, part, it));
            case "drawing", "pict" -> drawing(html, part, piece);
            default -> {}
        }
    }

    /** Underlined blanks are where one writes: as wide as Chinese fonts have them. */
    private static void letters(Markup html, String text, Styles.Looks looks) {
        if (underlined(looks) && text.length() > 1 && text.isBlank()) {
            html.open(
                            "span",
                            "display:inline-block;text-indent:0;border-bottom:0.6pt solid #000;width:"
                                    + Css.points(text.length() * size(looks) / 2))
                    .raw("&#160;")
                    .close("span");
        } else {
            html.text(looks.is("caps") ? text.toUpperCase(java.util.Locale.ROOT) : text);
        }
    }

    private static boolean underlined(Styles.Looks looks) {
        return looks.find("u", "val").filter(it -> !it.equals("none")).isPresent();
    }

    /** A cell of its own where it goes to the middle or the right, else some room. */
    private void tab(Markup html, String style) {
        String side = stops.poll();
        if (side == null) {
            html.raw("<span style=\"display:inline-block;width:" + TAB + "\">&#160;</span>");
        } else {
            html.close("span").close("td").open("td", "text-align:" + side).open("span", style);
        }
    }

    private void character(Markup html, String type) {
        switch (type) {
            case "begin" -> fields.push(new Field());
            case "separate" -> speak(html);
            default -> {
                if (!fields.isEmpty()) {
                    speak(html);
                    fields.pop();
                }
            }
        }
    }

    private void speak(Markup html) {
        Field field = fields.peek();
        if (field != null && !field.shown) {
            field.shown = true;
            field.ours = counter(html, field.says.toString());
        }
    }

    /** A letter of a font of signs; a box to be ticked and a tick are known. */
    private static String symbol(String code) {
        return switch (code.toUpperCase(java.util.Locale.ROOT)) {
            case "F0A8", "F06F", "F071", "00A8", "006F" -> "□";
            case "F052", "F0FE", "F054", "0052", "00FE" -> "☑";
            case "F0FC", "F050", "00FC" -> "√";
            case "F0A1" -> "○";
            case "F06C", "F0B7" -> "●";
            default -> "□";
        };
    }

    private void note(Markup html, Element reference) {
        notes.add(reference.getLocalName().replace("Reference", "") + ":" + Xml.of(reference, "id"));
        html.open("sup", "").text("[" + notes.size() + "]").close("sup");
    }

    private void drawing(Markup html, String part, Element drawing) {
        Xml.within(drawing, "txbxContent").stream()
                .filter(box -> !WordNames.repeated(box))
                .forEach(boxes::add);
        for (Element picture : Xml.anywhere(drawing, "blip")) {
            if (Xml.above(picture, "txbxContent")
                    .filter(box -> inside(drawing, box))
                    .isEmpty()) {
                picture(html, part, Xml.relation(picture, "embed"), extent(picture));
            }
        }
        for (Element picture : Xml.anywhere(drawing, "imagedata")) {
            picture(html, part, Xml.relation(picture, "id"), shape((Element) picture.getParentNode()));
        }
    }

    private static boolean inside(Element outer, Element inner) {
        return (outer.compareDocumentPosition(inner) & Node.DOCUMENT_POSITION_CONTAINED_BY) != 0;
    }

    private void picture(Markup html, String part, String id, double[] size) {
        file.content(part, id)
                .ifPresent(content -> Pictures.type(content.getKey(), content.getValue())
                        .filter(_ -> size[0] > 0 && size[1] > 0)
                        .ifPresent(type -> html.picture(type, content.getValue(), size[0], size[1])));
    }

    /** The size of the picture itself, else of the drawing it is in. */
    private static double[] extent(Element blip) {
        for (Node above = blip.getParentNode(); above instanceof Element element; above = above.getParentNode()) {
            List<Element> sizes =
                    element.getLocalName().equals("pic") ? Xml.anywhere(element, "ext") : Xml.children(element);
            for (Element size : sizes) {
                if (size.hasAttribute("cx") && size.getLocalName().matches("ext|extent")) {
                    return new double[] {
                        Math.min(MOST_POINTS, Css.pointsOfEmu(size.getAttribute("cx"))),
                        Math.min(MOST_POINTS, Css.pointsOfEmu(size.getAttribute("cy")))
                    };
                }
            }
        }
        return new double[] {0, 0};
    }

    private static double[] shape(Element shape) {
        return new double[] {length(shape, "width"), length(shape, "height")};
    }

    private static double length(Element shape, String name) {
        for (String part : shape.getAttribute("style").split(";")) {
            String[] pair = part.split(":", 2);
            if (pair.length == 2
                    && pair[0].strip().equals(name)
                    && pair[1].strip().endsWith("pt")) {
                return Math.min(MOST_POINTS, Styles.number(pair[1].strip().replace("pt", ""), 0));
            }
        }
        return 0;
    }

    /** Of its letters, in points. */
    static double size(Styles.Looks looks) {
        return Math.clamp(looks.number("sz", "val", USUAL_HALF_POINTS), 2, MOST_HALF_POINTS) / 2.0;
    }

    /** How letters look. */
    static String style(Styles.Looks looks) {
        double size = size(looks);
        StringBuilder style = new StringBuilder("font-size:" + Css.points(size));
        style.append(looks.is("b") ? ";font-weight:700" : "");
        boolean under = underlined(looks);
        boolean through = looks.is("strike") || looks.is("dstrike");
        if (under || through) {
            style.append(";text-decoration:")
                    .append(under ? "underline" : "")
                    .append(under && through ? " " : "")
                    .append(through ? "line-through" : "");
        }
        looks.find("color", "val")
                .flatMap(Css::colour)
                .ifPresent(it -> style.append(";color:").append(it));
        looks.find("highlight", "val")
                .flatMap(Css::highlight)
                .or(() -> looks.find("shd", "fill").flatMap(Css::colour))
                .ifPresent(it -> style.append(";background-color:").append(it));
        looks.find("vertAlign", "val")
                .ifPresent(it -> style.append(
                        it.equals("superscript")
                                ? ";vertical-align:super"
                                : it.equals("subscript") ? ";vertical-align:sub" : ""));
        int spacing = looks.number("spacing", "val", 0);
        style.append(spacing == 0 ? "" : ";letter-spacing:" + Css.twips(spacing));
        return style.toString();
    }
}
