package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.transfer.reading.XlsxStyles.Nature;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Makes cells of the {@code c} elements of a sheet. */
final class XlsxCells {
    /** Excel keeps 15 digits; further ones are noise of binary fractions, or lost. */
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_NUMBER = 330;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XlsxStyles styles;
    private final SharedTexts texts;
    private final LocalDate firstDay;
    private final int longest;

    XlsxCells(XlsxStyles styles, SharedTexts texts, boolean startsIn1904, ReadingLimits limits) {
        this.styles = styles;
        this.texts = texts;
        // Excel believes that 1900 was a leap year; from March 1900 on this start makes up for it
        this.firstDay = startsIn1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        this.longest = limits.cellLength();
    }

    /** Reads the cell at whose start tag the XML stands, up to its end tag. */
    Cell read(XlsxXml xml) throws XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.is("v")) {
                    value = xml.text("v", longest);
                } else if (xml.is("is")) {
                    value = xml.text("is", longest);
                } else if (xml.is("f")) {
                    formula = true;
                    xml.text("f", 0);
                }
            }
        }
        if (value.isEmpty()) {
            return formula && !type.equals("str") ? unusable("sheet.formula") : Cell.BLANK;
        }
        return switch (type) {
            case "s" -> text(texts.get(index(value)));
            case "inlineStr", "str" -> text(value);
            case "b" -> new Cell.Truth(value.equals("1") || value.equals("true"));
            case "e" -> unusable("sheet.error", value);
            case "d" -> isoDate(value);
            default -> number(value, styles.of(style));
        };
    }

    /** A number that counts something inside the file. */
    static int index(String digits) {
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            throw XlsxPackage.damaged();
        }
    }

    private Cell text(String value) {
        if (value.length() > longest) {
            return unusable("sheet.longText", longest);
        }
        String text = ESCAPE.matcher(value)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
        return text.isBlank() ? Cell.BLANK : new Cell.Text(text);
    }

    private Cell number(String value, Nature nature) {
        if (value.length() > LONGEST_NUMBER) {
            return unusable("sheet.number");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip()).round(PRECISION);
        } catch (ArithmeticException | NumberFormatException e) {
            return unusable("sheet.number");
        }
        if (number.signum() == 0) {
            number = BigDecimal.ZERO;
        }
        long wholeDigits = (long) number.precision() - number.scale();
        if (wholeDigits > MOST_DIGITS || number.scale() > LONGEST_NUMBER) {
            return unusable("sheet.longNumber");
        }
        return switch (nature) {
            case NUMBER -> new Cell.Number(plain(number), false);
            case PERCENT -> new Cell.Number(plain(number.movePointRight(2)), true);
            case DATE -> moment(number);
            case TIME ->
                number.compareTo(BigDecimal.ONE) < 0 && number.signum() >= 0
                        ? new Cell.Text(time(number).toString())
                        : moment(number);
        };
    }

    private Cell moment(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0) {
            return new Cell.Number(plain(days), false);
        }
        return new Cell.Moment(LocalDateTime.of(firstDay, LocalTime.MIDNIGHT).plusSeconds(seconds(days)));
    }

    private static LocalTime time(BigDecimal fraction) {
        return LocalTime.ofSecondOfDay(seconds(fraction) % 86_400);
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Cell isoDate(String value) {
        try {
            return new Cell.Moment(
                    value.length() == 10
                            ? LocalDate.parse(value).atStartOfDay()
                            : LocalDateTime.parse(value.replaceFirst("Z$", "")));
        } catch (DateTimeException e) {
            return unusable("sheet.number");
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Cell unusable(String key, Object... arguments) {
        return new Cell.Unusable(Message.of(key, arguments));
    }
}
