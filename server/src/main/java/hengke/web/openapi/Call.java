package hengke.web.openapi;

import hengke.kernel.metadata.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of the API as it is described: what it takes, what it answers, and who may ask. */
public final class Call {
    static final String JSON = "application/json";

    private final String method;
    private final String path;
    private final Label summary;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<Integer, Answer> answers = new LinkedHashMap<>();
    private @Nullable Label detail;
    private @Nullable Content body;
    private Audience audience = Audience.SIGNED_IN;

    /** Who may ask. */
    public enum Audience {
        ANYBODY,
        SIGNED_IN,
        /** Signed in on a page, not with a token. */
        SESSION,
        ADMINISTRATOR
    }

    record Parameter(String name, String in, boolean required, Schema schema) {}

    record Content(String type, Schema schema) {}

    /** @param headers names of described headers */
    record Answer(@Nullable Content content, List<String> headers) {
        Answer and(String header) {
            List<String> more = new ArrayList<>(headers);
            more.add(header);
            return new Answer(content, List.copyOf(more));
        }
    }

    Call(String method, String path, Label summary) {
        this.method = method;
        this.path = path;
        this.summary = summary;
    }

    /** More than the one line that lists show. */
    public Call explained(String chinese, String english) {
        detail = new Label(chinese, english);
        return this;
    }

    /** A query parameter that may be left out. */
    public Call query(String name, Schema schema) {
        return parameter(name, "query", false, schema);
    }

    /** A query parameter that must be there. */
    public Call needs(String name, Schema schema) {
        return parameter(name, "query", true, schema);
    }

    /** A request header that may be sent. */
    public Call takesHeader(String name, Schema schema) {
        return parameter(name, "header", false, schema);
    }

    private Call parameter(String name, String in, boolean required, Schema schema) {
        parameters.add(new Parameter(name, in, required, schema));
        return this;
    }

    public Call body(Schema schema) {
        body = new Content(JSON, schema);
        return this;
    }

    /** A form with a file in it. */
    public Call form(Schema schema) {
        body = new Content("multipart/form-data", schema);
        return this;
    }

    public Call answers(Schema schema) {
        return answer(200, new Content(JSON, schema));
    }

    public Call creates(Schema schema) {
        return answer(201, new Content(JSON, schema));
    }

    public Call answersNothing() {
        return answer(204, null);
    }

    /** Sends a browser on to another address. */
    public Call redirects() {
        return answer(302, null);
    }

    /** Answers with something other than JSON. */
    public Call answersFile(String type, Schema schema) {
        return answer(200, new Content(type, schema));
    }

    private Call answer(int status, @Nullable Content content) {
        answers.put(status, new Answer(content, List.of()));
        return this;
    }

    /** Need not be read again while it is the same. */
    public Call cached() {
        takesHeader("If-None-Match", Schema.text());
        answer(304, null);
        return carries("ETag");
    }

    /** The good answers carry this header. */
    public Call carries(String header) {
        answers.replaceAll((_, answer) -> answer.and(header));
        return this;
    }

    public Call forAnybody() {
        audience = Audience.ANYBODY;
        return this;
    }

    public Call forSessions() {
        audience = Audience.SESSION;
        return this;
    }

    public Call forAdministrators() {
        audience = Audience.ADMINISTRATOR;
        return this;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public boolean uploads() {
        return body != null && !body.type().equals(JSON);
    }

    Label summary() {
        return summary;
    }

    @Nullable
    Label detail() {
        return detail;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    @Nullable
    Content body() {
        return body;
    }

    Map<Integer, Answer> answers() {
        return answers;
    }

    Audience audience() {
        return audience;
    }
}
