package hengke.kernel.text.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers in one form: Chinese mobile {@code 13800138000}, Chinese landline {@code 021-62351234-801}, others
 * {@code +85291234567}. What merely looks like a number (an extension, 95588) is kept as it is.
 */
public final class Phones {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int CHINA = 86;
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern SEVERAL = Pattern.compile(".*\\d{5,}\\s*[/、,;|\\n]\\s*\\+?\\d{5,}.*");
    private static final Pattern PLAUSIBLE = Pattern.compile(
            "\\+?[0-9][0-9 ().–—-]{1,30}( ?(?:转|分机|ext\\.?|x|#|,) ?[0-9]{1,8})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION =
            Pattern.compile("(?: ?(?:转|分机|ext\\.?|x|#|,) ?|(?<=\\d{7})-)([0-9]{1,6})$", Pattern.CASE_INSENSITIVE);

    private Phones() {}

    public static Reading<String> read(String text) {
        return CellText.read(text, plain -> {
            String number = plain.replaceFirst("\\.0$", "");
            if (SCIENTIFIC.matcher(number).matches()) {
                return Reading.refused("reading.phone.scientific", plain);
            }
            if (SEVERAL.matcher(number).matches()) {
                return Reading.refused("reading.phone.several", plain);
            }
            String bare =
                    number.replaceFirst("^\\(\\+?([1-9]\\d{0,2})\\)", "+$1 ").replaceFirst("^\\((0\\d{2,3})\\)", "$1-");
            if (!PLAUSIBLE.matcher(bare).matches()) {
                return Reading.refused("reading.phone", plain);
            }
            return Reading.of(normal(bare));
        });
    }

    private static String normal(String plausible) {
        Matcher matcher = EXTENSION.matcher(plausible);
        String extension = matcher.find() ? "-" + matcher.group(1) : "";
        String main = extension.isEmpty() ? plausible : plausible.substring(0, matcher.start());
        try {
            PhoneNumber number = LIBRARY.parse(main, "CN");
            if (!LIBRARY.isValidNumber(number)) {
                return compact(plausible);
            }
            if (number.getCountryCode() != CHINA) {
                return LIBRARY.format(number, PhoneNumberFormat.E164) + extension;
            }
            return chinese(number, main) + extension;
        } catch (NumberParseException e) {
            return compact(plausible);
        }
    }

    private static String chinese(PhoneNumber number, String written) {
        String national = LIBRARY.getNationalSignificantNumber(number);
        if (LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE) {
            return national;
        }
        int area = LIBRARY.getLengthOfGeographicalAreaCode(number);
        return area == 0 ? compact(written) : "0" + national.substring(0, area) + "-" + national.substring(area);
    }

    private static String compact(String written) {
        return written.replaceAll("[ ().]", "").replaceAll("[–—-]+", "-").replaceAll("转|分机|(?i:ext\\.?|x)|#|,", "-");
    }
}
