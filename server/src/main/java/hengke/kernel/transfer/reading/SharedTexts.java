package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts of a workbook, which its cells refer to by number. They have to be in memory, so their size is bounded. */
final class SharedTexts {
    private static final String PART = "xl/sharedStrings.xml";

    /** What an entry costs beside its characters. */
    private static final int OVERHEAD = 28;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    static SharedTexts read(XlsxPackage parts, ReadingLimits limits) {
        SharedTexts shared = new SharedTexts();
        if (parts.has(PART)) {
            try (XlsxXml xml = parts.openLarge(PART)) {
                long size = 0;
                while (xml.nextStart()) {
                    if (xml.is("si")) {
                        String text = xml.text("si", limits.cellLength());
                        size += text.length() + OVERHEAD;
                        if (size > limits.sharedCharacters()) {
                            throw new Refusal.TooLarge(Message.of("sheet.tooManyTexts"));
                        }
                        shared.texts.add(text);
                    }
                }
            } catch (XMLStreamException e) {
                throw XlsxPackage.damaged();
            }
        }
        return shared;
    }

    String get(int index) {
        if (index < 0 || index >= texts.size()) {
            throw XlsxPackage.damaged();
        }
        return texts.get(index);
    }
}
