package hengke.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hengke.testing.TestDatabase;
import hengke.testing.TestPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTest {
    private static @Nullable Path runningIn;
    private static @Nullable EmbeddedPostgres running;
    private Path folder;

    @BeforeEach
    void make_a_folder() throws IOException {
        TestDatabase.skipAmongPureTests();
        folder = newFolder();
    }

    @AfterEach
    void remove_the_folder() throws IOException {
        if (folder != null) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @AfterAll
    static void end_the_running_one() throws IOException {
        if (running != null) {
            running.close();
            FileSystemUtils.deleteRecursively(runningIn);
        }
    }

    private static Path newFolder() throws IOException {
        Path folder = Files.createTempDirectory("hengke-embedded-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    @Test
    void a_restart_keeps_what_was_written() throws SQLException {
        try (var server = start()) {
            write(server, "first");
        }
        try (var server = start()) {
            assertThat(read(server)).containsExactly("first");
        }
    }

    @Test
    void what_is_committed_is_on_the_disk_unless_a_test_says_otherwise() throws Exception {
        assertThat(query(running(), "select setting from pg_settings where name in ('fsync', 'synchronous_commit')"))
                .containsExactly("on", "on");
    }

    @Test
    void a_server_that_is_killed_is_started_again_with_all_that_was_committed() throws SQLException {
        try (var server = start()) {
            write(server, "kept");
            long killed = server.pid();
            Command.signal("KILL", killed);

            assertThat(Waiting.upTo(30_000, () -> server.pid() != killed)).isTrue();
            assertThat(read(server)).containsExactly("kept");
        }
    }

    @Test
    void an_application_that_is_killed_leaves_no_server_behind_and_can_start_again() throws Exception {
        Process application = ServerInAnotherProcess.start(folder);
        long pid = ServerInAnotherProcess.pidOfItsServer(application);
        assertThat(serversOn(folder)).contains(pid);

        application.destroyForcibly().waitFor();

        assertThat(Waiting.upTo(30_000, () -> serversOn(folder).isEmpty())).isTrue();
        try (var server = start()) {
            assertThat(read(server)).containsExactly("written by another process");
        }
    }

    @Test
    void a_server_that_nobody_owns_any_more_is_ended_first() throws Exception {
        try (var server = start()) {
            write(server, "by the owner");
        }
        Process orphan = startWithoutOwner();
        assertThat(Waiting.upTo(30_000, () -> cluster().readyServer().findAny().isPresent()))
                .isTrue();

        try (var server = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(read(server)).containsExactly("by the owner");
        }
    }

    @Test
    void a_process_number_that_now_means_another_program_does_not_keep_it_from_starting() throws Exception {
        try (var server = start()) {
            write(server, "still there");
        }
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var server = start()) {
            assertThat(read(server)).containsExactly("still there");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_begun_anew() throws Exception {
        Files.createDirectories(folder.resolve("cluster.partial/base"));
        Files.writeString(folder.resolve("password"), "old");

        try (var server = start()) {
            assertThat(read(server)).isEmpty();
        }
    }

    @Test
    void two_applications_cannot_share_a_folder() throws Exception {
        assertThat(running().pid()).isPositive();
        assertThatThrownBy(() -> EmbeddedPostgres.start(runningIn, TestPlaces.binaries(), false))
                .isInstanceOf(FolderInUse.class)
                .hasMessageContaining(runningIn.toString());
    }

    @Test
    void the_password_is_readable_by_its_owner_only_and_needed() throws Exception {
        EmbeddedPostgres server = running();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runningIn.resolve("password"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "a guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void as_root_the_server_runs_under_an_account_of_its_own() throws Exception {
        assumeTrue(ServerAccount.ownUserId() == 0, "needs root");
        assertThat(ServerAccount.ownerOf(
                        Path.of("/proc", String.valueOf(running().pid()))))
                .isNotZero()
                .isEqualTo(ServerAccount.ownerOf(runningIn.resolve("cluster")));
    }

    @Test
    void as_root_a_folder_inside_a_private_home_works_too() throws Exception {
        assumeTrue(ServerAccount.ownUserId() == 0, "needs root");
        assumeTrue(Command.run(List.of("unshare", "--user", "true")).succeeded(), "needs user namespaces");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path inside = Files.createDirectory(folder.resolve("data"));

        for (int start = 0; start < 2; start++) {
            try (var server = EmbeddedPostgres.start(inside, TestPlaces.binaries(), false)) {
                assertThat(server.pid()).isPositive();
            }
        }
    }

    @Test
    void an_ordinary_user_needs_nothing_more() throws Exception {
        assumeTrue(Command.run(List.of("unshare", "--user", "true")).succeeded(), "needs user namespaces");
        Process application = ServerInAnotherProcess.start(folder, "unshare", "--user"); // is nobody in there

        assertThat(ServerInAnotherProcess.pidOfItsServer(application)).isPositive();

        application.destroyForcibly().waitFor();
        assertThat(Waiting.upTo(30_000, () -> serversOn(folder).isEmpty())).isTrue();
    }

    /** One as the product starts it, which no test changes. */
    private static EmbeddedPostgres running() throws IOException {
        if (running == null) {
            runningIn = newFolder();
            running = EmbeddedPostgres.start(runningIn, TestPlaces.binaries(), true);
        }
        return running;
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, TestPlaces.binaries(), false); // a killed process loses nothing by it
    }

    private Process startWithoutOwner() throws IOException {
        var command = new ArrayList<>(cluster().account().launcher());
        command.removeIf(word -> word.startsWith("--pdeathsig"));
        command.addAll(List.of(
                cluster().binaries().resolve("bin/postgres").toString(),
                "-D",
                cluster().data().toString(),
                "-c",
                "cluster_name=" + cluster().name(),
                "-c",
                "unix_socket_directories=",
                "-p",
                String.valueOf(EmbeddedPostgres.freePort())));
        return Command.prepared(command).start();
    }

    private Cluster cluster() {
        return cluster(folder);
    }

    private static List<Long> serversOn(Path folder) {
        return cluster(folder).processes();
    }

    private static Cluster cluster(Path folder) {
        Path binaries = PostgresBinaries.unpackedBelow(TestPlaces.binaries());
        return new Cluster(folder, binaries, ServerAccount.choose(folder, binaries), false);
    }

    static void write(EmbeddedPostgres server, String text) throws SQLException {
        execute(server, "create table if not exists note (text text)");
        execute(server, "insert into note values ('" + text + "')");
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> read(EmbeddedPostgres server) throws SQLException {
        execute(server, "create table if not exists note (text text)");
        return query(server, "select text from note");
    }

    private static List<String> query(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
