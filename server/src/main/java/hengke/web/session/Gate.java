package hengke.web.session;

import hengke.kernel.identity.ApiTokens;
import hengke.kernel.identity.Identified;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Owed;
import hengke.kernel.identity.Sessions;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Admitted;
import hengke.web.Question;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets nobody into the API who has not shown who they are, and finds out who it is for everything behind, which keeps to one organisation. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class Gate extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SameSite sameSite;
    private final LiveOrganisation organisation;
    private final HandlerExceptionResolver problems;

    Gate(
            SessionCookie cookie,
            Sessions sessions,
            ApiTokens tokens,
            SameSite sameSite,
            LiveOrganisation organisation,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.tokens = tokens;
        this.sameSite = sameSite;
        this.organisation = organisation;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            organisation.keepingToOne(() -> {
                pass(request, response, chain);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // nothing else is declared
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admit(request);
        } catch (RuntimeException e) {
            if (problems.resolveException(request, response, null, e) == null) {
                throw e;
            }
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request) {
        ApiPath path = ApiPath.of(request);
        if (path.outside()) {
            return;
        }
        if (path.open()) {
            sameSite.requireOrigin(request);
            return;
        }
        Optional<? extends Identified> found = identify(request);
        if (found.isEmpty() && path.partlyOpen() && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return;
        }
        Identified identified =
                found.orElseThrow(() -> new Refusal.Unauthenticated(Message.of("identity.unauthenticated")));
        if (identified instanceof Identified.BySession session) {
            sameSite.requireToken(request, session);
            if (session.viewing() != null && !path.openToViewer()) {
                throw new Refusal.Forbidden("viewingAs", Message.of("identity.viewingOnly"));
            }
            requireSettled(session, path);
        }
        if (identified.actor().onlyReads() && !Question.asked(path.method(), path.path())) {
            throw new Refusal.Forbidden(Message.of("identity.tokenMayNot"));
        }
        Admitted.as(request, identified);
    }

    /** Whoever owes a new password or a second factor may see to it, and nothing else. */
    private static void requireSettled(Identified.BySession session, ApiPath path) {
        Owed owed = session.owes();
        if (owed != null && !path.aboutSession()) {
            throw switch (owed) {
                case PASSWORD -> new Refusal.Forbidden("passwordNeeded", Message.of("identity.passwordNeeded"));
                case SECOND_FACTOR ->
                    new Refusal.Forbidden("secondFactorNeeded", Message.of("identity.secondFactorNeeded"));
            };
        }
    }

    /** A request that names a token is judged by the token alone. */
    private Optional<? extends Identified> identify(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return cookie.read(request).flatMap(sessions::find);
        }
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.find(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
