package hengke.kernel.text.value;

import static java.util.Comparator.comparingInt;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What currencies are called where amounts are written down: code, Chinese name, short name or sign. */
public final class CurrencyNames {
    private static final Map<String, String> CODES = codes();

    /** Any of the names, the longest first: 澳大利亚元 is not 元. */
    static final Pattern NAMED = Pattern.compile(CODES.keySet().stream()
            .sorted(comparingInt(String::length).reversed())
            .map(name -> name.matches("[a-z]+") ? "(?<![a-z])" + name + "(?![a-z])" : Pattern.quote(name))
            .collect(Collectors.joining("|", "(?i)", "|元整?|圆整?|块钱?")));

    private CurrencyNames() {}

    /** ISO 4217 of what is called so. */
    public static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            String name = currency.getDisplayName(Locale.CHINA);
            if (currency.getDefaultFractionDigits() >= 0 && !name.matches(".*[(（].*")) {
                codes.put(currency.getCurrencyCode().toLowerCase(Locale.ROOT), currency.getCurrencyCode());
                codes.put(name.toLowerCase(Locale.ROOT), currency.getCurrencyCode());
            }
        }
        codes.putAll(Map.ofEntries(
                Map.entry("rmb", "CNY"),
                Map.entry("人民币", "CNY"),
                Map.entry("¥", "CNY"),
                Map.entry("￥", "CNY"),
                Map.entry("港币", "HKD"),
                Map.entry("港元", "HKD"),
                Map.entry("hk$", "HKD"),
                Map.entry("日元", "JPY"),
                Map.entry("日币", "JPY"),
                Map.entry("欧元", "EUR"),
                Map.entry("€", "EUR"),
                Map.entry("英镑", "GBP"),
                Map.entry("£", "GBP"),
                Map.entry("美元", "USD"),
                Map.entry("美金", "USD"),
                Map.entry("us$", "USD"),
                Map.entry("$", "USD")));
        codes.putAll(
                Map.of("澳元", "AUD", "加元", "CAD", "新元", "SGD", "新币", "SGD", "台币", "TWD", "澳门元", "MOP", "纽元", "NZD"));
        return codes;
    }
}
