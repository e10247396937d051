package hengke.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.Identified;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenStreamTest {
    private static final ObjectNode DATA =
            JsonMapper.shared().createObjectNode().put("text", "两\n行");

    private final OpenStream stream =
            new OpenStream(new Identified.BySession(Actor.SYSTEM, 1, "csrf"), Instant.parse("2026-11-22T00:00:00Z"));

    @Test
    void an_event_is_one_line_of_data() throws Exception {
        stream.tell("notice", DATA);
        stream.end("session", DATA);
        assertThat(written()).isEqualTo("retry: 3000\n\nevent: session\ndata: {\"text\":\"两\\n行\"}\n\n");
    }

    @Test
    void whoever_does_not_read_loses_the_stream_and_nobody_waits() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            stream.tell("records", DATA);
        }
        assertThat(stream.ended()).isTrue();
        assertThat(written()).isEqualTo("retry: 3000\n\n");
    }

    private String written() throws Exception {
        var page = new ByteArrayOutputStream();
        stream.writeTo(page, () -> true);
        return page.toString(StandardCharsets.UTF_8);
    }
}
