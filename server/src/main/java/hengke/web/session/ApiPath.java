package hengke.web.session;

import hengke.kernel.problem.Refusal;
import hengke.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request asks for, as the gate sees it. A path that another reader could understand differently is refused, so
 * that the gate and what lies behind it never disagree.
 */
record ApiPath(String method, String path) {
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)//|[;\\\\]|%2f|%5c|%2e|%25|%3b|%00|/\\.{1,2}(/|$)");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OPEN = Set.of(
            "/api/setup",
            "/api/branding",
            "/api/branding/logo",
            "/api/door",
            "/api/session/provider",
            "/api/session/provider/callback");
    private static final Set<String> DOORS = Set.of(
            "/api/session",
            "/api/setup",
            "/api/password-link",
            "/api/password-link/look",
            "/api/password-link/forgotten");

    private static final Set<String> OWN =
            Set.of("/api/session/", "/api/sessions", "/api/tokens", "/api/conversations");

    /** Below this, anybody may ask and send: what lies there knows its own limits. */
    private static final String PUBLIC = "/api/public/";

    static ApiPath of(HttpServletRequest request) {
        if (AMBIGUOUS.matcher(request.getRequestURI()).find()) {
            throw new Refusal.NotFound();
        }
        return new ApiPath(request.getMethod(), request.getServletPath());
    }

    /** Not the API: the pages, which are the same for everybody. */
    boolean outside() {
        String plain = path.toLowerCase(Locale.ROOT);
        return !plain.equals("/api") && !plain.startsWith("/api/");
    }

    /** May be asked by anybody. */
    boolean open() {
        boolean health = path.equals("/api/health") || path.startsWith("/api/health/");
        return path.startsWith(PUBLIC)
                || READING.contains(method) && (health || OPEN.contains(path))
                || method.equals("POST") && DOORS.contains(path);
    }

    /** About one's own session, whatever one may do otherwise. */
    boolean aboutSession() {
        return path.equals("/api/session") || path.startsWith("/api/session/");
    }

    /**
     * May be asked while an administrator looks as somebody else: whatever only asks, but nothing about the sessions and
     * tokens of that person, nor what they say to others; and ending it.
     */
    boolean openToViewer() {
        boolean leaving =
                method.equals("DELETE") && (path.equals("/api/session/view-as") || path.equals("/api/session"));
        return leaving || Question.asked(method, path) && OWN.stream().noneMatch(path::startsWith);
    }

    /** Answers anybody, and tells whoever is known more. */
    boolean partlyOpen() {
        return READING.contains(method) && path.equals("/api/openapi.json");
    }
}
