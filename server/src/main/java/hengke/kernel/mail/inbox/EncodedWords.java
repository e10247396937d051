package hengke.kernel.mail.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a header that stand in another character set ({@code =?gbk?B?…?=}). Neighbours of the same set are read as
 * one, because many programs cut in the middle of a character.
 */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]");
    private static final int HEXADECIMAL = 16;
    private static final int GROUP = 4;

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords() {}

    static String decode(String header) {
        EncodedWords words = new EncodedWords();
        Matcher word = WORD.matcher(header);
        int end = 0;
        while (word.find()) {
            String between = header.substring(end, word.start());
            String named = word.group(1).replaceFirst("\\*.*", "");
            if (words.charset == null || !between.isBlank()) {
                words.close();
                words.text.append(between);
            } else if (!named.equalsIgnoreCase(words.charset)) {
                words.close();
            }
            words.charset = named;
            words.open.writeBytes(word.group(2).equalsIgnoreCase("b") ? base64(word.group(3)) : quoted(word.group(3)));
            end = word.end();
        }
        words.close();
        return words.text.append(header.substring(end)).toString();
    }

    private void close() {
        if (charset != null) {
            text.append(MailText.decode(open.toByteArray(), charset));
            open.reset();
            charset = null;
        }
    }

    private static byte[] base64(String written) {
        String digits = NOT_BASE64.matcher(written).replaceAll("");
        return Base64.getDecoder()
                .decode(digits.length() % GROUP == 1 ? digits.substring(0, digits.length() - 1) : digits);
    }

    private static byte[] quoted(String written) {
        byte[] given = written.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(given.length);
        for (int i = 0; i < given.length; i++) {
            int high = given[i] == '=' && i + 2 < given.length ? Character.digit(given[i + 1], HEXADECIMAL) : -1;
            int low = high < 0 ? -1 : Character.digit(given[i + 2], HEXADECIMAL);
            if (low >= 0) {
                bytes.write(high * HEXADECIMAL + low);
                i += 2;
            } else {
                bytes.write(given[i] == '_' ? ' ' : given[i]);
            }
        }
        return bytes.toByteArray();
    }
}
