package hengke.web.session;

import hengke.kernel.access.TokenScope;
import hengke.kernel.identity.ApiTokens;
import hengke.kernel.identity.Identified;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** One's own tokens; only somebody who has signed in makes or takes back one, never a token itself. */
@RestController
@RequestMapping("/api/tokens")
final class TokenController {
    private static final String EVERYTHING = "*";
    private static final Set<TokenScope> USUAL = Set.of(TokenScope.READ, TokenScope.WRITE);

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    record Shown(
            long id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static Shown of(ApiTokens.Token token) {
            return new Shown(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(TokenScope::wire).sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }
    }

    @GetMapping
    Map<String, List<Shown>> list(Identified.BySession session) {
        return Map.of(
                "items",
                tokens.of(session.actor().user()).stream().map(Shown::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Issued issue(Identified.BySession session, @RequestBody ObjectNode json) {
        Body body = new Body(json);
        String name = body.required("name", Texts.NAME).orElse("");
        Set<TokenScope> scopes = scopes(body);
        Instant expiresAt = body.optional("expiresAt", new DateTimeType()).orElse(null);
        body.done();
        return tokens.issue(session.actor().user(), name, scopes, expiresAt);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Identified.BySession session, @PathVariable long id) {
        tokens.revoke(session.actor().user(), id);
    }

    private static Set<TokenScope> scopes(Body body) {
        Set<TokenScope> scopes = new HashSet<>();
        for (String wire : body.list("scopes", Texts.NAME)) {
            if (wire.equals(EVERYTHING)) {
                scopes.addAll(TokenScope.EVERY);
            } else {
                TokenScope.of(wire)
                        .ifPresentOrElse(scopes::add, () -> body.refuse("scopes", Message.of("web.tokenScope")));
            }
        }
        return scopes.isEmpty() ? USUAL : scopes;
    }
}
