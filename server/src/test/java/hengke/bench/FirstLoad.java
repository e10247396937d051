package hengke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much JavaScript a browser loads before the first page shows, as the interface's own script adds it up. */
final class FirstLoad {
    private static final Path WEB = Path.of("web");

    private FirstLoad() {}

    /** The last line of the script, which names sum and budget; nothing where the interface has not been built. */
    static Optional<String> ofBuiltInterface() {
        if (!Files.exists(WEB.resolve("dist/.vite/manifest.json"))) {
            return Optional.empty();
        }
        try {
            Process script = new ProcessBuilder("npm", "run", "-s", "size")
                    .directory(WEB.toFile())
                    .redirectErrorStream(true)
                    .start();
            return script.inputReader().lines().reduce((_, line) -> line).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
