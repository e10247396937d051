package hengke.kernel.transfer.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What the number formats of a workbook say about the numbers in its cells. */
final class XlsxStyles {
    private static final String PART = "xl/styles.xml";

    /** The nature of a number. */
    enum Nature {
        NUMBER,
        PERCENT,
        DATE,
        TIME
    }

    /** Text in quotes, escaped characters, and conditions or colours in brackets are no part of the pattern. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]");

    private static final Pattern DAY = Pattern.compile("(?i)[yd]|mmm|年|月|日|^m{1,2}$|m{1,2}[-/]");
    private static final Pattern CLOCK = Pattern.compile("(?i)h|s|上午|am/pm");

    private final List<Nature> natures;

    private XlsxStyles(List<Nature> natures) {
        this.natures = natures;
    }

    static XlsxStyles read(XlsxPackage parts) {
        List<Nature> natures = new ArrayList<>();
        Map<String, String> formats = new HashMap<>();
        if (parts.has(PART)) {
            try (XlsxXml xml = parts.open(PART)) {
                boolean cellFormats = false;
                while (xml.nextStart()) {
                    if (xml.is("numFmt")) {
                        formats.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                    } else if (xml.is("cellXfs")) {
                        cellFormats = true;
                    } else if (cellFormats && xml.is("xf")) {
                        String id = xml.attribute("numFmtId");
                        natures.add(formats.containsKey(id) ? nature(formats.getOrDefault(id, "")) : builtIn(id));
                    } else if (xml.is("cellStyles") || xml.is("dxfs")) {
                        cellFormats = false;
                    }
                }
            } catch (XMLStreamException e) {
                throw XlsxPackage.damaged();
            }
        }
        return new XlsxStyles(natures);
    }

    Nature of(String style) {
        int index = style.isEmpty() ? 0 : XlsxCells.index(style);
        return index < natures.size() ? natures.get(index) : Nature.NUMBER;
    }

    static Nature nature(String format) {
        String pattern = LITERALS.matcher(format.split(";", 2)[0]).replaceAll("");
        // in Chinese formats the unit of each part stands in quotes: yyyy"年"m"月"
        if (pattern.contains("%")) {
            return Nature.PERCENT;
        }
        if (pattern.equalsIgnoreCase("general")) {
            return Nature.NUMBER;
        }
        if (DAY.matcher(pattern).find()) {
            return Nature.DATE;
        }
        return CLOCK.matcher(pattern).find() ? Nature.TIME : Nature.NUMBER;
    }

    /** Formats known by number only; 27 to 36 and 50 to 58 are those of Chinese Excel. */
    private static Nature builtIn(String id) {
        return switch (id) {
            case "9", "10" -> Nature.PERCENT;
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36" -> Nature.DATE;
            case "50", "51", "52", "53", "54", "57", "58" -> Nature.DATE;
            case "18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56" -> Nature.TIME;
            default -> Nature.NUMBER;
        };
    }
}
