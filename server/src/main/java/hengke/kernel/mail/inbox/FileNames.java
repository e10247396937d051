package hengke.kernel.mail.inbox;

import hengke.kernel.text.CleanText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a header, and the name they give to a file, in any of the ways programs write it. */
final class FileNames {
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*([A-Za-z0-9*_-]{1,40})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,2000})\"?|([^;\"]{0,2000}))");
    private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern CHARSET = Pattern.compile("([^']*)'[^']*'(.*)");
    private static final int HEXADECIMAL = 16;
    private static final int LONGEST = 200;

    private FileNames() {}

    /** Names in lower case. */
    static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher each = PARAMETER.matcher(header);
        while (each.find()) {
            String value = each.group(2) == null
                    ? each.group(3).strip()
                    : each.group(2).replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    static Optional<String> of(Map<String, String> part) {
        return of(parameters(part.getOrDefault("content-disposition", "")), "filename")
                .or(() -> of(parameters(part.getOrDefault("content-type", "")), "name"));
    }

    private static Optional<String> of(Map<String, String> parameters, String key) {
        String plain = parameters.get(key);
        String name = plain != null && !parameters.containsKey(key + "*")
                ? EncodedWords.decode(plain)
                : extended(parameters, key);
        String clean = CleanText.line(name).replaceAll("[/\\\\]", "_");
        return clean.isEmpty()
                ? Optional.empty()
                : Optional.of(clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean);
    }

    /** {@code name*=gbk''%B1…}, also in pieces: {@code name*0*=…; name*1*=…}. */
    private static String extended(Map<String, String> parameters, String key) {
        StringBuilder written = new StringBuilder(parameters.getOrDefault(key + "*", ""));
        for (int piece = 0; written.length() < LONGEST * LONGEST; piece++) {
            String marked = parameters.get(key + "*" + piece + "*");
            String next = marked == null ? parameters.get(key + "*" + piece) : marked;
            if (next == null) {
                break;
            }
            written.append(next);
        }
        Matcher named = CHARSET.matcher(written);
        return named.matches()
                ? MailText.decode(unescaped(named.group(2)), named.group(1))
                : MailText.decode(unescaped(written.toString()), null);
    }

    private static byte[] unescaped(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length());
        Matcher escape = PERCENT.matcher(written);
        int end = 0;
        while (escape.find()) {
            bytes.writeBytes(written.substring(end, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escape.group(1), HEXADECIMAL));
            end = escape.end();
        }
        bytes.writeBytes(written.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
