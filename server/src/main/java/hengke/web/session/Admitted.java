package hengke.web.session;

import hengke.kernel.identity.Identified;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whom the gate has let in with a request. */
public final class Admitted {
    private Admitted() {}

    public static Optional<Identified> by(HttpServletRequest request) {
        return Optional.ofNullable((Identified) request.getAttribute(Gate.IDENTIFIED));
    }
}
