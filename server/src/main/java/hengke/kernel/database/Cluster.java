package hengke.kernel.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The files of the embedded server: its data, its settings, its password, and the traces of those who ran on them. */
record Cluster(Path folder, Path binaries, ServerAccount account, boolean durable) {
    static final String SUPERUSER = "hengke";

    private static final String OWN_SETTINGS = "hengke.conf";

    private static final int LINE_OF_THE_PORT = 3;

    Path data() {
        return data(folder);
    }

    private static Path data(Path folder) {
        return folder.resolve("cluster");
    }

    /** Where the server of a folder listens that somebody else has started. */
    static int portOfRunning(Path folder) throws IOException {
        return Integer.parseInt(
                Files.readAllLines(pidFile(folder)).get(LINE_OF_THE_PORT).strip());
    }

    /** Marks every process of this server in the process list; no other folder has the same. */
    String name() {
        return "hengke-" + Integer.toHexString(data().toString().hashCode());
    }

    String password() {
        return password(folder);
    }

    static String password(Path folder) {
        try {
            return Files.readString(passwordFile(folder)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The password of the embedded database is missing: " + folder, e);
        }
    }

    /** Creates the cluster unless it exists; one that was left half made is made again. */
    void prepare() throws IOException {
        if (!Files.isDirectory(data())) {
            create();
        }
        if (ServerAccount.ownerOf(data()) != account.owner()) {
            ServerAccount.give(data(), account.owner());
        }
        Path settings = data().resolve(OWN_SETTINGS);
        Files.writeString(settings, settings());
        ServerAccount.give(settings, account.owner());
    }

    /**
     * Ends servers that outlived their application. The caller holds the lock of the folder, so whoever still runs on
     * it has no owner any more; and a postmaster.pid without such a process is stale, whatever its number now means.
     */
    void endOrphans() throws IOException {
        for (String signal : List.of("INT", "INT", "QUIT", "KILL")) {
            if (processes().isEmpty()) {
                break;
            }
            processes().forEach(pid -> Command.signal(signal, pid));
            Waiting.upTo(15_000, () -> processes().isEmpty());
        }
        Files.deleteIfExists(pidFile(folder));
    }

    /** The ids of all processes of this server, whoever started them. */
    List<Long> processes() {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .filter(entry -> isOurs(entry.resolve("cmdline")))
                    .map(entry -> Long.valueOf(entry.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process id of the server once it accepts connections, else empty. */
    Stream<Long> readyServer() {
        try {
            List<String> lines = Files.readAllLines(pidFile(folder));
            boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return ready ? Stream.of(Long.valueOf(lines.getFirst().strip())) : Stream.empty();
        } catch (IOException notYetThere) {
            return Stream.empty();
        }
    }

    private boolean isOurs(Path commandLine) {
        try {
            String text = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
            return text.contains("postgres") && text.contains(name());
        } catch (IOException gone) {
            return false;
        }
    }

    private void create() throws IOException {
        Path partial = folder.resolve("cluster.partial");
        Path passwordForInit = folder.resolve("password.partial");
        FileSystemUtils.deleteRecursively(partial);
        Files.createDirectories(partial);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
        ServerAccount.give(partial, account.creatingOwner());
        writePrivately(passwordFile(folder), newPassword());
        writePrivately(passwordForInit, password());
        ServerAccount.give(passwordForInit, account.creatingOwner());

        Command made = Command.run(initdb(partial, passwordForInit));
        Files.delete(passwordForInit);
        if (!made.succeeded()) {
            throw new IllegalStateException("The embedded database cannot be created: " + made.output());
        }
        Files.writeString(
                partial.resolve("postgresql.conf"),
                "include '" + OWN_SETTINGS + "'  # rewritten at each start\n\n# What stands below wins.\n");
        ServerAccount.give(partial, account.owner());
        Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path into, Path passwordForInit) {
        var command = new ArrayList<>(account.creator());
        command.addAll(List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + into,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordForInit,
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durable ? "--sync-method=fsync" : "--no-sync"));
        return command;
    }

    private String settings() {
        long megabytes = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize()
                / (1024 * 1024);
        return """
                max_connections = 100
                shared_buffers = %dMB
                effective_cache_size = %dMB
                work_mem = 16MB
                maintenance_work_mem = 256MB
                max_wal_size = 4GB
                wal_compression = on
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                datestyle = 'ISO, YMD'
                logging_collector = on
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_checkpoints = off
                """.formatted(Math.clamp(megabytes / 8, 128, 2048), Math.max(megabytes / 2, 256))
                + (durable ? "" : "fsync = off\nfull_page_writes = off\n");
    }

    private static Path passwordFile(Path folder) {
        return folder.resolve("password");
    }

    private static Path pidFile(Path folder) {
        return data(folder).resolve("postmaster.pid");
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
