package hengke.kernel.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A part of a Word file with pages of its own.
 *
 * @param name of its pages
 * @param content its paragraphs and tables
 * @param settings what the file says of it
 * @param edges what runs along the top and foot of its pages
 * @param turning do left and right pages differ?
 */
record Section(String name, List<Element> content, Element settings, List<Edge> edges, boolean turning) {
    private static final int WIDE = 11_906;
    private static final int HIGH = 16_838;
    private static final int MARGIN = 1_440;
    private static final int EDGE = 720;

    /** As narrow and wide as Word lets pages be. */
    private static final int NARROWEST = 2_880;

    private static final int WIDEST = 31_680;

    /**
     * The top or the foot of pages.
     *
     * @param where {@code header} or {@code footer}
     * @param which {@code default}, {@code first} or {@code even}
     */
    record Edge(String name, String where, String which, WordFile.Text text) {}

    static List<Section> of(WordFile file) {
        boolean turning = file.part("settings")
                .flatMap(root -> Xml.child(root, "evenAndOddHeaders"))
                .filter(its -> !Xml.of(its, "val").matches("0|false"))
                .isPresent();
        List<Section> sections = new ArrayList<>();
        List<Element> content = new ArrayList<>();
        for (Element block : Xml.children(file.body())) {
            if (Xml.is(block, "sectPr")) {
                add(sections, file, content, block, turning);
                content = new ArrayList<>();
                continue;
            }
            content.add(block);
            Optional<Element> ends = Xml.child(block, "pPr").flatMap(its -> Xml.child(its, "sectPr"));
            if (ends.isPresent()) {
                add(sections, file, content, ends.get(), turning);
                content = new ArrayList<>();
            }
        }
        if (!content.isEmpty() || sections.isEmpty()) {
            add(sections, file, content, file.body(), turning);
        }
        return sections;
    }

    /** One that goes on upon the same page is of the section before it. */
    private static void add(
            List<Section> sections, WordFile file, List<Element> content, Element settings, boolean turning) {
        if (!sections.isEmpty()
                && Xml.child(settings, "type")
                        .filter(its -> Xml.of(its, "val").equals("continuous"))
                        .isPresent()
                && size(settings).equals(size(sections.getLast().settings))) {
            sections.getLast().content.addAll(content);
            return;
        }
        String name = "s" + sections.size();
        List<Edge> before = sections.isEmpty() ? List.of() : sections.getLast().edges;
        sections.add(new Section(name, content, settings, edges(name, file, settings, before), turning));
    }

    private static String size(Element settings) {
        return Xml.child(settings, "pgSz")
                .map(its -> Xml.of(its, "w") + "x" + Xml.of(its, "h"))
                .orElse("");
    }

    /** What it does not say anew is that of the section before it. */
    private static List<Edge> edges(String section, WordFile file, Element settings, List<Edge> before) {
        List<Edge> edges = new ArrayList<>();
        for (String where : List.of("header", "footer")) {
            for (String which : List.of("default", "first", "even")) {
                String name = section + where + which;
                Xml.children(settings, where + "Reference").stream()
                        .filter(its -> Xml.of(its, "type").equals(which))
                        .findFirst()
                        .flatMap(its -> file.text(Xml.relation(its, "id")))
                        .or(() -> before.stream()
                                .filter(edge -> edge.where.equals(where) && edge.which.equals(which))
                                .map(Edge::text)
                                .findFirst())
                        .ifPresent(text -> edges.add(new Edge(name, where, which, text)));
            }
        }
        return edges;
    }

    boolean firstDiffers() {
        return Xml.child(settings, "titlePg")
                .filter(its -> !Xml.of(its, "val").matches("0|false"))
                .isPresent();
    }

    /** What one line of the page's grid takes, in points; 0 for a page without. */
    double grid() {
        return Xml.child(settings, "docGrid")
                .filter(its -> Xml.of(its, "type").matches("lines|linesAndChars|snapToChars"))
                .map(its -> Styles.number(Xml.of(its, "linePitch"), 0) / 20.0)
                .orElse(0.0);
    }

    private int wide() {
        return Math.clamp(number("pgSz", "w", WIDE), NARROWEST, WIDEST);
    }

    private int high() {
        return Math.clamp(number("pgSz", "h", HIGH), NARROWEST, WIDEST);
    }

    private int margin(String side) {
        int most = (side.equals("top") || side.equals("bottom") ? high() : wide()) / 3;
        return Math.min(most, Math.abs(number("pgMar", side, MARGIN)));
    }

    /** How wide what stands on its pages is. */
    String width() {
        return Css.twips(wide() - margin("left") - margin("right"));
    }

    /**
     * The pages, as a style sheet has them.
     *
     * @param first of the paper; what is laid out before any page is named goes by it
     */
    String pages(String font, boolean first) {
        StringBuilder page = new StringBuilder("size: " + Css.twips(wide()) + " " + Css.twips(high()) + "; margin:");
        for (String side : List.of("top", "right", "bottom", "left")) {
            page.append(' ').append(Css.twips(margin(side)));
        }
        page.append("; ").append(running("default", font));
        StringBuilder pages = new StringBuilder();
        pages.append(first ? "@page { " + page + "}\n" : "");
        pages.append("@page ").append(name).append(" { ").append(page).append("}\n");
        if (firstDiffers()) {
            pages.append("@page ")
                    .append(name)
                    .append(":first { ")
                    .append(running("first", font))
                    .append("}\n");
        }
        if (turning) {
            pages.append("@page ")
                    .append(name)
                    .append(":left { ")
                    .append(running("even", font))
                    .append("}\n");
        }
        return pages.toString();
    }

    private String running(String which, String font) {
        StringBuilder boxes = new StringBuilder();
        for (String where : List.of("header", "footer")) {
            boolean top = where.equals("header");
            String content = edges.stream()
                    .filter(edge -> edge.where.equals(where) && edge.which.equals(which))
                    .map(edge -> "element(" + edge.name + ")")
                    .findFirst()
                    .orElse("none");
            boxes.append(top ? "@top-center" : "@bottom-center")
                    .append(" { font: 9pt ")
                    .append(font)
                    .append("; content: ")
                    .append(content)
                    .append("; vertical-align: ")
                    .append(top ? "top" : "bottom")
                    .append(top ? "; padding-top: " : "; padding-bottom: ")
                    .append(Css.twips(Math.max(0, number("pgMar", where, EDGE))))
                    .append("; } ");
        }
        return boxes.toString();
    }

    private int number(String name, String attribute, int otherwise) {
        return Xml.child(settings, name)
                .map(its -> Styles.number(Xml.of(its, attribute), otherwise))
                .filter(it -> it != 0 || name.equals("pgMar"))
                .orElse(otherwise);
    }
}
