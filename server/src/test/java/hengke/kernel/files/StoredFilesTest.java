package hengke.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Refusal;
import hengke.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredFilesTest {
    private static final long ANA = 1;
    private static final String NOTHING_STORED = "0".repeat(64);

    @TempDir
    private Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_file_comes_back_as_it_was_sent() throws Exception {
        StoredFiles files = local(100);
        StoredFile added = files.add(bytes("恒客"), "../合同.txt", ANA);
        assertThat(files.find(added.id())).contains(added);
        assertThat(added.name()).isEqualTo("合同.txt");
        assertThat(added.type()).isEqualTo("text/plain");
        assertThat(added.size()).isEqualTo(6);
        assertThat(added.disposition(true)).startsWith("attachment; ");
        assertThat(text(files.open(added))).isEqualTo("恒客");
        assertThat(files.find(added.id() + 1)).isEmpty();
    }

    @Test
    void the_same_content_is_kept_once() throws Exception {
        StoredFiles files = local(100);
        StoredFile first = files.add(bytes("same"), "a.txt", ANA);
        StoredFile second = files.add(bytes("same"), "b.txt", ANA);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(filesIn(folder.resolve("files"))).hasSize(1);
    }

    @Test
    void many_may_send_the_same_at_once() throws Exception {
        StoredFiles files = local(1 << 20);
        String content = "x".repeat(500_000);
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<StoredFile>> uploads = IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<StoredFile>) () -> files.add(bytes(content), i + ".txt", ANA))
                    .toList();
            for (var upload : threads.invokeAll(uploads)) {
                assertThat(text(files.open(upload.get()))).isEqualTo(content);
            }
        }
        assertThat(filesIn(folder.resolve("files"))).hasSize(1);
        assertThat(filesIn(folder.resolve("uploads"))).isEmpty();
    }

    @Test
    void a_file_that_grows_too_large_is_refused_while_it_arrives() throws Exception {
        StoredFiles files = local(100_000);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> files.add(endless, "a.txt", ANA)).isInstanceOf(Refusal.TooLarge.class);
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws Exception {
        StoredFiles files = local(100_000);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> files.add(broken, "a.txt", ANA)).hasMessageContaining("connection reset");
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void missing_content_and_names_that_are_no_checksum_are_told_apart_from_a_fault() {
        FileStore store = new LocalFileStore(folder);
        assertThatThrownBy(() -> store.open(NOTHING_STORED)).isInstanceOf(FileStore.MissingContent.class);
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private StoredFiles local(long mostBytes) throws IOException {
        return new StoredFiles(
                database.dsl(),
                new LocalFileStore(folder.resolve("files")),
                Files.createDirectories(folder.resolve("uploads")),
                Clock.systemUTC(),
                () -> mostBytes);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
