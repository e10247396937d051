package hengke.web.session;

import hengke.kernel.identity.FirstStart;
import hengke.kernel.identity.Sessions;
import hengke.web.Body;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The page behind the one-time set-up link. */
@RestController
@RequestMapping("/api/setup")
final class SetupController {
    private final FirstStart firstStart;
    private final SessionCookie cookie;
    private final SessionView view;
    private final ApplicationEventPublisher events;

    SetupController(FirstStart firstStart, SessionCookie cookie, SessionView view, ApplicationEventPublisher events) {
        this.firstStart = firstStart;
        this.cookie = cookie;
        this.view = view;
        this.events = events;
    }

    @GetMapping
    Map<String, Boolean> needed() {
        return Map.of("needed", firstStart.needed());
    }

    @PostMapping
    SessionView.Shown setUp(@RequestBody ObjectNode json, HttpServletRequest request, HttpServletResponse response) {
        Body body = new Body(json);
        String token = body.required("token", Texts.TOKEN).orElse("");
        String login = body.required("login", Texts.LOGIN).orElse("");
        String password = body.required("password", Texts.PASSWORD).orElse("");
        String name = body.required("name", Texts.NAME).orElse("");
        String company = body.required("company", Texts.NAME).orElse("");
        body.done();
        Sessions.Begun begun =
                firstStart.setUp(token, login, password, name, company, SessionController.origin(request));
        cookie.write(response, begun.secret());
        events.publishEvent(new FirstStart.Done());
        return view.of(begun.session());
    }
}
