package hengke.kernel.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application with an embedded server, in a process of its own that a test may kill. */
final class ServerInAnotherProcess {
    private ServerInAnotherProcess() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[0]), false);
        EmbeddedPostgresTest.write(server, "written by another process");
        System.out.println("server " + server.pid());
        Thread.currentThread().join();
    }

    static Process start(Path folder, String... launcher) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ServerInAnotherProcess.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
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
