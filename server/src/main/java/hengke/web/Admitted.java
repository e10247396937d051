package hengke.web;

import hengke.kernel.identity.Identified;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whom the gate has let in with a request. */
public final class Admitted {
    private static final String IDENTIFIED = Admitted.class.getName();

    private Admitted() {}

    public static Optional<Identified> by(HttpServletRequest request) {
        return Optional.ofNullable((Identified) request.getAttribute(IDENTIFIED));
    }

    /** For the gate: the request is this person's. */
    public static void as(HttpServletRequest request, Identified identified) {
        request.setAttribute(IDENTIFIED, identified);
    }
}
