package hengke.testing;

import hengke.Hengke;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole application in a process of its own, which a test may kill; the database and the files are the test's. */
public final class NodeProcess implements Node, AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready: http://localhost:(\\d+)");
    private static final int START_SECONDS = 180;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private NodeProcess(Process process) {
        this.process = process;
        this.port = portOf(process);
    }

    /** Starts it on this database and folder with further settings; returns when it answers. */
    public static NodeProcess start(TestDatabase database, Path data, String... settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Hengke.class.getName(),
                "--logging.level.hengke.web.Welcome=info",
                "--server.port=0",
                "--hengke.data=" + data,
                "--hengke.database.url=" + database.jdbcUrl(),
                "--hengke.database.user=" + database.user(),
                "--hengke.database.password=" + database.password(),
                "--hengke.database.connections=20"));
        command.addAll(List.of(settings));
        try {
            return new NodeProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public HttpClient client() {
        return client;
    }

    /** SIGKILL: it has no say in this. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        client.shutdownNow();
    }

    private static int portOf(Process process) {
        var port = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> listen(process, port));
        try {
            return port.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException("The application did not start", e);
        }
    }

    /** Reads all that it says, so that it never waits for a reader. */
    private static void listen(Process process, CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    port.complete(Integer.valueOf(ready.group(1)));
                }
                if (!port.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        port.completeExceptionally(new IllegalStateException("It ended early: " + said));
    }
}
