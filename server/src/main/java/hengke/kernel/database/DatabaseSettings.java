package hengke.kernel.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which database to use (HENGKE_DATABASE_URL, _USER, _PASSWORD, _CONNECTIONS); no URL means the embedded one. */
@ConfigurationProperties("hengke.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("20") int connections) {

    /** The external database, accepted as {@code jdbc:postgresql://…} or {@code postgres[ql]://user:password@host/name}. */
    Optional<Address> external() {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return Optional.of(new Address(url, orEmpty(user), orEmpty(password)));
        }
        URI uri = URI.create(url);
        if (!"postgres".equals(uri.getScheme()) && !"postgresql".equals(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "HENGKE_DATABASE_URL must name a PostgreSQL, for example" + " jdbc:postgresql://host:5432/hengke");
        }
        String[] account = orEmpty(uri.getRawUserInfo()).split(":", 2);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(new Address(
                "jdbc:postgresql://" + uri.getRawAuthority().replaceFirst("^.*@", "") + uri.getRawPath() + query,
                user != null ? user : decoded(account[0]),
                password != null || account.length == 1 ? orEmpty(password) : decoded(account[1])));
    }

    /** Where a database is and how to sign in. */
    record Address(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
