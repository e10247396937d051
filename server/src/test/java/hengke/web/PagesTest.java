package hengke.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class PagesTest {
    @TempDir
    private Path built;

    @BeforeEach
    void build() throws IOException {
        Files.writeString(built.resolve("index.html"), "the page");
        Files.writeString(built.resolve("icon.svg"), "the icon");
    }

    @Test
    void a_file_is_served_as_itself() throws IOException {
        assertThat(contentAt("icon.svg")).isEqualTo("the icon");
    }

    @Test
    void every_address_of_the_interface_shows_the_one_page() throws IOException {
        assertThat(contentAt("records/customer/12")).isEqualTo("the page");
        assertThat(contentAt("setup")).isEqualTo("the page");
    }

    @Test
    void a_missing_file_or_call_does_not() throws IOException {
        assertThat(contentAt("missing.js")).isNull();
        assertThat(contentAt("api/nothing")).isNull();
        assertThat(contentAt("../secret.txt")).isNull();
    }

    private @Nullable String contentAt(String path) throws IOException {
        Resource found = new Pages.OnePage().getResource(path, new FileSystemResource(built + "/"));
        return found == null ? null : found.getContentAsString(UTF_8);
    }
}
