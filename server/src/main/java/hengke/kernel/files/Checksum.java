package hengke.kernel.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** SHA-256, the name of a content. */
final class Checksum {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Checksum() {}

    /** What is not a checksum must not become part of a path. */
    static String require(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a checksum: " + text);
        }
        return text;
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
