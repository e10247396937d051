package hengke.web.session;

import hengke.kernel.identity.Identified;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Refuses changes that a page of another site sends along with this site's cookie. */
@Component
final class SameSite {
    static final String TOKEN = "X-CSRF-Token";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final BaseUrl baseUrl;

    SameSite(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** For a change by cookie: it comes from our pages and repeats what only they know. */
    void requireToken(HttpServletRequest request, Identified.BySession session) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        requireOrigin(request);
        String given = request.getHeader(TOKEN);
        if (given == null || !MessageDigest.isEqual(bytes(given), bytes(session.csrf()))) {
            throw new Refusal.Forbidden(Message.of("identity.crossSite"));
        }
    }

    /** For a change before anybody is signed in: if the browser says where it comes from, then from our pages. */
    void requireOrigin(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null && !OURS.contains(site) || origin != null && !ours(origin, request.getHeader("Host"))) {
            throw new Refusal.Forbidden(Message.of("identity.crossSite"));
        }
    }

    private boolean ours(String origin, @Nullable String host) {
        String authority = origin.replaceFirst("^https?://", "");
        return authority.equalsIgnoreCase(host)
                || baseUrl.authority().filter(authority::equalsIgnoreCase).isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
