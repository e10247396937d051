package hengke.testing;

import hengke.Hengke;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole application, really started on a free port and a database of its own. */
public final class RunningApplication implements Node, AutoCloseable {
    /** What the product ships, once a first application has built it. */
    private static @Nullable Catalog shipped;

    private final TestDatabase database;
    private final boolean alone;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningApplication(
            TestDatabase database,
            Path data,
            boolean alone,
            Consumer<GenericApplicationContext> further,
            String... settings) {
        this.database = database;
        this.data = data;
        this.alone = alone;
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--hengke.data=" + data,
                "--hengke.database.url=" + database.jdbcUrl(),
                "--hengke.database.user=" + database.user(),
                "--hengke.database.password=" + database.password(),
                "--hengke.database.connections=8"));
        arguments.addAll(List.of(settings));
        this.context = new SpringApplicationBuilder(Hengke.class)
                .logStartupInfo(false)
                .initializers(context -> further.accept((GenericApplicationContext) context))
                .run(arguments.toArray(String[]::new));
    }

    /** Starts it with further settings, such as {@code --hengke.admin.login=ana}. */
    public static RunningApplication start(String... settings) {
        return startWith(_ -> {}, settings);
    }

    /** Starts it with further parts, such as an installation brings along. */
    public static RunningApplication startWith(Consumer<GenericApplicationContext> further, String... settings) {
        var application = new RunningApplication(emptyDatabase(), temporaryFolder(), true, further, settings);
        if (shipped == null) {
            shipped = application.bean(LiveCatalog.class).current();
        }
        return application;
    }

    /** Starts it with a clock that the test moves. */
    public static RunningApplication startAt(Clock clock, String... settings) {
        return new RunningApplication(
                emptyDatabase(),
                temporaryFolder(),
                true,
                beans -> beans.registerBean("movedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)),
                settings);
    }

    /** Starts another node on the same database and files; close it first. */
    public RunningApplication anotherNode(String... settings) {
        return new RunningApplication(database, data, false, _ -> {}, settings);
    }

    /** Starts another node on the same database and files, in a process that can be killed. */
    public NodeProcess anotherProcess(String... settings) {
        return NodeProcess.start(database, data, settings);
    }

    @Override
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    @Override
    public HttpClient client() {
        return client;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
        context.close();
        if (!alone) {
            return;
        }
        database.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first application of a test run makes its tables itself; later ones find them made, which saves seconds. */
    private static TestDatabase emptyDatabase() {
        return shipped == null ? TestDatabase.migrated() : TestSchema.of(shipped);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("hengke-application-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
