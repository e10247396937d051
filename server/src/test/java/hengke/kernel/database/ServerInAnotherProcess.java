package hengke.kernel.database;

import hengke.testing.TestPlaces;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An application with an embedded server, in a process of its own that a test may kill. */
final class ServerInAnotherProcess {
    private ServerInAnotherProcess() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedPostgres.start(Path.of(arguments[0]), TestPlaces.binaries(), true);
        EmbeddedPostgresTest.write(server, "written by another process");
        System.out.println("server " + server.pid());
        Thread.currentThread().join();
    }

    static Process start(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        classPath,
                        ServerInAnotherProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    static long pidOfItsServer(Process application) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("server ")) {
                return Long.parseLong(line.substring("server ".length()));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("It ended early: " + said);
    }
}
