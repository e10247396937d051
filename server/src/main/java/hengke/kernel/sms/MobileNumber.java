package hengke.kernel.sms;

import java.util.regex.Pattern;

/** Mobile numbers of mainland China, in the one form in which phone numbers are kept: only these are texted. */
public final class MobileNumber {
    private static final Pattern MAINLAND = Pattern.compile("1[3-9][0-9]{9}");
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 7;

    private MobileNumber() {}

    /** Is it one that can be texted? */
    public static boolean is(String phone) {
        return MAINLAND.matcher(phone).matches();
    }

    /** As far as its owner recognises it: {@code 138****5678}. */
    public static String masked(String mobile) {
        return mobile.substring(0, SHOWN_FIRST) + "****" + mobile.substring(SHOWN_LAST);
    }
}
