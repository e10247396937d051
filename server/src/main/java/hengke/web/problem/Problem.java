package hengke.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import hengke.web.RequestIdentity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A problem document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable List<At> errors,
        @Nullable String requestId,
        @JsonAnyGetter Map<String, @Nullable Object> more) {

    /** What is wrong with one value; {@code more} names e.g. the record that has it already. */
    record At(
            String field,
            String code,
            String message,
            @JsonAnyGetter Map<String, Object> more) {}

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(
                "urn:hengke:problem:" + code,
                status.getReasonPhrase(),
                status.value(),
                detail,
                code,
                null,
                RequestIdentity.current(),
                Map.of());
    }

    Problem at(List<At> where) {
        return new Problem(type, title, status, detail, code, where, requestId, more);
    }

    Problem with(Map<String, @Nullable Object> details) {
        return new Problem(type, title, status, detail, code, errors, requestId, details);
    }
}
