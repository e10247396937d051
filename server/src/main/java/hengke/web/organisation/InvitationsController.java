package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.PasswordLinks;
import hengke.kernel.problem.Language;
import hengke.web.BaseUrl;
import hengke.web.Body;
import hengke.web.Labelled;
import hengke.web.session.PasswordLinkMail;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lets administrators give people links to set their own password: to the new, and to those who forgot theirs. */
@RestController
final class InvitationsController {
    private final PasswordLinks links;
    private final LiveOrganisation organisation;
    private final Access access;
    private final BaseUrl baseUrl;
    private final PasswordLinkMail mail;

    InvitationsController(
            PasswordLinks links, LiveOrganisation organisation, Access access, BaseUrl baseUrl, PasswordLinkMail mail) {
        this.links = links;
        this.organisation = organisation;
        this.access = access;
        this.baseUrl = baseUrl;
        this.mail = mail;
    }

    /**
     * A link to hand over, shown once.
     *
     * @param mailedTo where it was mailed, if it could be
     */
    record LinkJson(
            Labelled user,
            String purpose,
            String url,
            Instant expiresAt,
            @Nullable String mailedTo) {}

    record Shown(
            Labelled user,
            String login,
            @Nullable String email,
            @Nullable Labelled department,
            Instant createdAt,
            @Nullable Labelled createdBy,
            Instant expiresAt) {}

    @GetMapping("/api/invitations")
    Map<String, List<Shown>> list(Actor actor) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        return Map.of(
                "items",
                links.invitations().stream()
                        .flatMap(open -> now.person(open.person()).map(person -> shown(now, open, person)).stream())
                        .toList());
    }

    /** Without a login, the e-mail address is it. */
    @PostMapping("/api/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    LinkJson invite(Actor actor, Language language, @RequestBody ObjectNode json, HttpServletRequest request) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        String login = body.optional("login", Kinds.LOGIN)
                .or(() -> body.optional("email", Kinds.EMAIL))
                .or(() -> body.required("login", Kinds.LOGIN))
                .orElse("");
        Person wanted = UsersController.newcomer(body, login, true);
        body.done();
        return shown(links.invite(actor, wanted), language, request);
    }

    @PostMapping("/api/users/{id}/password-link")
    LinkJson link(Actor actor, Language language, @PathVariable long id, HttpServletRequest request) {
        access.requireAdministrator(actor);
        return shown(links.issue(actor, id), language, request);
    }

    @DeleteMapping("/api/invitations/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable long user) {
        links.revoke(actor, user);
    }

    private LinkJson shown(PasswordLinks.Issued issued, Language language, HttpServletRequest request) {
        Organisation now = organisation.refresh();
        String url = baseUrl.link(PasswordLinkMail.page(issued), request);
        return new LinkJson(
                Labelled.person(now, issued.person()),
                issued.purpose().wire(),
                url,
                issued.expiresAt(),
                mail.send(issued, url, language).orElse(null));
    }

    private static Shown shown(Organisation now, PasswordLinks.Invitation open, Person person) {
        return new Shown(
                Labelled.of(person),
                person.login(),
                person.email(),
                Labelled.departmentOrNull(now, person.department()),
                open.createdAt(),
                Labelled.personOrNull(now, open.createdBy()),
                open.expiresAt());
    }
}
