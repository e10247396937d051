package hengke.kernel.word;

import hengke.kernel.problem.Message;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * What of a Word file is not on the PDF as it is in Word, each by its name. What is neither known to be kept nor to make
 * no difference is told too, by the name it has in the file.
 */
public final class WordLosses {
    private static final Set<String> KEPT = Set.of(words("""
            body sectPr p pPr r rPr t tab tabs br cr tbl tblPr tblGrid gridCol tr trPr tc tcPr sdt sdtContent hyperlink
            smartTag customXml drawing pict ruby rubyBase fldSimple fldChar instrText noBreakHyphen footnoteReference
            endnoteReference footnote endnote footnotes endnotes hdr ftr lvl
            b bCs u strike dstrike color sz szCs highlight vertAlign caps spacing
            jc ind keepNext keepLines pageBreakBefore numPr ilvl numId pBdr outlineLvl shd
            tblStyle tblW tblBorders tblCellMar tblHeader cantSplit trHeight gridBefore gridSpan vMerge tcBorders vAlign
            tcW top bottom left right start end insideH insideV
            pgSz pgMar headerReference footerReference titlePg type docGrid
            rStyle pStyle rFonts i iCs"""));

    /** What makes no difference on paper. */
    private static final Set<String> NOTHING = Set.of(words("""
            bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak permStart permEnd softHyphen separator
            continuationSeparator footnoteRef endnoteRef annotationRef rtl cs lang noProof kern snapToGrid
            widowControl autoSpaceDE autoSpaceDN adjustRightInd kinsoku wordWrap overflowPunct topLinePunct
            textAlignment contextualSpacing mirrorIndents suppressAutoHyphens suppressLineNumbers
            suppressOverlap divId cnfStyle webHidden specVanish tblLook tblLayout tblOverlap
            tblStyleRowBandSize tblStyleColBandSize tblCaption tblDescription gridAfter wBefore wAfter
            noWrap hideMark tcFitText sdtPr sdtEndPr smartTagPr customXmlPr fldData ffData rubyPr rt col
            footnotePr endnotePr pgNumType formProt noEndnote bidi rsid placeholder rtlGutter paperSrc
            moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"""));

    /** What has a name of its own for people. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("oMath", "word.lost.formula"),
            Map.entry("chart", "word.lost.chart"),
            Map.entry("relIds", "word.lost.diagram"),
            Map.entry("txbxContent", "word.lost.box"),
            Map.entry("anchor", "word.lost.floating"),
            Map.entry("tblpPr", "word.lost.floating"),
            Map.entry("textpath", "word.lost.watermark"),
            Map.entry("footnoteReference", "word.lost.notes"),
            Map.entry("endnoteReference", "word.lost.notes"),
            Map.entry("pgBorders", "word.lost.pageBorders"),
            Map.entry("lnNumType", "word.lost.lineNumbers"),
            Map.entry("textDirection", "word.lost.direction"),
            Map.entry("framePr", "word.lost.frame"),
            Map.entry("vanish", "word.lost.hidden"),
            Map.entry("tab", "word.lost.tabs"),
            Map.entry("ptab", "word.lost.tabs"),
            Map.entry("i", "word.lost.italic"),
            Map.entry("ruby", "word.lost.ruby"),
            Map.entry("hyperlink", "word.lost.links"),
            Map.entry("sym", "word.lost.symbols"),
            Map.entry("background", "word.lost.background"),
            Map.entry("tblInd", "word.lost.tableIndent"),
            Map.entry("tcMar", "word.lost.cellMargins"),
            Map.entry("tblCellSpacing", "word.lost.cellMargins"));

    private static final Set<String> LETTERS = Set.of(
            words("em bdr effect w position shadow outline emboss imprint " + "smallCaps eastAsianLayout fitText"));
    private static final Set<String> SHAPES =
            Set.of(words("wsp wgp shape rect line oval roundrect polyline arc curve group"));
    private static final Set<String> DRAWN = Set.of("emf", "wmf", "svg", "wdp", "tif", "tiff");
    private static final Set<String> OFF = Set.of("0", "false", "none", "off");

    private final Set<Message> losses = new LinkedHashSet<>();

    private WordLosses() {}

    private static String[] words(String text) {
        return text.strip().split("\\s+");
    }

    public static List<Message> of(WordFile file) {
        WordLosses losses = new WordLosses();
        losses.fonts(file);
        file.texts().forEach(text -> losses.text(file, text));
        file.part("settings")
                .flatMap(root -> Xml.child(root, "displayBackgroundShape"))
                .ifPresent(_ -> losses.tell("word.lost.background"));
        List<Section> sections = Section.of(file);
        if (sections.stream().skip(1).anyMatch(Section::firstDiffers)) {
            losses.tell("word.lost.firstPages");
        }
        return List.copyOf(losses.losses);
    }

    private void tell(String key, Object... arguments) {
        losses.add(Message.of(key, arguments));
    }

    /** There is one font, whatever the file asks for. */
    private void fonts(WordFile file) {
        Set<String> fonts = new TreeSet<>();
        Collection<Element> roots = new java.util.ArrayList<>(
                file.texts().stream().map(WordFile.Text::root).toList());
        file.part("styles").ifPresent(roots::add);
        roots.forEach(root -> Xml.within(root, "rFonts")
                .forEach(font -> List.of("eastAsia", "ascii").forEach(which -> fonts.add(Xml.of(font, which)))));
        fonts.remove("");
        if (!fonts.isEmpty()) {
            tell("word.lost.fonts", String.join("、", fonts));
        }
    }

    private void text(WordFile file, WordFile.Text text) {
        Styles styles = new Styles(file);
        for (Element element : Xml.anywhere(text.root(), "*")) {
            if (!WordNames.repeated(element)) {
                look(file, text, styles, element);
            }
        }
    }

    private void look(WordFile file, WordFile.Text text, Styles styles, Element element) {
        String name = element.getLocalName();
        boolean own = Xml.W.equals(element.getNamespaceURI());
        boolean off = OFF.contains(Xml.of(element, "val"));
        if (SHAPES.contains(name)
                && !own
                && Xml.anywhere(element, "imagedata").isEmpty()
                && Xml.anywhere(element, "blip").isEmpty()
                && Xml.anywhere(element, "textpath").isEmpty()) {
            tell("word.lost.shapes");
        } else if (NAMED.containsKey(name)) {
            if (!off && !(name.equals("tab") && Xml.is(element.getParentNode(), "tabs")) && said(name, element)) {
                tell(NAMED.get(name));
            }
        } else if (own && LETTERS.contains(name)) {
            if (!off && !Xml.of(element, "val").equals("100")) {
                tell("word.lost.letters");
            }
        } else if (own && name.equals("cols")) {
            if (Styles.number(Xml.of(element, "num"), 1) > 1) {
                tell("word.lost.columns");
            }
        } else if (name.equals("blip") || name.equals("imagedata")) {
            picture(file, text, Xml.relation(element, name.equals("blip") ? "embed" : "id"));
        } else if (own && name.equals("tbl") && styles.dressed(element)) {
            tell("word.lost.tableStyle");
        } else if (own && name.matches("instrText|fldSimple")) {
            field(own && name.equals("fldSimple") ? Xml.of(element, "instr") : element.getTextContent());
        } else if (own && !KEPT.contains(name) && !NOTHING.contains(name)) {
            tell("word.lost.other", name);
        }
    }

    /** Without a measure, or with one of nothing, it says nothing. */
    private static boolean said(String name, Element element) {
        return switch (name) {
            case "tblInd" -> Math.abs(Styles.number(Xml.of(element, "w"), 0)) > 200;
            case "hyperlink" -> !Xml.relation(element, "id").isEmpty();
            case "textDirection" -> !Xml.of(element, "val").equals("lrTb");
            default -> true;
        };
    }

    private void picture(WordFile file, WordFile.Text text, String id) {
        file.content(text.part(), id)
                .map(java.util.Map.Entry::getKey)
                .filter(name -> DRAWN.contains(Parts.kind(name)))
                .ifPresent(name -> tell("word.lost.picture", name.substring(name.lastIndexOf('/') + 1)));
    }

    private void field(String instruction) {
        String kind = Harmless.kind(instruction);
        if (kind.matches("[A-Z]+") && !kind.matches("PAGE|NUMPAGES|HYPERLINK|FORM[A-Z]+")) {
            tell("word.lost.field", kind);
        }
    }
}
