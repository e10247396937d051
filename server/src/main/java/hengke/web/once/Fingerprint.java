package hengke.web.once;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is remembered in place of keys and requests. The request's covers the key, which is not kept itself, so that
 * what was asked (a password, say) cannot be guessed from it.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String key) {
        return of(key, "", "", "", new byte[0]);
    }

    static String of(String key, String who, String path, String query, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {key, who, path, query}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
