package hengke.kernel.mail.inbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts what a mail quotes of earlier ones. Only what mail programs write between the two counts, and never everything: a
 * mail that forwards another without a word says what it forwards.
 */
final class QuotedHistory {
    private static final Pattern RULE =
            Pattern.compile("\\s*-{2,}\\s*(原始邮件|原邮件|回复的原邮件|转发邮件信息|转发的邮件|Original Message|Original|Forwarded message"
                    + "|Replied Message|Forwarded Message)\\s*-{2,}\\s*");
    private static final Pattern WROTE = Pattern.compile("\\s*(On .{6,200} wrote|(在|于).{6,200}写道)\\s*[:：]\\s*");
    private static final Pattern SENDER = Pattern.compile("\\s*\\**(发件人|寄件者|From)\\**\\s*[:：].*");
    private static final Pattern SENT = Pattern.compile("\\s*\\**(发送时间|发送日期|日期|时间|Sent|Date)\\**\\s*[:：].*");
    private static final int HEAD = 4;
    private static final int LONGEST_LINE = 400;

    private QuotedHistory() {}

    static String cut(String text) {
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (begins(lines, at)) {
                String said = String.join("\n", lines.subList(0, at)).strip();
                return said.isEmpty() ? text : said;
            }
        }
        return withoutTail(text, lines);
    }

    private static boolean begins(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
        return RULE.matcher(line).matches()
                || WROTE.matcher(line).matches()
                || line.startsWith("On ")
                        && next.length() <= LONGEST_LINE
                        && WROTE.matcher(line + " " + next).matches()
                || SENDER.matcher(line).matches()
                        && lines.subList(at + 1, Math.min(lines.size(), at + HEAD)).stream()
                                .anyMatch(other -> other.length() <= LONGEST_LINE
                                        && SENT.matcher(other).matches());
    }

    /** Lines marked as quoted, when nothing comes after them. */
    private static String withoutTail(String text, List<String> lines) {
        int end = lines.size();
        while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith(">"))) {
            end--;
        }
        String said = String.join("\n", lines.subList(0, end)).strip();
        return said.isEmpty() ? text : said;
    }
}
