package hengke.kernel.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps secrets unreadable in the database and its back-ups (AES-256-GCM): the key is a file of its own, made when the
 * first secret is kept. What is sealed for one setting cannot be opened as another.
 */
public final class SecretBox {
    /** Opens nothing: for readers that need no secret. */
    static final SecretBox SHUT = new SecretBox(Path.of("no-such-folder", "settings.key"));

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String FORM = "v1:";

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey key;

    /** The box cannot be opened: the key is missing or another one, or the content was changed. */
    public static final class Sealed extends Exception {
        Sealed(@Nullable Throwable cause) {
            super(cause);
        }
    }

    public SecretBox(Path file) {
        this.file = file;
    }

    /** Seals a value for one use; it can be opened only under the same name. */
    public JsonNode seal(String name, JsonNode value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyOrNew(), nonce, name)
                    .doFinal(value.toString().getBytes(UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return JsonMapper.shared()
                    .getNodeFactory()
                    .stringNode(FORM + Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    public JsonNode open(String name, JsonNode sealed) throws Sealed {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed.stringValue("").substring(FORM.length()));
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, presentKey(), nonce, name)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return JsonMapper.shared().readTree(plain);
        } catch (GeneralSecurityException | RuntimeException | IOException e) {
            throw new Sealed(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(UTF_8));
        return cipher;
    }

    private SecretKey keyOrNew() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return presentKey();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets: the key file " + file + " cannot be written", e);
        }
    }

    private SecretKey presentKey() throws IOException {
        SecretKey present = key;
        if (present == null) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != KEY_BYTES) {
                throw new IOException(file + " is not a key");
            }
            present = new SecretKeySpec(bytes, "AES");
            key = present;
        }
        return present;
    }

    /** Written aside and then moved into place whole; of two nodes, one is first and both use its key. */
    private void make() throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(aside, bytes);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            // another node was first
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
