package hengke.kernel.paper;

import java.time.LocalDate;

/** Days in characters, as contracts are dated: 二〇二六年十一月三十日. */
final class ChineseDay {
    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseDay() {}

    static String of(LocalDate day) {
        StringBuilder words = new StringBuilder();
        String.format("%04d", day.getYear()).chars().forEach(digit -> words.append(DIGITS.charAt(digit - '0')));
        return words.append('年')
                .append(tens(day.getMonthValue()))
                .append('月')
                .append(tens(day.getDayOfMonth()))
                .append('日')
                .toString();
    }

    private static String tens(int number) {
        String ten = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
        return number % 10 == 0 ? ten : ten + DIGITS.charAt(number % 10);
    }
}
