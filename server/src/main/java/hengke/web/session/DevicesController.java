package hengke.web.session;

import hengke.kernel.identity.Identified;
import hengke.kernel.identity.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The devices one is signed in at. */
@RestController
@RequestMapping("/api/session/devices")
final class DevicesController {
    private final Sessions sessions;

    DevicesController(Sessions sessions) {
        this.sessions = sessions;
    }

    record Shown(long id, String device, String address, Instant createdAt, Instant lastSeenAt, boolean current) {
        static Shown of(Sessions.Device device, long current) {
            return new Shown(
                    device.id(),
                    device.device(),
                    device.address(),
                    device.createdAt(),
                    device.lastSeenAt(),
                    device.id() == current);
        }
    }

    @GetMapping
    Map<String, List<Shown>> list(Identified.BySession session) {
        return Map.of(
                "items",
                sessions.of(session.actor().user()).stream()
                        .map(device -> Shown.of(device, session.session()))
                        .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Identified.BySession session, @PathVariable long id) {
        sessions.end(session.actor().user(), id);
    }

    /** All but the one that asks. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Identified.BySession session) {
        sessions.endOthers(session);
    }
}
