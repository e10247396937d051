package hengke.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people open the product: HENGKE_BASE_URL, or this machine. */
@Component
public final class BaseUrl {
    private final Optional<URI> configured;

    public BaseUrl(@Value("${hengke.base-url:}") String configured) {
        this.configured = configured.isBlank()
                ? Optional.empty()
                : Optional.of(URI.create(configured.strip().replaceFirst("/+$", "")));
    }

    /** Is it reached by https, so that cookies need never travel in the clear? */
    public boolean secure() {
        return configured.map(uri -> "https".equals(uri.getScheme())).orElse(false);
    }

    /** Host and port as browsers send them, if configured. */
    public Optional<String> authority() {
        return configured.map(URI::getAuthority);
    }

    /** A link for whoever asks: to where they have opened the product, if nothing is configured. */
    public String link(String path, HttpServletRequest request) {
        return configured
                        .map(URI::toString)
                        .orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request)
                                .build()
                                .toUriString())
                + path;
    }

    /** A link that does not depend on who asks, for mails that anybody may have sent; nowhere if nothing is configured. */
    public Optional<String> fixedLink(String path) {
        return configured.map(uri -> uri + path);
    }

    /** A link for people; the port counts when nothing is configured. */
    public String link(String path, int port) {
        return configured.map(URI::toString).orElse("http://localhost:" + port) + path;
    }
}
