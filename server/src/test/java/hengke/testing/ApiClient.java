package hengke.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the API of a running application: signs in, asks, and reads the answers. */
public final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE = 20;

    private final Node application;
    private @Nullable String cookie;
    private @Nullable String csrf;
    private String language = "zh-CN";

    /** An answer with its body read. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public String text(String path) {
            return body.at(path).asString();
        }

        public long number(String path) {
            return body.at(path).asLong();
        }

        public Answer expect(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        /** The operation that can take the change back. */
        public long operation() {
            return Long.parseLong(
                    response.headers().firstValue("Hengke-Operation").orElseThrow());
        }
    }

    public ApiClient(Node application) {
        this.application = application;
    }

    public ApiClient signIn(String login, String password) {
        Answer answer = post(
                "/api/session",
                JSON.createObjectNode()
                        .put("login", login)
                        .put("password", password)
                        .toString());
        answer.expect(200);
        cookie = answer.response()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        csrf = answer.text("/csrf");
        return this;
    }

    public ApiClient speaking(String other) {
        language = other;
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    /** Changes a record as it stands: again when something else, an automation say, wrote since it was read. */
    public Answer change(String object, long id, String values) {
        String path = "/api/records/%s/%d".formatted(object, id);
        Answer answer;
        do {
            long version = get(path).expect(200).number("/version");
            answer = patch(path, "{\"version\":%d,%s}".formatted(version, values));
        } while (answer.status() == 409 && answer.text("/code").equals("stale"));
        return answer.expect(200);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Begins to hear what the server tells while a page is open. */
    public EventStream listen() {
        HttpRequest request = signed(HttpRequest.newBuilder(application.address("/api/stream")))
                .build();
        return new EventStream(application.send(request, BodyHandlers.ofLines()));
    }

    /** The same person, signed in already, at another node. */
    public ApiClient at(Node other) {
        ApiClient there = new ApiClient(other);
        there.cookie = cookie;
        there.csrf = csrf;
        return there;
    }

    /** The bytes of a file. */
    public byte[] download(String path) {
        HttpResponse<byte[]> response = application.send(
                signed(HttpRequest.newBuilder(application.address(path))).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** The bytes of a file that a question is answered with. */
    public byte[] fileOf(String path, String question) {
        HttpRequest request = signed(HttpRequest.newBuilder(application.address(path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question))
                .build();
        HttpResponse<byte[]> response = application.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** Sends a file that is answered with another. */
    public byte[] uploadForFile(String path, String fileName, String text, String... fields) {
        HttpRequest request =
                signed(form(path, fileName, text.getBytes(UTF_8), fields)).build();
        HttpResponse<byte[]> response = application.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** Sends a file with further form fields, as a browser does; {@code fields} are names and values in turn. */
    public Answer upload(String path, Path file, String... fields) {
        try {
            return upload(path, file.getFileName().toString(), Files.readAllBytes(file), fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a text that is not on any disk. */
    public Answer upload(String path, String fileName, String text, String... fields) {
        return upload(path, fileName, text.getBytes(UTF_8), fields);
    }

    /** The same with bytes. */
    public Answer upload(String path, String fileName, byte[] content, String... fields) {
        return send(form(path, fileName, content, fields));
    }

    private HttpRequest.Builder form(String path, String fileName, byte[] content, String... fields) {
        String boundary = "----hengke" + Long.toHexString(System.nanoTime());
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, fields[i], fields[i + 1]))
                    .getBytes(UTF_8));
        }
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(boundary, fileName))
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return form(path, boundary, body.toByteArray());
    }

    /** Sends the parts of a form exactly as given. */
    public Answer multipart(String path, String boundary, byte[] body) {
        return send(form(path, boundary, body));
    }

    private HttpRequest.Builder form(String path, String boundary, byte[] body) {
        return HttpRequest.newBuilder(application.address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body));
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(application.address(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder signed(HttpRequest.Builder request) {
        request.header("Accept-Language", language);
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (csrf != null) {
            request.header("X-CSRF-Token", csrf);
        }
        return request;
    }

    /** Asked to come again when the database is busy, it does, as every client should. */
    private Answer send(HttpRequest.Builder request) {
        HttpRequest signed = signed(request).build();
        HttpResponse<String> response = application.send(signed);
        for (int turns = 0; response.statusCode() == 503 && turns < PATIENCE; turns++) {
            response = application.send(signed);
        }
        String text = response.body();
        return new Answer(
                response.statusCode(),
                text.isEmpty() || text.charAt(0) != '{' && text.charAt(0) != '['
                        ? JSON.createObjectNode()
                        : JSON.readTree(text),
                response);
    }
}
