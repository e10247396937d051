package hengke.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with our answers: run no script but our own files, be framed by nobody else, guess no types. The
 * interface library writes its styles inline, so styles alone may be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SecurityHeaders extends OncePerRequestFilter {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'");
    private static final String OWN_FRAMES = POLICY + "; frame-ancestors 'self'";

    /** Forms for the public stand within other sites. They know no session, so that nobody can be lured into anything. */
    private static final String FORMS = "/f/";

    /** Pages behind links for one reader: no search engine is to find them, and no other site to learn their address. */
    private static final List<String> FOR_STRANGERS = List.of(
            "/p/",
            "/s/",
            "/verify",
            "/api/public/papers/",
            "/api/public/calendars/",
            "/api/public/signing/",
            "/api/public/verify");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean framed = request.getServletPath().startsWith(FORMS);
        response.setHeader("Content-Security-Policy", framed ? POLICY + "; frame-ancestors *" : OWN_FRAMES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!framed) {
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
        }
        response.setHeader("Referrer-Policy", "same-origin");
        if (FOR_STRANGERS.stream().anyMatch(request.getServletPath()::startsWith)) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        }
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)");
        chain.doFilter(request, response);
    }
}
