package hengke.web.session;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.PasswordLinks;
import hengke.kernel.identity.Sessions;
import hengke.kernel.problem.Language;
import hengke.web.Body;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The page behind a link by which somebody sets their password. */
@RestController
@RequestMapping("/api/password-link")
final class PasswordLinkController {
    private final PasswordLinks links;
    private final LiveOrganisation organisation;
    private final SessionCookie cookie;
    private final SessionView view;
    private final ForgottenPasswords forgotten;

    PasswordLinkController(
            PasswordLinks links,
            LiveOrganisation organisation,
            SessionCookie cookie,
            SessionView view,
            ForgottenPasswords forgotten) {
        this.links = links;
        this.organisation = organisation;
        this.cookie = cookie;
        this.view = view;
        this.forgotten = forgotten;
    }

    record Invited(String login, String name, String company, String purpose) {}

    /** A question, asked by POST so that the token stands in no log of addresses. */
    @PostMapping("/look")
    Invited look(@RequestBody ObjectNode json) {
        Body body = new Body(json);
        String token = body.required("token", Texts.TOKEN).orElse("");
        body.done();
        PasswordLinks.Holder holder = links.holder(token);
        return new Invited(
                holder.login(),
                holder.name(),
                organisation.get().company().name(),
                holder.purpose().wire());
    }

    /** The answer is the same whoever is meant, and whether there is such a person or not. */
    @PostMapping("/forgotten")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgotten(Language language, @RequestBody ObjectNode json, HttpServletRequest request) {
        Body body = new Body(json);
        String account = body.required("account", Texts.ACCOUNT).orElse("");
        body.done();
        forgotten.ask(account, language, SessionController.origin(request));
    }

    @PostMapping
    SessionView.Shown use(@RequestBody ObjectNode json, HttpServletRequest request, HttpServletResponse response) {
        Body body = new Body(json);
        String token = body.required("token", Texts.TOKEN).orElse("");
        String password = body.required("password", Texts.PASSWORD).orElse("");
        String code = body.optional("code", Texts.NAME).orElse(null);
        body.done();
        Sessions.Begun begun = links.use(token, password, code, SessionController.origin(request));
        cookie.write(response, begun.secret());
        return view.of(begun.session());
    }
}
