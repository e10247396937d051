package hengke.customers;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Option;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Countries and regions by their ISO 3166 codes, China first, the others in the order of pinyin. */
final class Countries {
    static final String CHINA = "CN";

    /** Named as the law of the People's Republic names them. */
    private static final Map<String, Label> OF_CHINA = Map.of(
            "HK", new Label("中国香港", "Hong Kong, China"),
            "MO", new Label("中国澳门", "Macao, China"),
            "TW", new Label("中国台湾", "Taiwan, China"));

    private static final List<String> FIRST = List.of(CHINA, "HK", "MO", "TW");

    private Countries() {}

    static Option[] all() {
        Comparator<Option> byPinyin = Comparator.comparing(
                option -> option.label().chinese(), Collator.getInstance(Locale.SIMPLIFIED_CHINESE)::compare);
        Stream<Option> others = Stream.of(Locale.getISOCountries())
                .filter(code -> !FIRST.contains(code))
                .map(Countries::option)
                .sorted(byPinyin);
        return Stream.concat(FIRST.stream().map(Countries::option), others).toArray(Option[]::new);
    }

    private static Option option(String code) {
        Locale country = Locale.of("", code);
        Label label = OF_CHINA.getOrDefault(
                code,
                new Label(
                        country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE),
                        country.getDisplayCountry(Locale.ENGLISH)));
        return Option.of(code, label.chinese(), label.english());
    }
}
