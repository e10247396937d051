package hengke.kernel.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A short-lived program of the operating system: run to its end, with what it said. */
record Command(int exitCode, String output) {
    static Command run(List<String> command) {
        try {
            Process process = prepared(command).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.getFirst(), e);
        }
    }

    /** A builder with messages in English, one stream for all output, and a folder that every account may enter. */
    static ProcessBuilder prepared(List<String> command) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Sends a signal by name; PostgreSQL gives INT, TERM and QUIT three meanings where the JDK knows only one. */
    static void signal(String name, long pid) {
        run(List.of("sh", "-c", "kill -" + name + " " + pid));
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
