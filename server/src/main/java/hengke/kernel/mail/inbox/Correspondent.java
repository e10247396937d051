package hengke.kernel.mail.inbox;

import hengke.kernel.text.CleanText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a mail is from, as it says.
 *
 * @param name blank where it says none
 * @param address blank where it says none
 */
public record Correspondent(String name, String address) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern BARE = Pattern.compile("[^\\s<>()\",;:]+@[^\\s<>()\",;:]+");
    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)");

    /** The first one a header names, as it stands there. */
    static Correspondent of(String header) {
        int open = opening(header);
        String before = open < 0 ? header : header.substring(0, open);
        int close = open < 0 ? -1 : header.indexOf('>', open);
        String inside = close < 0 ? header : header.substring(open + 1, close);
        Matcher address = BARE.matcher(inside);
        String found = address.find() && address.group().length() <= LONGEST_ADDRESS ? address.group() : "";
        Matcher comment = COMMENT.matcher(before);
        String name = close >= 0 ? before : comment.find() ? comment.group(1) : "";
        return new Correspondent(name(name), CleanText.line(found));
    }

    /** What leads over to the address, but not within a quoted name. */
    private static int opening(String header) {
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            switch (header.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                case '<' -> {
                    if (!quoted) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static String name(String written) {
        String name = CleanText.line(EncodedWords.decode(written.replaceAll("\\\\(.)", "$1")))
                .replaceAll("^[\"'“”]+|[\"'“”]+$", "")
                .strip();
        return name.length() > LONGEST_NAME ? CleanText.line(name.substring(0, LONGEST_NAME)) : name;
    }

    /** The name, or what stands before the at sign. */
    public String called() {
        return name.isEmpty() ? address.replaceFirst("@.*", "") : name;
    }
}
