package hengke.web.session;

import hengke.kernel.identity.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Tells colleagues from strangers where anybody may ask: whoever is signed in here is a colleague. */
@Component
public final class Colleagues {
    private final SessionCookie cookie;
    private final Sessions sessions;

    Colleagues(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    public boolean sent(HttpServletRequest request) {
        return cookie.read(request).flatMap(sessions::find).isPresent();
    }
}
