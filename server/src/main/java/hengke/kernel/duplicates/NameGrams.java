package hengke.kernel.duplicates;

import hengke.kernel.text.Pinyin;
import hengke.kernel.text.SearchQuery;
import hengke.kernel.text.value.CompanyName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to ask the index of the search for to find a name written otherwise. The brand alone finds the usual variants; a
 * slip in the brand is found by its trade together with its place or a part of the brand, one in the trade by the brand,
 * and characters of the same sound by their initials.
 *
 * @param brand all of these
 * @param trade or all of these
 * @param beside with one of these
 */
record NameGrams(List<String> brand, List<String> trade, List<String> beside) {
    /** Characters of a name that nearly always stand only in this company's name. */
    private static final int BRAND = 4;

    static NameGrams of(CompanyName name) {
        String proper = name.proper();
        int length = proper.codePointCount(0, proper.length());
        List<String> brand = grams(start(proper, BRAND - 1));
        if (length <= BRAND) {
            return new NameGrams(brand, List.of(), List.of());
        }
        List<String> trade = grams(proper.substring(proper.offsetByCodePoints(0, length - BRAND)));
        List<String> beside = Stream.of(
                        start(name.core(), 2),
                        start(proper, 2),
                        Pinyin.of(start(proper, 3)).initials())
                .flatMap(part -> grams(part).stream().limit(1))
                .distinct()
                .toList();
        return new NameGrams(brand, trade, beside);
    }

    private static List<String> grams(String text) {
        return SearchQuery.parse(text).grams();
    }

    private static String start(String text, int characters) {
        int length = Math.min(characters, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}
