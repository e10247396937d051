package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.regex.Pattern;

/** Phone numbers and e-mail addresses reduced to what tells them apart, however they were written. */
public final class ContactKeys {
    private static final Pattern EXTENSION =
            Pattern.compile("(?:转|分机|ext\\.?|x|#|,)\\s*\\d{1,6}$|(?<=\\d{7})-\\d{1,6}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?86(?=1\\d{10}$|0?\\d{10,11}$)");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int SHORTEST = 7;

    private ContactKeys() {}

    /** The digits that are dialled in the country, without an extension; empty when there are too few to tell. */
    public static String phone(String text) {
        if (text.length() == 11 && isMobile(text)) {
            return text;
        }
        String plain = EXTENSION.matcher(Folding.halfWidth(text).strip()).replaceFirst("");
        String digits = plain.replaceAll("[^+\\d]", "").replaceAll("(?<=.)\\+", "");
        String national = COUNTRY.matcher(digits).replaceFirst("");
        return national.replace("+", "").length() < SHORTEST ? "" : national;
    }

    /** One person's number, as a rule; others are shared by a house. */
    public static boolean isMobile(String key) {
        return MOBILE.matcher(key).matches();
    }

    /** In small letters, and without what follows a plus sign: {@code Wang+crm@a.cn} arrives where wang@a.cn does. */
    public static String email(String text) {
        String plain = Folding.fold(text).replace(" ", "");
        int at = plain.indexOf('@');
        if (at <= 0) {
            return "";
        }
        int plus = plain.indexOf('+');
        return plus > 0 && plus < at ? plain.substring(0, plus) + plain.substring(at) : plain;
    }
}
