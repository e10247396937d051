package hengke.bench;

import com.zaxxer.hikari.HikariDataSource;
import hengke.bench.empty.EmptyApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.util.FileSystemUtils;

/**
 * From the command to the first answer: the product on the filled database, and an empty web application with the same
 * starters on an empty one, each a process of its own.
 */
final class StartUp implements Workload {
    private static final Path APP = Path.of("server/target/app");
    private static final Path CACHE = APP.resolve("cache.aot");
    private static final String EMPTY_DATABASE = "bench_empty";
    private static final long MOST_MILLISECONDS = 120_000;

    private final String name;
    private final Budget budget;
    private final List<String> options;
    private final HikariDataSource filled;

    private StartUp(String name, Budget budget, List<String> options, HikariDataSource filled) {
        this.name = name;
        this.budget = budget;
        this.options = options;
        this.filled = filled;
    }

    /** Nothing where the program has not been built. */
    static List<Workload> all(HikariDataSource filled) {
        List<Workload> all = new ArrayList<>();
        if (Files.exists(APP.resolve("hengke.jar"))) {
            all.add(new StartUp("start: without the cache of the JVM", new Budget(1.5, 0, 0), List.of(), filled));
        }
        if (Files.exists(CACHE)) {
            all.add(new StartUp(
                    "start: with the cache of the JVM",
                    new Budget(0.8, 0, 0),
                    List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off,cds=off"),
                    filled));
        }
        return all;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public int warmUps() {
        return 0;
    }

    @Override
    public boolean inServer() {
        return false;
    }

    @Override
    public void prepare(RandomGenerator random) {
        try (var connection = filled.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + EMPTY_DATABASE);
            statement.execute("create database " + EMPTY_DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        Path data = temporaryFolder();
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", APP.resolve("hengke.jar").toString()));
        command.addAll(List.of(
                "--hengke.database.url=" + filled.getJdbcUrl(),
                "--hengke.database.user=" + filled.getUsername(),
                "--hengke.database.password=" + filled.getPassword(),
                "--hengke.data=" + data));
        untilAnswered(command, "/api/health/ready", 200);
        delete(data);
        return "";
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        untilAnswered(
                List.of(
                        "-cp",
                        "server/target/test-classes:" + APP.resolve("lib") + "/*",
                        EmptyApplication.class.getName(),
                        "--spring.datasource.url="
                                + filled.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + EMPTY_DATABASE + "$1"),
                        "--spring.datasource.username=" + filled.getUsername(),
                        "--spring.datasource.password=" + filled.getPassword(),
                        "--spring.threads.virtual.enabled=true",
                        "--db-scheduler.enabled=false"),
                "/",
                404);
        return List.of();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.empty();
    }

    @Override
    public void finish() {
        try (var connection = filled.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + EMPTY_DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilAnswered(List<String> arguments, String path, int status) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        command.add("--server.port=" + port);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            try {
                await(process, URI.create("http://127.0.0.1:" + port + path), status);
            } finally {
                process.destroy();
                process.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(Process process, URI address, int status) throws InterruptedException {
        long end = System.currentTimeMillis() + MOST_MILLISECONDS;
        while (answer(address) != status) {
            if (!process.isAlive() || System.currentTimeMillis() > end) {
                throw new IllegalStateException("no answer from " + address);
            }
            Thread.sleep(5);
        }
    }

    private static int answer(URI address) {
        try {
            return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("hengke-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
