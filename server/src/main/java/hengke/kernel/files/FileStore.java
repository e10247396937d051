package hengke.kernel.files;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where the contents of files lie, each under the SHA-256 of its bytes. Storing the same content twice changes nothing.
 */
public interface FileStore {

    /** Keeps a finished file under its checksum; afterwards it is durable. The given file may be moved away. */
    void keep(Path file, String sha256);

    /** The content; throws {@link MissingContent} when it is not there. */
    InputStream open(String sha256);

    boolean has(String sha256);

    /** Forgets a content; nothing happens when it is not there. */
    void remove(String sha256);

    /** The database knows a file whose content is not in the store: a restored backup without its files, for example. */
    final class MissingContent extends RuntimeException {
        MissingContent(String sha256) {
            super("The content " + sha256 + " is missing in the file store");
        }
    }
}
