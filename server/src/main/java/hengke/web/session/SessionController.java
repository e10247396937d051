package hengke.web.session;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.Identified;
import hengke.kernel.identity.Origin;
import hengke.kernel.identity.Profile;
import hengke.kernel.identity.Sessions;
import hengke.kernel.identity.SignIn;
import hengke.web.Body;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Signing in and out, and what everybody may change about themselves. */
@RestController
@RequestMapping("/api/session")
final class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Profile profile;
    private final SessionCookie cookie;
    private final SessionView view;

    SessionController(SignIn signIn, Sessions sessions, Profile profile, SessionCookie cookie, SessionView view) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.profile = profile;
        this.cookie = cookie;
        this.view = view;
    }

    @PostMapping
    SessionView.Shown signIn(@RequestBody ObjectNode json, HttpServletRequest request, HttpServletResponse response) {
        Body body = new Body(json);
        String login = body.required("login", Texts.LOGIN).orElse("");
        String password = body.required("password", Texts.PASSWORD).orElse("");
        String code = body.optional("code", Texts.NAME).orElse(null);
        body.done();
        Sessions.Begun begun = signIn.signIn(login, password, code, origin(request));
        cookie.read(request).flatMap(sessions::find).ifPresent(old -> sessions.end(old.session()));
        cookie.write(response, begun.secret());
        return view.of(begun.session());
    }

    @GetMapping
    SessionView.Shown show(Identified identified) {
        return view.of(identified);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Identified.BySession session, HttpServletResponse response) {
        sessions.end(session.session());
        cookie.clear(response);
    }

    @PatchMapping("/preferences")
    ObjectNode prefer(Actor actor, @RequestBody ObjectNode change) {
        return profile.prefer(actor.user(), change);
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Identified.BySession session, @RequestBody ObjectNode json) {
        Body body = new Body(json);
        String current = body.required("current", Texts.PASSWORD).orElse("");
        String wanted = body.required("new", Texts.PASSWORD).orElse("");
        body.done();
        profile.changePassword(session, current, wanted);
    }

    static Origin origin(HttpServletRequest request) {
        String device = request.getHeader(HttpHeaders.USER_AGENT);
        return new Origin(Objects.requireNonNullElse(request.getRemoteAddr(), ""), device == null ? "" : device);
    }
}
