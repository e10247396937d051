package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** An Excel workbook. */
final class XlsxFile implements SheetFile {
    private static final String WORKBOOK = "xl/workbook.xml";

    private final XlsxPackage parts;
    private final ReadingLimits limits;
    private final List<Sheet> sheets;
    private final XlsxStyles styles;
    private final SharedTexts texts;
    private boolean startsIn1904;

    private record Sheet(String name, String part) {}

    XlsxFile(Path file, ReadingLimits limits) {
        this.limits = limits;
        this.parts = new XlsxPackage(file, limits);
        try {
            this.sheets = readSheets();
            this.styles = XlsxStyles.read(parts);
            this.texts = SharedTexts.read(parts, limits);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    @Override
    public Optional<String> encoding() {
        return Optional.empty();
    }

    @Override
    public Optional<Character> delimiter() {
        return Optional.empty();
    }

    @Override
    public RowStream rows(int sheet) {
        XlsxXml xml = parts.openLarge(sheets.get(sheet).part);
        return new XlsxRows(xml, new XlsxCells(styles, texts, startsIn1904, limits), limits);
    }

    @Override
    public void close() {
        parts.close();
    }

    private List<Sheet> readSheets() {
        if (!parts.has(WORKBOOK)) {
            throw new Refusal.UnsupportedType(Message.of("sheet.notASheet"));
        }
        Map<String, String> targets = parts.targets("xl/_rels/workbook.xml.rels");
        List<Sheet> visible = new ArrayList<>();
        try (XlsxXml xml = parts.open(WORKBOOK)) {
            while (xml.nextStart()) {
                if (xml.is("workbookPr")) {
                    startsIn1904 = List.of("1", "true").contains(xml.attribute("date1904"));
                } else if (xml.is("sheet") && xml.attribute("state").isEmpty()) {
                    String part = targets.getOrDefault(xml.attribute("id"), "");
                    if (parts.has(part)) {
                        visible.add(new Sheet(xml.attribute("name"), part));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw XlsxPackage.damaged();
        }
        if (visible.isEmpty()) {
            throw new Refusal.Unreadable(Message.of("sheet.empty"));
        }
        return visible;
    }
}
