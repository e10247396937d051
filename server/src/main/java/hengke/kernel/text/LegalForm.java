package hengke.kernel.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a company's name that says how it is incorporated. Half of all records end so: as pinyin it is not indexed,
 * and not asked for when the input says anything else.
 */
public final class LegalForm {
    private static final Pattern AT_THE_END = Pattern.compile("(?<=..)(集团)?(股份|有限责任|有限)*(公司|合伙企业)$");
    private static final Set<String> GRAMS = new HashSet<>();

    static {
        for (String form : new String[] {"集团股份有限公司", "集团有限责任公司", "股份公司", "集团公司", "有限合伙企业"}) {
            Grams grams = new Grams();
            grams.addName(form, Pinyin.of(form), form.length());
            GRAMS.addAll(grams.all());
        }
    }

    private LegalForm() {}

    /** A compact name without its legal form. */
    public static String without(String compact) {
        return compact.substring(0, compact.offsetByCodePoints(0, startIn(compact)));
    }

    /** How many characters of a compact name stand before its legal form. */
    static int startIn(String compact) {
        if (!compact.endsWith("公司") && !compact.endsWith("合伙企业")) {
            return compact.codePointCount(0, compact.length());
        }
        Matcher matcher = AT_THE_END.matcher(compact);
        return compact.codePointCount(0, matcher.find() ? matcher.start() : compact.length());
    }

    static boolean isPartOf(String gram) {
        return GRAMS.contains(gram);
    }
}
