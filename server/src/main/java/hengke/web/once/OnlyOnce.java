package hengke.web.once;

import hengke.kernel.identity.Identified;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Admitted;
import hengke.web.Question;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a POST that comes again with its key as it was answered the first time. Uploads, signing in and whatever is
 * answered with a secret are left alone, and so are questions, which may be asked as often as one likes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
final class OnlyOnce extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OnlyOnce.class);
    static final String KEY = "Idempotency-Key";
    static final String REPEATED = "Hengke-Repeated";

    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern ALONE = Pattern.compile(
            "/api/("
                    + "(session|setup|tokens|stream|files|invitations|password-link)(/.*)?"
                    + "|users/[^/]+/password-link|records/.*/reveal|sendings/.*|signings/.*/link|webhooks(/[^/]+/secret)?|workflows/[^/]+/address)");
    private static final List<String> REPEATED_HEADERS =
            List.of("Hengke-Operation", HttpHeaders.LOCATION, HttpHeaders.ETAG);
    private static final int LARGEST_REQUEST = 4 << 20;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final KeptAnswers answers;
    private final HandlerExceptionResolver problems;

    OnlyOnce(KeptAnswers answers, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || Admitted.by(request).isEmpty()
                || (type != null && type.regionMatches(true, 0, "multipart/", 0, 10))
                || !keepsAnswersOf(request.getServletPath());
    }

    /** Of a POST to this address; the rest is asked or done anew every time. */
    static boolean keepsAnswersOf(String path) {
        return !Question.asked("POST", path) && !ALONE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Identified asker = Admitted.by(request).orElseThrow();
        byte[] body = request.getInputStream().readNBytes(LARGEST_REQUEST + 1);
        String key;
        Optional<KeptAnswers.Answered> before;
        try {
            if (body.length > LARGEST_REQUEST) {
                throw new Refusal.TooLarge(Message.of("problem.tooLarge"));
            }
            String given = request.getHeader(KEY);
            if (!SANE.matcher(given).matches()) {
                throw new Refusal.Unreadable(Message.of("web.onceKey"));
            }
            key = Fingerprint.of(given);
            String asked = Fingerprint.of(
                    given, who(asker), request.getServletPath(), String.valueOf(request.getQueryString()), body);
            before = claimed(asker.actor().user(), key, asked);
        } catch (RuntimeException e) {
            refuse(request, response, e);
            return;
        }
        if (before.isPresent()) {
            repeat(before.get(), response);
        } else {
            first(new ReadRequest(request, body), response, chain, asker.actor().user(), key);
        }
    }

    /** The answer given before, or none when it is ours to give; waits for one that is about to be given. */
    private Optional<KeptAnswers.Answered> claimed(long person, String key, String asked) {
        long tries = PATIENCE.dividedBy(PAUSE);
        for (long i = 0; i < tries; i++) {
            switch (answers.claim(person, key, asked)) {
                case KeptAnswers.Mine _ -> {
                    return Optional.empty();
                }
                case KeptAnswers.Answered answered -> {
                    return Optional.of(answered);
                }
                case KeptAnswers.Other _ -> throw Refusal.Invalid.at(KEY, Message.of("web.onceOther"));
                case KeptAnswers.Running _ -> pause();
            }
        }
        throw new Refusal.Conflict("running", Message.of("web.onceRunning"), Map.of());
    }

    private void first(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, long person, String key)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            done = lasting(answer.getStatus());
        } finally {
            conclude(answer, done, person, key);
        }
        answer.copyBodyToResponse();
    }

    /** What was done stays done, even if its answer cannot be kept: then the key stays claimed rather than free. */
    private void conclude(ContentCachingResponseWrapper answer, boolean done, long person, String key) {
        try {
            if (done) {
                keep(answer, person, key);
            } else {
                answers.release(person, key);
            }
        } catch (DataAccessException e) {
            log.warn("The answer to a request with a key could not be kept", e);
        }
    }

    /** Would the request be answered so again? Not if it failed for a reason of the moment. */
    private static boolean lasting(int status) {
        return status < 500 && status != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private void keep(ContentCachingResponseWrapper answer, long person, String key) {
        ObjectNode headers = JsonMapper.shared().createObjectNode();
        if (answer.getContentType() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, answer.getContentType());
        }
        REPEATED_HEADERS.stream()
                .filter(name -> answer.getHeader(name) != null)
                .forEach(name -> headers.put(name, answer.getHeader(name)));
        byte[] body = answer.getContentAsByteArray();
        boolean keepable = body.length <= LARGEST_KEPT;
        answers.keep(
                person, key, answer.getStatus(), headers, keepable ? new String(body, StandardCharsets.UTF_8) : null);
    }

    private static void repeat(KeptAnswers.Answered answered, HttpServletResponse response) throws IOException {
        response.setStatus(answered.status());
        answered.headers()
                .properties()
                .forEach(header ->
                        response.setHeader(header.getKey(), header.getValue().asString()));
        response.setHeader(REPEATED, "true");
        String body = answered.body();
        if (body != null && !body.isEmpty()) {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException reason) {
        if (reason instanceof Refusal.Conflict) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problems.resolveException(request, response, null, reason) == null) {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /** A token may do less than its owner: it does not get what was answered to them. */
    private static String who(Identified asker) {
        return switch (asker) {
            case Identified.BySession _ -> "session";
            case Identified.ByToken token -> "token " + token.token();
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal.Conflict("running", Message.of("web.onceRunning"), Map.of());
        }
    }
}
