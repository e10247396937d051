package hengke.kernel.transfer.importing;

import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Settings;
import hengke.kernel.transfer.reading.ReadingLimits;
import hengke.kernel.transfer.reading.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of imports, opened on the local disk, whatever they are stored in. */
final class StoredSheets {
    private final StoredFiles files;
    private final Settings settings;

    StoredSheets(StoredFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** What is done with an opened file. */
    interface Work<T> {
        T on(SheetFile file);
    }

    StoredFile keep(InputStream content, String name, long person) {
        return files.add(content, name, person);
    }

    <T> T with(long id, Work<T> work) {
        StoredFile stored = files.find(id).orElseThrow(Refusal.NotFound::new);
        try {
            Path local = Files.createTempFile("import", ".sheet");
            try {
                try (InputStream content = files.open(stored)) {
                    Files.copy(content, local, StandardCopyOption.REPLACE_EXISTING);
                }
                try (SheetFile file = SheetFile.open(local, stored.name(), limits())) {
                    return work.on(file);
                }
            } finally {
                Files.deleteIfExists(local);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadingLimits limits() {
        return ReadingLimits.DEFAULT.withRows(Math.toIntExact(settings.get(ImportSettings.ROWS)));
    }
}
