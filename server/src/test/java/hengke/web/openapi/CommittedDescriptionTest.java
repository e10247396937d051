package hengke.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The interface's types are made from a copy of what the server describes for everybody. When this fails because the
 * API has changed, run it with {@code -Dhengke.describe=true}, then {@code npm run types} in {@code web}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommittedDescriptionTest {
    private static final Path COPY = Path.of("../web/src/kernel/api/description.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_copy_in_the_interface_is_what_the_server_describes() throws IOException {
        JsonNode described = described();
        if (Boolean.getBoolean("hengke.describe")) {
            Files.writeString(COPY, JSON.writeValueAsString(described) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COPY))).isEqualTo(described);
    }

    /** The schemas that are the same for every reader, without the calls. */
    private static JsonNode described() {
        try (RunningApplication application = RunningApplication.start()) {
            JsonNode whole = new ApiClient(application)
                    .speaking("en-US")
                    .get("/api/openapi.json")
                    .expect(200)
                    .body();
            ObjectNode kept = JSON.createObjectNode();
            kept.set("openapi", whole.get("openapi"));
            kept.set("info", whole.get("info"));
            kept.putObject("paths");
            kept.putObject("components").set("schemas", whole.at("/components/schemas"));
            return kept;
        }
    }
}
