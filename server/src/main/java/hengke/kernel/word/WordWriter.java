package hengke.kernel.word;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a plain Word file: headings, paragraphs, tables, page numbers. */
public final class WordWriter {
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="%1$s.document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="%1$s.styles+xml"/>\
            <Override PartName="/word/footer1.xml" ContentType="%1$s.footer+xml"/></Types>
            """;
    private static final String KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>
            """;
    private static final String RELATION = "<Relationship Id=\"%s\" Type=\"" + Xml.RELATIONS + "/%s\" Target=\"%s\"/>";
    private static final String ROOT = "<w:%s xmlns:w=\"" + Xml.W + "\" xmlns:r=\"" + Xml.RELATIONS + "\">";
    private static final String FONTS = "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"宋体\"/>";
    private static final String STYLES = ROOT.formatted("styles")
            + "<w:docDefaults><w:rPrDefault><w:rPr>" + FONTS
            + "<w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"
            + "<w:pPr><w:spacing w:after=\"60\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:style></w:styles>";
    private static final String FOOT = ROOT.formatted("ftr") + "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
            + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>"
            + "<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";
    private static final String PAGE = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
            + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1304\" w:right=\"1304\" w:bottom=\"1304\""
            + " w:left=\"1304\" w:header=\"720\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr>";
    private static final int WIDE = 9_298;
    private static final int NUMBERS = 640;

    private final StringBuilder body = new StringBuilder();

    /** In the middle, large. */
    public WordWriter title(String text) {
        return paragraph("<w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"36\"/>", text);
    }

    public WordWriter heading(String text) {
        return paragraph(
                "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"24\"/>", text);
    }

    public WordWriter paragraph(String text) {
        return paragraph("", "", text);
    }

    /** At the right side. */
    public WordWriter right(String text) {
        return paragraph("<w:jc w:val=\"right\"/>", "", text);
    }

    private WordWriter paragraph(String looks, String letters, String text) {
        body.append("<w:p><w:pPr>")
                .append(looks)
                .append("</w:pPr><w:r><w:rPr>")
                .append(letters)
                .append("</w:rPr>");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            body.append(i > 0 ? "<w:br/>" : "")
                    .append("<w:t xml:space=\"preserve\">")
                    .append(new Markup().text(lines.get(i)).toString().replace("&#160;", " "))
                    .append("</w:t>");
        }
        body.append("</w:r></w:p>");
        return this;
    }

    /** @param head whether the first row is repeated on each page; with lines around its cells, else without */
    public WordWriter table(boolean head, List<List<String>> rows) {
        int columns = rows.getFirst().size();
        String line = " w:val=\"" + (head ? "single" : "nil") + "\" w:sz=\"4\" w:color=\"999999\"/>";
        body.append("<w:tbl><w:tblPr><w:tblW w:type=\"dxa\" w:w=\"")
                .append(WIDE)
                .append("\"/><w:tblBorders>");
        List.of("top", "left", "bottom", "right", "insideH", "insideV")
                .forEach(side -> body.append("<w:").append(side).append(line));
        body.append("</w:tblBorders></w:tblPr><w:tblGrid>");
        int[] wide = wide(head, columns);
        for (int each : wide) {
            body.append("<w:gridCol w:w=\"").append(each).append("\"/>");
        }
        body.append("</w:tblGrid>");
        for (int row = 0; row < rows.size(); row++) {
            boolean first = head && row == 0;
            body.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(first ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            for (int column = 0; column < columns; column++) {
                body.append("<w:tc><w:tcPr><w:tcW w:type=\"dxa\" w:w=\"")
                        .append(wide[column])
                        .append("\"/>");
                body.append(first ? "<w:shd w:val=\"clear\" w:fill=\"F2F3F5\"/>" : "")
                        .append("</w:tcPr>");
                paragraph(
                        "<w:spacing w:before=\"40\" w:after=\"40\"/>",
                        first ? "<w:b/>" : "",
                        rows.get(row).get(column));
                body.append("</w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
        return paragraph("", "<w:sz w:val=\"12\"/>", "");
    }

    /** In a table with a head the first column holds numbers and the second names. */
    private static int[] wide(boolean head, int columns) {
        int[] wide = new int[columns];
        boolean named = head && columns > 2;
        int each = named ? (WIDE - NUMBERS) / columns : WIDE / columns;
        java.util.Arrays.fill(wide, each);
        if (named) {
            wide[0] = NUMBERS;
            wide[1] = 2 * each;
        }
        return wide;
    }

    public WordWriter pageBreak() {
        body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        return this;
    }

    public byte[] bytes() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES.formatted(KIND));
        parts.put(
                "_rels/.rels", RELATIONS.formatted(RELATION.formatted("rId1", "officeDocument", "word/document.xml")));
        parts.put(
                "word/document.xml", ROOT.formatted("document") + "<w:body>" + body + PAGE + "</w:body></w:document>");
        parts.put(
                "word/_rels/document.xml.rels",
                RELATIONS.formatted(RELATION.formatted("rId1", "styles", "styles.xml")
                        + RELATION.formatted("rId2", "footer", "footer1.xml")));
        parts.put("word/styles.xml", STYLES);
        parts.put("word/footer1.xml", FOOT);
        Map<String, byte[]> written = new LinkedHashMap<>();
        parts.forEach((name, text) -> written.put(name, text.strip().getBytes(StandardCharsets.UTF_8)));
        return Parts.write(written);
    }
}
