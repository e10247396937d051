package hengke.web.problem;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Maps what is thrown anywhere below to a problem; what nobody expected is logged with its request id and not told. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final LiveOrganisation organisation;

    ProblemAdvice(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        return switch (refusal) {
            case Refusal.NotFound gone ->
                answer(Problem.of(HttpStatus.NOT_FOUND, "notFound", text(refusal.reason(), request))
                        .with(gone.details()));
            case Refusal.Forbidden forbidden ->
                problem(HttpStatus.FORBIDDEN, forbidden.code(), refusal.reason(), request);
            case Refusal.Unauthenticated unknown ->
                problem(HttpStatus.UNAUTHORIZED, unknown.code(), refusal.reason(), request);
            case Refusal.Unreadable _ -> problem(HttpStatus.BAD_REQUEST, "unreadable", refusal.reason(), request);
            case Refusal.Locked _ -> problem(HttpStatus.LOCKED, "locked", refusal.reason(), request);
            case Refusal.TooLarge _ -> problem(HttpStatus.CONTENT_TOO_LARGE, "tooLarge", refusal.reason(), request);
            case Refusal.UnsupportedType _ ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupportedType", refusal.reason(), request);
            case Refusal.Invalid invalid -> invalid(invalid, request);
            case Refusal.Conflict conflict ->
                answer(Problem.of(HttpStatus.CONFLICT, conflict.code(), text(refusal.reason(), request))
                        .with(told(conflict.details())));
            case Refusal.TooMany tooMany ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Problem.of(HttpStatus.TOO_MANY_REQUESTS, "tooMany", text(refusal.reason(), request)));
        };
    }

    private Map<String, @Nullable Object> told(Map<String, @Nullable Object> details) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>(details);
        told.replaceAll((_, value) -> value instanceof Refusal.Person(long id) ? labelled(id) : value);
        return told;
    }

    private ObjectNode labelled(long id) {
        String name = organisation.get().person(id).map(Person::name).orElse(null);
        return JsonMapper.shared().createObjectNode().put("id", id).put("label", name);
    }

    private static ResponseEntity<Problem> invalid(Refusal.Invalid invalid, HttpServletRequest request) {
        Language language = language(request);
        List<Problem.At> errors = invalid.errors().stream()
                .map(error -> new Problem.At(
                        error.field(), error.code(), error.message().in(language), error.details()))
                .toList();
        return answer(
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "validation", text(Message.of("problem.invalid"), request))
                        .at(errors));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class})
    ResponseEntity<Problem> unreadable(Exception exception, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "unreadable", Message.of("problem.unreadable"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException exception, HttpServletRequest request) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "tooLarge", Message.of("problem.tooLarge"), request);
    }

    /** An id in the path that is no number is an address where nothing is. */
    @ExceptionHandler
    ResponseEntity<Problem> notAnAddress(MethodArgumentTypeMismatchException exception, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "notFound", Message.of("problem.notFound"), request);
    }

    /** The reader has gone away in the middle of the answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException exception) {
        LOG.debug("the reader left: {}", exception.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception exception, HttpServletRequest request) {
        if (away(exception)) {
            LOG.warn("the database is away: {}", exception.getMessage());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE, "databaseAway", text(Message.of("problem.away"), request)));
        }
        if (exception instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String code =
                    status == HttpStatus.NOT_FOUND ? "notFound" : status.name().toLowerCase(Locale.ROOT);
            Message message = status == HttpStatus.NOT_FOUND
                    ? Message.of("problem.notFound")
                    : Message.of("problem.http", status.value(), status.getReasonPhrase());
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.of(status, code, text(message, request)));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", Message.of("problem.unexpected"), request);
    }

    /**
     * No connection to be had, or it broke (class 08), or the server is going down (57P). jOOQ, Spring and its transactions
     * wrap what the database says each in an exception of its own.
     */
    static boolean away(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                return state.startsWith("08") || state.startsWith("57P") || state.equals("null");
            }
        }
        return false;
    }

    private static ResponseEntity<Problem> problem(
            HttpStatus status, String code, Message message, HttpServletRequest request) {
        return answer(Problem.of(status, code, text(message, request)));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String text(Message message, HttpServletRequest request) {
        return message.in(language(request));
    }

    private static Language language(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return Language.of(header == null ? "" : header);
    }
}
