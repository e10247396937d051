package hengke.kernel.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL server that starts, lives and ends with the application, on data that outlive both. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_ATTEMPTS = 5;

    private final FolderLock lock;
    private final Cluster cluster;
    private final int port;
    private final Thread keeper;
    private final CompletableFuture<String> started = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile long serverPid;

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        // The server ends with the thread that started it (--pdeathsig), so that thread must live as long as the JVM.
        this.keeper = Thread.ofPlatform().daemon().name("embedded-postgres").unstarted(this::keepRunning);
    }

    /** Starts the server on the folder, which is created on the first start. */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder, true);
    }

    /**
     * Starts the server with its programs unpacked elsewhere, and without waiting for the disk when the data need not
     * survive the machine.
     */
    public static EmbeddedPostgres start(Path folder, Path binariesFolder, boolean durable) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            Path binaries = PostgresBinaries.unpackedBelow(binariesFolder).toRealPath();
            FolderLock lock = FolderLock.claim(real);
            try {
                var cluster = new Cluster(real, binaries, ServerAccount.choose(real, binaries), durable);
                cluster.endOrphans();
                cluster.prepare();
                return started(lock, cluster);
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database cannot be started on " + folder, e);
        }
    }

    /** Where the server is that another application has started on the folder. */
    static DatabaseSettings.Address running(Path folder, String database) {
        try {
            return new DatabaseSettings.Address(
                    jdbcUrl(Cluster.portOfRunning(folder), database), Cluster.SUPERUSER, Cluster.password(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + folder + " cannot be reached", e);
        }
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return Cluster.SUPERUSER;
    }

    public String password() {
        return cluster.password();
    }

    /** Creates an empty database unless there is one of this name. */
    public void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                var found = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            found.setString(1, name);
            if (!found.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " cannot be created", e);
        }
    }

    /** The process id of the running server. */
    public long pid() {
        return serverPid;
    }

    /** Ends the server in an orderly way: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        closing = true;
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            Command.signal(signal, serverPid);
            if (Waiting.upTo(30_000, () -> !keeper.isAlive())) {
                break;
            }
        }
        lock.close();
    }

    private static EmbeddedPostgres started(FolderLock lock, Cluster cluster) {
        for (int attempt = 1; ; attempt++) {
            var server = new EmbeddedPostgres(lock, cluster, freePort());
            server.keeper.start();
            String complaint = server.started.join();
            if (complaint.isEmpty()) {
                return server;
            }
            boolean portTakenMeanwhile = complaint.contains("could not bind");
            if (!portTakenMeanwhile || attempt == START_ATTEMPTS) {
                throw new IllegalStateException("The embedded database did not start: " + complaint);
            }
        }
    }

    private void keepRunning() {
        boolean again = true;
        while (again) {
            var output = new ArrayList<String>();
            boolean wasReady = runOnce(output);
            started.complete("server output: " + String.join("\n", output));
            again = wasReady && !closing && recovered();
            if (again) {
                log.warn("The embedded database ended by itself and is started again: {}", String.join("\n", output));
            }
        }
        if (!closing) {
            log.error(
                    "The embedded database does not run; see {}", cluster.data().resolve("log"));
        }
    }

    /** Runs the server to its end and says whether it ever accepted connections. */
    private boolean runOnce(List<String> output) {
        try {
            Process process = Command.prepared(command()).start();
            process.getOutputStream().close();
            var reader = Thread.ofVirtual().start(() -> collect(process, output));
            boolean ready = Waiting.upTo(Integer.MAX_VALUE, () -> isReady() || !process.isAlive()) && isReady();
            if (ready) {
                started.complete("");
            }
            process.waitFor();
            reader.join();
            return ready;
        } catch (IOException e) {
            output.add(String.valueOf(e.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isReady() {
        var pid = cluster.readyServer().findFirst();
        pid.ifPresent(found -> serverPid = found);
        return pid.isPresent();
    }

    /** Waits for the processes of a server that was killed, which would keep a new one from starting. */
    private boolean recovered() {
        try {
            cluster.endOrphans();
            return !closing;
        } catch (IOException e) {
            log.error("The embedded database cannot be recovered", e);
            return false;
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(cluster.account().launcher());
        command.addAll(List.of(
                cluster.binaries().resolve("bin/postgres").toString(),
                "-D",
                cluster.data().toString(),
                "-c",
                "cluster_name=" + cluster.name(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-p",
                String.valueOf(port)));
        return command;
    }

    private static void collect(Process process, List<String> output) {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
                log.debug("{}", line);
                output.add(line);
            }
        } catch (IOException e) {
            log.debug("The output of the embedded database ended", e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
