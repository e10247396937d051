package hengke.web.session;

import hengke.kernel.identity.ProviderSignIn;
import hengke.kernel.identity.ProviderSignIn.Returned;
import hengke.kernel.identity.ProviderSignIn.Sent;
import hengke.web.BaseUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends browsers to the provider of identities and takes them in when they come back. */
@RestController
final class ProviderController {
    private static final String BACK = "/api/session/provider/callback";
    private static final String REFUSED = "/sign-in?problem=provider";
    private static final String VISIT = "hengke_visit";
    private static final Duration VISIT_LASTS = Duration.ofMinutes(10);

    private final ProviderSignIn signIn;
    private final SessionCookie cookie;
    private final BaseUrl baseUrl;
    private final ForgottenPasswords forgotten;

    ProviderController(ProviderSignIn signIn, SessionCookie cookie, BaseUrl baseUrl, ForgottenPasswords forgotten) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.baseUrl = baseUrl;
        this.forgotten = forgotten;
    }

    /**
     * What the sign-in page offers.
     *
     * @param forgotten whether a link for a new password can be mailed
     */
    record Ways(@Nullable String provider, boolean forgotten) {}

    @GetMapping("/api/door")
    Ways ways() {
        return new Ways(signIn.label().orElse(null), forgotten.offered());
    }

    @GetMapping("/api/session/provider")
    ResponseEntity<Void> send(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        Optional<Sent> sent = signIn.send(baseUrl.link(BACK, request), next);
        visit(response, sent.map(Sent::state).orElse(""));
        return to(sent.map(Sent::address).orElse(REFUSED));
    }

    @GetMapping(BACK)
    ResponseEntity<Void> receive(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Returned> returned = Optional.of(state)
                .filter(brought -> !brought.isEmpty() && brought.equals(visitOf(request)))
                .flatMap(brought ->
                        signIn.receive(brought, code, baseUrl.link(BACK, request), SessionController.origin(request)));
        returned.ifPresent(in -> cookie.write(response, in.session().secret()));
        visit(response, "");
        return to(returned.map(Returned::next).orElse(REFUSED));
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Remembers the state in the browser that was sent, or forgets it. */
    private void visit(HttpServletResponse response, String state) {
        String visit = ResponseCookie.from(VISIT, state)
                .path("/api/session/provider")
                .httpOnly(true)
                .secure(baseUrl.secure())
                .sameSite("Lax")
                .maxAge(state.isEmpty() ? Duration.ZERO : VISIT_LASTS)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, visit);
    }

    private static @Nullable String visitOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(each -> each.getName().equals(VISIT))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
