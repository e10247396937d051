package hengke.web.session;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.SecondFactors;
import hengke.kernel.identity.Sessions;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in, and how, as administrators see and end it. */
@RestController
@RequestMapping("/api/users/{id}")
final class UserSessionsController {
    private final Access access;
    private final Sessions sessions;
    private final SecondFactors factors;

    UserSessionsController(Access access, Sessions sessions, SecondFactors factors) {
        this.access = access;
        this.sessions = sessions;
        this.factors = factors;
    }

    @GetMapping("/sessions")
    Map<String, List<Sessions.Device>> list(Actor actor, @PathVariable("id") long user) {
        access.requireAdministrator(actor);
        return Map.of("items", sessions.of(user));
    }

    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable("id") long user, @PathVariable("session") long session) {
        access.requireAdministrator(actor);
        sessions.end(user, session);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Actor actor, @PathVariable("id") long user) {
        access.requireAdministrator(actor);
        sessions.endAll(user);
    }

    /** For somebody who has lost the app and the recovery codes. */
    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(Actor actor, @PathVariable("id") long user) {
        factors.reset(actor, user);
    }
}
