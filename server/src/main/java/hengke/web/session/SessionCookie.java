package hengke.web.session;

import hengke.web.BaseUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that carries the secret of a session; no script can read it. */
@Component
final class SessionCookie {
    static final String NAME = "hengke_session";

    private final boolean secure;

    SessionCookie(BaseUrl baseUrl) {
        this.secure = baseUrl.secure();
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    void write(HttpServletResponse response, String secret) {
        send(response, secret, Duration.ofSeconds(-1));
    }

    void clear(HttpServletResponse response) {
        send(response, "", Duration.ZERO);
    }

    private void send(HttpServletResponse response, String value, Duration age) {
        String cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
