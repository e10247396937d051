package hengke.web.stream;

import hengke.kernel.identity.Identified;
import hengke.kernel.identity.Sessions;
import hengke.kernel.metadata.LiveCatalog;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a page informed for as long as it is open; its virtual thread waits for news and writes them. */
@RestController
final class StreamController {
    private static final Logger log = LoggerFactory.getLogger(StreamController.class);

    private final OpenStreams streams;
    private final Sessions sessions;
    private final LiveCatalog catalog;

    StreamController(OpenStreams streams, Sessions sessions, LiveCatalog catalog) {
        this.streams = streams;
        this.sessions = sessions;
        this.catalog = catalog;
    }

    @GetMapping("/api/stream")
    void listen(Identified.BySession session, HttpServletResponse response) throws InterruptedException {
        OpenStream stream = streams.open(session);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream.tell(
                    "catalog",
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("version", catalog.current().version()));
            stream.writeTo(response.getOutputStream(), () -> sessions.lives(session));
        } catch (IOException e) {
            log.debug("A page has gone: {}", e.getMessage());
        } finally {
            streams.close(stream);
        }
    }
}
