package hengke.kernel.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts in the capital characters of bills, which cannot be altered by a stroke: 壹仟零伍元叁角整. After the rules for
 * filling in bills of the People's Bank of China (支付结算办法, annex 1).
 */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] WITHIN = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;

    private ChineseAmount() {}

    /** In yuan, to the fen; of an amount below a quadrillion. */
    public static String of(BigDecimal amount) {
        BigDecimal fen = amount.abs().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        long all = fen.longValueExact();
        long yuan = all / 100;
        int jiao = (int) (all / 10 % 10);
        int rest = (int) (all % 10);
        StringBuilder words = new StringBuilder(amount.signum() < 0 && all > 0 ? "负" : "");
        if (yuan > 0 || all == 0) {
            words.append(yuan == 0 ? "零" : whole(yuan)).append("元");
        }
        if (jiao > 0) {
            words.append(DIGITS.charAt(jiao)).append("角");
        } else if (rest > 0 && yuan > 0) {
            words.append("零");
        }
        return words.append(rest > 0 ? DIGITS.charAt(rest) + "分" : "整").toString();
    }

    private static String whole(long number) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int at = GROUPS.length - 1; at >= 0; at--) {
            int group = (int) (number / (long) Math.pow(GROUP, at) % GROUP);
            if (group == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (!words.isEmpty() && (gap || group < GROUP / 10)) {
                words.append("零");
            }
            words.append(group(group)).append(GROUPS[at]);
            gap = false;
        }
        return words.toString();
    }

    private static String group(int group) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int at = WITHIN.length - 1; at >= 0; at--) {
            int digit = group / (int) Math.pow(10, at) % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
            } else {
                words.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(WITHIN[at]);
                gap = false;
            }
        }
        return words.toString();
    }
}
