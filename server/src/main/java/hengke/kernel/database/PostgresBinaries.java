package hengke.kernel.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of the PostgreSQL that comes with the product, unpacked once and then reused. */
final class PostgresBinaries {
    static final String VERSION = "18.6";

    private PostgresBinaries() {}

    /** Unpacks the programs below the folder unless they are there, and returns the folder that holds {@code bin}. */
    static Path unpackedBelow(Path folder) {
        Path home = folder.resolve("postgresql-" + VERSION);
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                            folder.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.isDirectory(home)) {
                    unpack(home);
                }
            }
            if (!ownedByUs(home)) {
                throw new IllegalStateException(home + " belongs to another account and is not trusted; remove it");
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
        }
    }

    private static void unpack(Path home) throws IOException {
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        FileSystemUtils.deleteRecursively(partial);
        Files.createDirectories(partial);
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource())) {
            if (packed == null) {
                throw new IllegalStateException("No PostgreSQL for this machine comes with the product ("
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + "); name one by HENGKE_DATABASE_URL");
            }
            var archive = new TarArchiveInputStream(new XZInputStream(packed));
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                extract(archive, entry, partial);
            }
        }
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void extract(TarArchiveInputStream archive, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isDirectory()) {
            return;
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static boolean ownedByUs(Path home) throws IOException {
        return Files.getAttribute(home, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(ServerAccount.ownUserId());
    }

    private static String resource() {
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64");
        boolean linux = System.getProperty("os.name").equals("Linux");
        return linux ? "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz" : "/postgres-for-another-system.txz";
    }
}
