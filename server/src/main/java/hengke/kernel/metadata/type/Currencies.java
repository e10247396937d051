package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Label;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The currencies in which anybody reckons, by ISO 4217. */
public final class Currencies {
    /** No currency has more behind the point. */
    public static final int MOST_DIGITS = 4;

    private static final Map<String, Currency> KNOWN = Currency.getAvailableCurrencies().stream()
            .filter(Currencies::inUse)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    /** Those that are met most first. */
    private static final List<String> FIRST = List.of("CNY", "USD", "EUR", "HKD", "JPY");

    private Currencies() {}

    public static boolean known(String code) {
        return KNOWN.containsKey(code);
    }

    /** How many digits its amounts have behind the point: 2, for the yen none, for the Kuwaiti dinar 3. */
    public static int digits(String code) {
        Currency currency = KNOWN.get(code);
        return currency == null ? MOST_DIGITS : currency.getDefaultFractionDigits();
    }

    /** All of them, to choose from. */
    public static List<Option> options() {
        return Stream.concat(FIRST.stream(), KNOWN.keySet().stream().sorted())
                .distinct()
                .map(Currency::getInstance)
                .map(currency -> new Option(currency.getCurrencyCode(), label(currency), null, null, true))
                .toList();
    }

    private static Label label(Currency currency) {
        String code = currency.getCurrencyCode();
        return new Label(
                code + " " + currency.getDisplayName(Locale.CHINA),
                code + " " + currency.getDisplayName(Locale.ENGLISH));
    }

    /** What has no digits of its own (gold, test codes) or is out of use is no money to reckon in. */
    private static boolean inUse(Currency currency) {
        return currency.getDefaultFractionDigits() >= 0
                && !currency.getDisplayName(Locale.ENGLISH).contains("(");
    }
}
