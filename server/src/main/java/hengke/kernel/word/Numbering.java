package hengke.kernel.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Counts the numbered paragraphs of a Word file, level by level. */
final class Numbering {
    private static final int LEVELS = 9;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String CAPITALS = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private final Map<String, Element> instances = new HashMap<>();
    private final Map<String, Element> kinds = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    Numbering(WordFile file) {
        file.part("numbering").ifPresent(root -> {
            Xml.children(root, "abstractNum").forEach(kind -> kinds.put(Xml.of(kind, "abstractNumId"), kind));
            Xml.children(root, "num").forEach(instance -> instances.put(Xml.of(instance, "numId"), instance));
        });
    }

    /** What is counted how. */
    Optional<Element> level(String instance, int level) {
        return overriding(instance, level)
                .flatMap(its -> Xml.child(its, "lvl"))
                .or(() -> kind(instance)
                        .flatMap(kind -> Xml.children(kind, "lvl").stream()
                                .filter(its -> Xml.of(its, "ilvl").equals(String.valueOf(level)))
                                .findFirst()));
    }

    private Optional<Element> overriding(String instance, int level) {
        return Optional.ofNullable(instances.get(instance))
                .flatMap(its -> Xml.children(its, "lvlOverride").stream()
                        .filter(override -> Xml.of(override, "ilvl").equals(String.valueOf(level)))
                        .findFirst());
    }

    private Optional<Element> kind(String instance) {
        return Optional.ofNullable(instances.get(instance))
                .flatMap(its -> Xml.child(its, "abstractNumId"))
                .map(id -> kinds.get(Xml.of(id, "val")));
    }

    /** The number of the next paragraph of this kind; absent where nothing is counted. */
    Optional<String> next(String instance, int level) {
        Optional<Element> its = level < 0 || level >= LEVELS ? Optional.empty() : level(instance, level);
        return its.map(found -> {
            String kind = kind(instance)
                    .map(element -> Xml.of(element, "abstractNumId"))
                    .orElse(instance);
            String counter = overriding(instance, level)
                            .flatMap(override -> Xml.child(override, "startOverride"))
                            .isPresent()
                    ? "n" + instance
                    : kind;
            int[] counts = counters.computeIfAbsent(counter, _ -> begun());
            for (int upper = 0; upper < level; upper++) {
                counts[upper] = Math.max(counts[upper], start(instance, upper));
            }
            counts[level] = counts[level] < 0 ? start(instance, level) : counts[level] + 1;
            Arrays.fill(counts, level + 1, LEVELS, -1);
            return written(instance, level, found, counts);
        });
    }

    private static int[] begun() {
        int[] counts = new int[LEVELS];
        Arrays.fill(counts, -1);
        return counts;
    }

    private int start(String instance, int level) {
        return overriding(instance, level)
                .flatMap(override -> Xml.child(override, "startOverride"))
                .or(() -> level(instance, level).flatMap(its -> Xml.child(its, "start")))
                .map(start -> Styles.number(Xml.of(start, "val"), 1))
                .orElse(1);
    }

    private String written(String instance, int level, Element its, int[] counts) {
        String text = value(its, "lvlText");
        if (value(its, "numFmt").equals("bullet")) {
            return bullet(text);
        }
        boolean arabic = Xml.child(its, "isLgl").isPresent();
        String written = text;
        for (int each = 0; each <= level; each++) {
            String format =
                    level(instance, each).map(found -> value(found, "numFmt")).orElse("decimal");
            written = written.replace("%" + (each + 1), number(arabic ? "decimal" : format, counts[each]));
        }
        return written;
    }

    private static String value(Element level, String name) {
        return Xml.child(level, name).map(found -> Xml.of(found, "val")).orElse("");
    }

    /** Word draws bullets with fonts of signs; the usual ones are told apart. */
    private static String bullet(String text) {
        return switch (text) {
            case "\uF06E", "\uF0A7", "■" -> "■";
            case "\uF06C", "\uF0B7", "●", "•" -> "•";
            case "\uF0FC" -> "√";
            case "\uF0D8" -> "▶";
            case "\uF075", "◆" -> "◆";
            case "o", "○" -> "○";
            default -> text.chars().anyMatch(letter -> letter >= 0xE000 && letter <= 0xF8FF) ? "•" : text;
        };
    }

    /** A number as its format writes it; one that is not known here is written in digits. */
    static String number(String format, int number) {
        return switch (format) {
            case "none" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand" ->
                chinese(number, DIGITS.replace('〇', '零'), "十百千", true);
            case "chineseLegalSimplified", "ideographLegalTraditional" -> chinese(number, CAPITALS, "拾佰仟", false);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(number);
            case "ideographTraditional" -> cycle(STEMS, number);
            case "ideographZodiac" -> cycle(BRANCHES, number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number >= 1 && number <= 20 ? String.valueOf((char) (0x2460 + number - 1)) : String.valueOf(number);
            case "decimalEnclosedParen" ->
                number >= 1 && number <= 20 ? String.valueOf((char) (0x2474 + number - 1)) : "(" + number + ")";
            case "decimalFullWidth" ->
                String.valueOf(number)
                        .chars()
                        .collect(
                                StringBuilder::new,
                                (text, digit) -> text.append((char) (digit - '0' + '０')),
                                StringBuilder::append)
                        .toString();
            default -> String.valueOf(number);
        };
    }

    private static String cycle(String letters, int number) {
        return number < 1
                ? String.valueOf(number)
                : letters.substring((number - 1) % letters.length()).substring(0, 1);
    }

    private static String letters(int number) {
        return number < 1
                ? String.valueOf(number)
                : String.valueOf((char) ('A' + (number - 1) % 26)).repeat(Math.min(9, 1 + (number - 1) / 26));
    }

    private static String roman(int number) {
        if (number < 1 || number > 3_999) {
            return String.valueOf(number);
        }
        List<String> signs = List.of("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");
        int[] worth = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        StringBuilder text = new StringBuilder();
        int left = number;
        for (int i = 0; i < worth.length; i++) {
            for (; left >= worth[i]; left -= worth[i]) {
                text.append(signs.get(i));
            }
        }
        return text.toString();
    }

    private static String digits(int number) {
        return String.valueOf(Math.max(0, number))
                .chars()
                .mapToObj(digit -> DIGITS.substring(digit - '0', digit - '0' + 1))
                .reduce("", String::concat);
    }

    /** @param shortTen is ten only 十, not 一十? */
    private static String chinese(int number, String digits, String units, boolean shortTen) {
        if (number < 1 || number > 9_999) {
            return String.valueOf(number);
        }
        String figures = String.valueOf(number);
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < figures.length(); i++) {
            int digit = figures.charAt(i) - '0';
            int place = figures.length() - 1 - i;
            if (digit == 0) {
                gap = true;
                continue;
            }
            text.append(gap ? digits.substring(0, 1) : "").append(digits.charAt(digit));
            text.append(place > 0 ? units.substring(place - 1, place) : "");
            gap = false;
        }
        String ten = digits.charAt(1) + units.substring(0, 1);
        return shortTen && number < 20 && text.indexOf(ten) == 0 ? text.substring(1) : text.toString();
    }
}
