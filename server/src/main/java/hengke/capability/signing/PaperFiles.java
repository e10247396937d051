package hengke.capability.signing;

import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The papers themselves, each edition a file of its own that nobody has uploaded. */
@Component
public final class PaperFiles {
    private final StoredFiles files;

    PaperFiles(StoredFiles files) {
        this.files = files;
    }

    /** In the transaction of whoever makes it. */
    StoredFile keep(String name, byte[] pdf) {
        AtomicReference<StoredFile> kept = new AtomicReference<>();
        files.make(name + ".pdf", stream -> stream.write(pdf), file -> {
            kept.set(file);
            return true;
        });
        return kept.get();
    }

    public StoredFile find(long id) {
        return files.find(id).orElseThrow();
    }

    public byte[] read(long id) {
        try (var content = files.open(find(id))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
