package hengke.kernel.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which account the embedded server runs, and the command line that gets it there.
 *
 * <p>PostgreSQL refuses to run as root. Started as root, we drop to a user id of our own (which needs no entry in
 * /etc/passwd), else to a user namespace (which also reaches folders closed to others, such as /root), else to nobody.
 * {@code setsid} keeps a Ctrl+C in the terminal from reaching the server before the application has finished, and
 * {@code --pdeathsig} ends the server when the application is killed.
 */
record ServerAccount(List<String> launcher, List<String> creator, int owner, int creatingOwner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final int FIRST_OWN_USER_ID = 54320;

    ServerAccount {
        launcher = List.copyOf(launcher);
        creator = List.copyOf(creator);
    }

    /** The first way of starting a server that works here, for programs and data that it must be able to reach. */
    static ServerAccount choose(Path folder, Path binaries) {
        return candidates(folder)
                .filter(account -> account.reaches(folder, binaries))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The embedded database cannot be started from " + folder
                        + ": PostgreSQL does not run as root and no other account may enter this folder."
                        + " Set HENGKE_DATA to a folder outside of a private home, run as an ordinary user,"
                        + " or name a database by HENGKE_DATABASE_URL."));
    }

    static int ownUserId() {
        return Math.toIntExact(new UnixSystem().getUid());
    }

    static int ownerOf(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes everything below the folder belong to the user id; only root can, and only root needs to. */
    static void give(Path folder, int owner) throws IOException {
        if (ownUserId() != ROOT) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return own(file);
            }

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return own(directory);
            }

            private FileVisitResult own(Path path) throws IOException {
                Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Stream<ServerAccount> candidates(Path folder) {
        int self = ownUserId();
        if (self != ROOT) {
            return Stream.of(
                    same(List.of("setsid", "setpriv", "--pdeathsig=INT"), self),
                    same(List.of("setsid"), self),
                    same(List.of(), self));
        }
        int own = ownUserIdForServers(folder);
        return Stream.of(
                new ServerAccount(dropTo(own), dropTo(NOBODY), own, NOBODY),
                same(List.of("setsid", "unshare", "--user", "setpriv", "--pdeathsig=INT"), ROOT),
                same(List.of("setsid", "runuser", "-u", "nobody", "--"), NOBODY));
    }

    private static ServerAccount same(List<String> launcher, int owner) {
        return new ServerAccount(launcher, launcher, owner, owner);
    }

    /** initdb insists on a named account, so the cluster is created by nobody and then given to the own id. */
    private static List<String> dropTo(int userId) {
        return List.of(
                "setsid",
                "setpriv",
                "--reuid=" + userId,
                "--regid=" + userId,
                "--clear-groups",
                "--no-new-privs",
                "--pdeathsig=INT");
    }

    private static int ownUserIdForServers(Path folder) {
        Path cluster = folder.resolve("cluster");
        if (Files.isDirectory(cluster) && ownerOf(cluster) != ROOT && ownerOf(cluster) != NOBODY) {
            return ownerOf(cluster);
        }
        int candidate = FIRST_OWN_USER_ID;
        while (isNamed(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isNamed(int userId) {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.anyMatch(line -> line.matches("[^:]*:[^:]*:" + userId + ":.*"));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean reaches(Path folder, Path binaries) {
        String check = "test -x \"$1\" && \"$2\" --version";
        var command = new ArrayList<>(launcher);
        command.addAll(List.of(
                "sh",
                "-c",
                check,
                "sh",
                folder.toString(),
                binaries.resolve("bin/postgres").toString()));
        return Command.run(command).succeeded();
    }
}
