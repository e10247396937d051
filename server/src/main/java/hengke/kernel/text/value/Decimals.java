package hengke.kernel.text.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, percentages and amounts of money as they stand in Chinese spreadsheets. */
public final class Decimals {
    private static final int MOST_DIGITS = 30;
    private static final String NUMBER = "(?:\\d{1,3}(?:[, ]\\d{3})+|\\d+)?(?:\\.\\d*)?";
    private static final Pattern PLAIN = Pattern.compile("(?=.*\\d)" + NUMBER + "(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern WITH_UNITS =
            Pattern.compile("(?:(?=\\.?\\d)" + NUMBER + " ?[千百十]?[万亿千百k] ?)+(?:(?=\\.?\\d)" + NUMBER + ")?");
    private static final Pattern PART = Pattern.compile("(?=\\.?\\d)(" + NUMBER + ") ?([千百十]?[万亿千百k]?)");
    private static final Pattern CHINESE_NUMERAL = Pattern.compile("[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟整元圆角分]+");
    private static final Pattern EUROPEAN = Pattern.compile("\\d{1,3}(\\.\\d{3})*,\\d{1,2}");

    private static final Map<Character, Integer> ZEROS = Map.of('十', 1, '百', 2, '千', 3, 'k', 3, '万', 4, '亿', 8);

    private Decimals() {}

    /**
     * An amount of money as written.
     *
     * @param currency ISO 4217; null when none is written, CNY for ￥ and 元
     */
    public record Amount(BigDecimal value, @Nullable String currency) {}

    /** {@code 1,234.5}, {@code 1.2万}, {@code 3亿5000万}, {@code (12)}, {@code 15%} (0.15). */
    public static Reading<BigDecimal> number(String text) {
        return CellText.read(text, Decimals::signed);
    }

    /** {@code 15%}, {@code 15} and {@code 15％} are all fifteen. */
    public static Reading<BigDecimal> percent(String text) {
        return CellText.read(text, plain -> signed(plain.replaceFirst(" ?%$", "")));
    }

    /** {@code ￥1,500,746.98元}, {@code 264.04万}, {@code USD 12.50}. */
    public static Reading<Amount> money(String text) {
        return CellText.read(text, plain -> {
            Matcher matcher = CurrencyNames.NAMED.matcher(plain);
            String currency = null;
            StringBuilder number = new StringBuilder();
            while (matcher.find()) {
                String code = CurrencyNames.code(matcher.group()).orElse("CNY");
                boolean onlyUnit = matcher.group().matches("元|块") && currency != null;
                if (currency != null && !currency.equals(code) && !onlyUnit) {
                    return Reading.refused("reading.twoCurrencies", plain);
                }
                currency = onlyUnit ? currency : code;
                matcher.appendReplacement(number, "");
            }
            matcher.appendTail(number);
            String written = currency;
            return signed(number.toString().strip()).then(value -> Reading.of(new Amount(value, written)));
        });
    }

    private static Reading<BigDecimal> signed(String plain) {
        String number = plain.replace('−', '-').replace('，', ',').replace("\u2013", "-");
        boolean negative = false;
        if (number.startsWith("(") && number.endsWith(")")) {
            negative = true;
            number = number.substring(1, number.length() - 1).strip();
        } else if (number.startsWith("-") || number.startsWith("▲") || number.startsWith("△")) {
            negative = true;
            number = number.substring(1).strip();
        } else if (number.startsWith("+")) {
            number = number.substring(1).strip();
        }
        BigDecimal value = unsigned(number);
        if (value != null) {
            return Reading.of(negative ? value.negate() : value);
        }
        if (EUROPEAN.matcher(number).matches()) {
            return Reading.refused("reading.number.comma", plain);
        }
        return CHINESE_NUMERAL.matcher(number).matches()
                ? Reading.refused("reading.number.numerals", plain)
                : Reading.refused("reading.number", plain);
    }

    private static @Nullable BigDecimal unsigned(String number) {
        if (number.length() > MOST_DIGITS) {
            return null;
        }
        if (number.endsWith("%")) {
            BigDecimal percent =
                    unsigned(number.substring(0, number.length() - 1).strip());
            return percent == null ? null : percent.movePointLeft(2);
        }
        if (PLAIN.matcher(number).matches()) {
            return tidy(new BigDecimal(digits(number)));
        }
        String lower = number.toLowerCase(Locale.ROOT);
        return WITH_UNITS.matcher(lower).matches() ? sum(lower) : null;
    }

    /** {@code 3亿5000万}: the parts, each with a smaller unit than the one before. */
    private static @Nullable BigDecimal sum(String number) {
        BigDecimal sum = BigDecimal.ZERO;
        int before = Integer.MAX_VALUE;
        for (Matcher part = PART.matcher(number); part.find(); ) {
            int zeros =
                    part.group(2).chars().map(unit -> ZEROS.get((char) unit)).sum();
            if (zeros >= before) {
                return null;
            }
            before = zeros;
            sum = sum.add(new BigDecimal(digits(part.group(1))).scaleByPowerOfTen(zeros));
        }
        return tidy(sum);
    }

    private static String digits(String number) {
        return number.replace(",", "").replace(" ", "");
    }

    /** Without needless zeros behind the point. */
    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
