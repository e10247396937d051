package hengke.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every sentence exists in both languages, and every key in the code exists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile(
            "(?:Message\\.of|new Unreadable|Reading\\.refused|say)\\(\\s*\"([a-z][A-Za-z]*\\.[A-Za-z.]+[A-Za-z])\"");

    @Test
    void both_languages_say_the_same_things() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.toString().endsWith("_zh.properties")).forEach(chinese -> {
                Path english = Path.of(chinese.toString().replace("_zh.", "_en."));
                assertThat(keys(english)).as("%s", english).isEqualTo(keys(chinese));
            });
        }
    }

    @Test
    void every_key_in_the_code_has_its_sentence() throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.forEach(file -> known.addAll(keys(file)));
        }
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher keys = KEY.matcher(read(file));
                while (keys.find()) {
                    if (!known.contains(keys.group(1))) {
                        missing.add(keys.group(1) + " in " + file.getFileName());
                    }
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> keys(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
