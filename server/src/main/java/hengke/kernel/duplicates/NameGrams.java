package hengke.kernel.duplicates;

import hengke.kernel.text.Pinyin;
import hengke.kernel.text.SearchQuery;
import hengke.kernel.text.value.CompanyName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to ask the index of the search for to find a name written otherwise. The brand alone finds the usual variants; a
 * slip in the brand is found by its trade together with a part of the brand, its seam with what stands before it or with
 * the trade, one in the trade by the brand, and characters of the same sound by their initials. A single slip leaves one
 * of the seams whole, and hardly anybody else has it: the place, which thousands share, is no such sign.
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
        List<String> trade = grams(part(proper, length - BRAND, length));
        List<String> beside = Stream.of(
                        before(name.core(), proper) + start(proper, 1),
                        part(proper, length - BRAND - 1, length - BRAND + 1),
                        start(proper, 2),
                        new StringBuilder(start(proper, 2)).reverse().toString(),
                        Pinyin.of(start(proper, 3)).initials())
                .flatMap(part -> grams(part).stream().limit(1))
                .distinct()
                .toList();
        return new NameGrams(brand, trade, beside);
    }

    /** Where the two words meet that most trades are made of, such as 告集 in 广告集团: seldom in any other name. */
    String seam() {
        return trade.get(trade.size() / 2);
    }

    private static List<String> grams(String text) {
        return SearchQuery.parse(text).grams();
    }

    /** The character before the proper name; nothing where that comes first. */
    private static String before(String core, String proper) {
        int place = core.indexOf(proper);
        return place <= 0 ? "" : Character.toString(core.codePointBefore(place));
    }

    private static String part(String text, int from, int until) {
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, until));
    }

    private static String start(String text, int characters) {
        int length = Math.min(characters, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}
