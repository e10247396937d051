package hengke.kernel.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks OpenID Connect with the provider that the company has set up, and with nobody else. */
final class OpenIdProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Set<JWSAlgorithm> SIGNED_BY = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    private final ProviderSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    OpenIdProvider(ProviderSettings settings) {
        this.settings = settings;
    }

    /** Where the provider receives browsers, is asked for tokens, and shows its keys. */
    record Metadata(String authorization, String token, String keys) {}

    /** The provider does not answer as it should; told to the log, not to whoever signs in. */
    static final class Unfit extends Exception {
        Unfit(String message) {
            super(message);
        }

        Unfit(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Metadata metadata() throws Unfit {
        JsonNode found =
                json(HttpRequest.newBuilder(URI.create(settings.issuer() + "/.well-known/openid-configuration")));
        if (!found.path("issuer").asString("").replaceFirst("/+$", "").equals(settings.issuer())) {
            throw new Unfit("it calls itself " + found.path("issuer").asString(""));
        }
        return new Metadata(
                address(found, "authorization_endpoint"), address(found, "token_endpoint"), address(found, "jwks_uri"));
    }

    /** What the provider says of whoever comes back with this code. */
    JWTClaimsSet claims(String code, String redirect, String verifier, String nonce) throws Unfit {
        Metadata metadata = metadata();
        String basic = encoded(settings.client()) + ":" + encoded(settings.secret());
        String form = form(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "client_id", settings.client(),
                "code_verifier", verifier));
        JsonNode answer = json(HttpRequest.newBuilder(URI.create(metadata.token()))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        JWTClaimsSet claims = verified(answer.path("id_token").asString(""), metadata);
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw new Unfit("the token was made for another sign-in");
        }
        return claims;
    }

    private JWTClaimsSet verified(String token, Metadata metadata) throws Unfit {
        try {
            JWKSet keys = JWKSet.parse(
                    json(HttpRequest.newBuilder(URI.create(metadata.keys()))).toString());
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED_BY, new ImmutableJWKSet<>(keys)));
            processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    settings.client(), null, Set.of("iss", "sub", "exp", "iat", "nonce")));
            JWTClaimsSet claims = processor.process(token, null);
            if (!claims.getIssuer().replaceFirst("/+$", "").equals(settings.issuer())) {
                throw new Unfit("the token is of " + claims.getIssuer());
            }
            if (claims.getAudience().size() > 1 && !settings.client().equals(claims.getClaim("azp"))) {
                throw new Unfit("the token is for others as well");
            }
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new Unfit("its token is not good", e);
        }
    }

    private static String address(JsonNode metadata, String name) throws Unfit {
        String address = metadata.path(name).asString("");
        if (!ProviderSettings.trustworthy(address)) {
            throw new Unfit(name + " is " + address);
        }
        return address;
    }

    private JsonNode json(HttpRequest.Builder request) throws Unfit {
        try {
            HttpResponse<InputStream> response = client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST_ANSWER);
                if (response.statusCode() != 200) {
                    throw new Unfit("%s answers %d".formatted(response.uri(), response.statusCode()));
                }
                return JsonMapper.shared().readTree(bytes);
            }
        } catch (IOException | JacksonException e) {
            throw new Unfit("it cannot be reached or understood", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unfit("interrupted", e);
        }
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
