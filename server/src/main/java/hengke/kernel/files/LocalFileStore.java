package hengke.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Contents in a folder, fanned out by the first digits of their checksums: {@code ab/cd/abcd….} */
public final class LocalFileStore implements FileStore {
    private final Path folder;

    public LocalFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(Path file, String sha256) {
        Path place = place(sha256);
        if (Files.exists(place)) {
            return;
        }
        try {
            Path parent = Files.createDirectories(parent(sha256));
            // a copy beside its place first, because a rename is only atomic within one file system
            Path part = Files.createTempFile(parent, ".", ".part");
            try {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                sync(part, StandardOpenOption.WRITE);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                // another upload of the same content was first
            } finally {
                Files.deleteIfExists(part);
            }
            sync(parent, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(place(sha256));
        } catch (NoSuchFileException e) {
            throw new MissingContent(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(place(sha256));
    }

    @Override
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String sha256) {
        return parent(sha256).resolve(sha256);
    }

    private Path parent(String sha256) {
        String checked = Checksum.require(sha256);
        return folder.resolve(checked.substring(0, 2)).resolve(checked.substring(2, 4));
    }

    /** Makes a file, or the entry of a file in its folder, survive a power failure. */
    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
