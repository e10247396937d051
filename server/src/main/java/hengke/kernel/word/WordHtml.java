package hengke.kernel.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** A Word file as the page of which a PDF is made; what it cannot be is told by {@link WordLosses}. */
public final class WordHtml {
    private static final String STYLE = """
            body { font: 10pt %1$s; color: #000; margin: 0; }
            p, h4 { margin: 0; font-weight: 400; orphans: 2; widows: 2; }
            table { border-collapse: collapse; -fs-table-paginate: paginate; }
            td { word-wrap: break-word; }
            .parted { width: 100%%; table-layout: fixed; }
            .page:before { content: counter(page); }
            .pages:before { content: counter(pages); }
            .break { display: block; page-break-after: always; height: 0; }
            .notes { margin-top: 14pt; border-top: 0.5pt solid #000; font-size: 9pt; }
            """;

    private final WordFile file;
    private final ParagraphHtml paragraphs;
    private final TableHtml tables;
    private final List<String> notes = new ArrayList<>();

    private WordHtml(WordFile file) {
        this.file = file;
        Styles styles = new Styles(file);
        this.paragraphs = new ParagraphHtml(styles, new Numbering(file), new RunHtml(file, styles, notes));
        this.tables = new TableHtml(styles, this::blocks);
    }

    /**
     * The whole page.
     *
     * @param font how the pages call their font
     */
    public static String of(WordFile file, String title, String font) {
        return new WordHtml(file).whole(title, font);
    }

    private String whole(String title, String font) {
        Markup body = new Markup();
        StringBuilder pages = new StringBuilder();
        List<Section> sections = Section.of(file);
        for (Section section : sections) {
            paragraphs.grid(section.grid());
            Markup running = new Markup();
            section.edges().forEach(edge -> {
                running.open("div", "position:running(" + edge.name() + ");width:" + section.width());
                blocks(running, edge.text().part(), edge.text().root());
                running.close("div");
            });
            pages.append(section.pages(font, section == sections.getFirst()));
            body.open("div", "page:" + section.name() + ";width:" + section.width())
                    .raw(running.toString());
            section.content().forEach(block -> block(body, file.main(), block));
            if (section == sections.getLast()) {
                notes(body);
            }
            body.close("div");
        }
        return "<html><head><title>" + new Markup().text(title) + "</title><style>" + pages + STYLE.formatted(font)
                + "</style></head><body>" + body + "</body></html>";
    }

    private void blocks(Markup html, String part, Element parent) {
        Xml.children(parent).forEach(block -> block(html, part, block));
    }

    private void block(Markup html, String part, Element block) {
        switch (block.getLocalName()) {
            case "p" ->
                paragraphs.write(html, part, block).forEach(box -> {
                    html.open("div", "margin:2pt 0");
                    blocks(html, part, box);
                    html.close("div");
                });
            case "tbl" -> tables.write(html, part, block);
            case "sdt", "sdtContent", "customXml", "smartTag" -> blocks(html, part, block);
            default -> {}
        }
    }

    /** At the end of the paper, whether they stood at the foot of a page or not. */
    private void notes(Markup html) {
        if (notes.isEmpty()) {
            return;
        }
        html.raw("<div class=\"notes\">");
        for (int i = 0; i < notes.size(); i++) {
            String[] note = notes.get(i).split(":", 2);
            html.open("div", "").text("[" + (i + 1) + "] ");
            note(note[0], note[1]).ifPresent(its -> blocks(html, file.main(), its));
            html.close("div");
        }
        html.raw("</div>");
    }

    private Optional<Element> note(String kind, String id) {
        return file.part(kind + "s")
                .flatMap(root -> Xml.children(root, kind).stream()
                        .filter(note -> Xml.of(note, "id").equals(id))
                        .findFirst());
    }
}
