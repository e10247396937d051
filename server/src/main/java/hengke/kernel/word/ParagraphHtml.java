package hengke.kernel.word;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** A paragraph: where it stands, how it is spaced, its number, and its tabs where they part it into left, middle and right. */
final class ParagraphHtml {
    private static final double SINGLE = 240;
    private static final double USUAL_LINE = 1.35;
    private static final double HUNDRED = 100;

    /** From here on letters are as wide as they are high. */
    private static final int FIRST_WIDE = 0x2E80;

    private static final double NARROW = 0.58;

    private final Styles styles;
    private final Numbering numbering;
    private final RunHtml runs;

    /** What one line of the page's grid takes, in points; 0 for a page without. */
    private double grid;

    ParagraphHtml(Styles styles, Numbering numbering, RunHtml runs) {
        this.styles = styles;
        this.numbering = numbering;
        this.runs = runs;
    }

    void grid(double points) {
        this.grid = points;
    }

    /** The text boxes it holds come back, to stand after it. */
    List<Element> write(Markup html, String part, Element paragraph) {
        Styles.Looks plain = styles.paragraph(paragraph, Optional.empty());
        String instance = number(plain, "numId");
        int depth = Styles.number(number(plain, "ilvl"), 0);
        Optional<Element> level =
                instance.isEmpty() || instance.equals("0") ? Optional.empty() : numbering.level(instance, depth);
        Styles.Looks looks = styles.paragraph(paragraph, level);
        Styles.Looks mark = styles.mark(paragraph, level);
        double size = Xml.within(paragraph, "r").stream()
                .filter(run -> Xml.above(run, "p").filter(paragraph::equals).isPresent())
                .mapToDouble(run -> RunHtml.size(styles.run(run, paragraph)))
                .max()
                .orElse(RunHtml.size(mark));
        List<String> stops = stops(looks);
        boolean parted = !stops.isEmpty() && !Xml.within(paragraph, "tab").isEmpty();
        String tag = looks.find("outlineLvl", "val").isPresent() ? "h4" : "p";
        html.open(parted ? "table class=\"parted\"" : tag, style(looks, size, level.isPresent()));
        html.raw(parted ? "<tr><td>" : "");
        if (level.isPresent()) {
            numbering.next(instance, depth).ifPresent(text -> label(html, text, level.get(), looks, mark, size));
        }
        Markup words = new Markup();
        List<Element> boxes = runs.write(words, part, paragraph, parted ? stops : List.of());
        html.raw(words.toString()).raw(words.empty() ? "&#160;" : "");
        html.raw(parted ? "</td></tr>" : "").close(parted ? "table" : tag);
        return boxes;
    }

    /** To which side what comes after each tab goes; only where some of it goes to the middle or the right. */
    private static List<String> stops(Styles.Looks looks) {
        List<String> sides = looks.find("tabs").stream()
                .flatMap(tabs -> Xml.children(tabs, "tab").stream())
                .map(tab -> Xml.of(tab, "val"))
                .filter(side -> !side.matches("clear|bar|num"))
                .map(Css::align)
                .toList();
        return sides.stream().allMatch("left"::equals) ? List.of() : sides;
    }

    private static String number(Styles.Looks looks, String name) {
        return looks.find("numPr")
                .flatMap(its -> Xml.child(its, name))
                .map(its -> Xml.of(its, "val"))
                .orElse("");
    }

    /** Its number hangs before it, in the room there is. */
    private static void label(
            Markup html, String text, Element level, Styles.Looks looks, Styles.Looks mark, double size) {
        String kind = Xml.child(level, "suff").map(its -> Xml.of(its, "val")).orElse("tab");
        double hanging = Math.max(0, indent(looks, "hanging", size));
        double words = text.codePoints()
                .mapToDouble(point -> point < FIRST_WIDE ? size * NARROW : size)
                .sum();
        boolean fits = kind.equals("tab") && words < hanging;
        html.open(
                        "span",
                        "display:inline-block;text-indent:0;white-space:nowrap;" + RunHtml.style(mark)
                                + ";margin-left:" + Css.points(-hanging)
                                + (fits ? ";width:" + Css.points(hanging) : ""))
                .text(text)
                .raw(fits || kind.equals("nothing") ? "" : "&#160;")
                .close("span");
    }

    private String style(Styles.Looks looks, double size, boolean labelled) {
        double left = Math.max(indent(looks, "left", size), indent(looks, "start", size));
        double right = Math.max(indent(looks, "right", size), indent(looks, "end", size));
        double hanging = indent(looks, "hanging", size);
        double first = hanging > 0 ? labelled ? 0 : -hanging : indent(looks, "firstLine", size);
        StringBuilder style = new StringBuilder("margin:")
                .append(space(looks, "before"))
                .append(' ')
                .append(Css.points(right))
                .append(' ')
                .append(space(looks, "after"))
                .append(' ')
                .append(Css.points(left))
                .append(";text-indent:")
                .append(Css.points(first))
                .append(";text-align:")
                .append(Css.align(looks.find("jc", "val").orElse("")))
                .append(";font-size:")
                .append(Css.points(size))
                .append(";line-height:")
                .append(line(looks, size));
        style.append(looks.is("pageBreakBefore") ? ";page-break-before:always" : "");
        style.append(looks.is("keepNext") ? ";page-break-after:avoid" : "");
        style.append(looks.is("keepLines") ? ";page-break-inside:avoid" : "");
        looks.find("shd", "fill")
                .flatMap(Css::colour)
                .ifPresent(it -> style.append(";background-color:").append(it));
        looks.find("pBdr")
                .ifPresent(lines -> Xml.children(lines).stream()
                        .filter(its -> List.of("top", "bottom", "left", "right").contains(its.getLocalName()))
                        .forEach(its -> style.append(";border-")
                                .append(its.getLocalName())
                                .append(':')
                                .append(Css.border(Xml.of(its, "val"), Xml.of(its, "sz"), Xml.of(its, "color")))));
        return style.toString();
    }

    /** Word counts in letters where it is asked to, else in points. */
    private static double indent(Styles.Looks looks, String side, double size) {
        int letters = looks.number("ind", side + "Chars", 0);
        return letters != 0 ? letters / HUNDRED * size : looks.number("ind", side, 0) / 20.0;
    }

    private String space(Styles.Looks looks, String side) {
        int lines = looks.number("spacing", side + "Lines", 0);
        double one = grid > 0 ? grid : 12;
        return lines != 0 ? Css.points(lines / HUNDRED * one) : Css.twips(looks.number("spacing", side, 0));
    }

    private String line(Styles.Looks looks, double size) {
        int line = looks.number("spacing", "line", (int) SINGLE);
        return switch (looks.find("spacing", "lineRule").orElse("auto")) {
            case "exact" -> Css.twips(line);
            case "atLeast" -> Css.points(Math.max(line / 20.0, size * USUAL_LINE));
            default -> {
                double one =
                        grid > 0 && !looks.find("snapToGrid", "val").orElse("1").matches("0|false")
                                ? grid * Math.ceil(size * USUAL_LINE / grid - 0.2)
                                : size * USUAL_LINE;
                yield Css.points(Math.max(one, size) * line / SINGLE);
            }
        };
    }
}
