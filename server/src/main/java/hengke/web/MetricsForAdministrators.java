package hengke.web;

import hengke.kernel.access.Access;
import hengke.kernel.identity.Identified;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** How the machine is doing is for administrators; a token of theirs for reading is enough to watch it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 150)
final class MetricsForAdministrators extends OncePerRequestFilter {
    private static final String PATH = "/api/metrics";

    private final Access access;
    private final HandlerExceptionResolver problems;

    MetricsForAdministrators(Access access, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.equals(PATH) && !path.startsWith(PATH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Admitted.by(request)
                .map(Identified::actor)
                .filter(access::seesEverything)
                .isEmpty()) {
            problems.resolveException(
                    request, response, null, new Refusal.Forbidden(Message.of("access.administratorsOnly")));
            return;
        }
        chain.doFilter(request, response);
    }
}
