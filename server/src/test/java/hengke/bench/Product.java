package hengke.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running product, as its customers call it. */
final class Product {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Product(int port) {
        this.address = "http://127.0.0.1:" + port + "/api";
    }

    String get(Cast.Person person, String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)), person);
    }

    String post(Cast.Person person, String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                person);
    }

    String patch(Cast.Person person, String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(json)),
                person);
    }

    String put(Cast.Person person, String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)),
                person);
    }

    String delete(Cast.Person person, String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).DELETE(), person);
    }

    /** Whether it was done; not if somebody else was quicker. */
    boolean first(Cast.Person person, String path, String json) {
        return status(
                                HttpRequest.newBuilder(URI.create(address + path))
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(json)),
                                person,
                                HttpURLConnection.HTTP_CONFLICT)
                        .statusCode()
                < 300;
    }

    /** @param fields further parts of the form, each as {@code name=value} */
    String upload(Cast.Person person, String path, Path file, String... fields) {
        String boundary = "hengke-bench-8d1f4c";
        StringBuilder form = new StringBuilder();
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, parts[0], parts[1]));
        }
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, file.getFileName()));
        try {
            return send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(BodyPublishers.concat(
                                    BodyPublishers.ofString(form.toString()),
                                    BodyPublishers.ofFile(file),
                                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))),
                    person);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks again and again for work that goes on in the background, until it has come to its end. */
    JsonNode until(Cast.Person person, String path, Predicate<JsonNode> ended) {
        while (true) {
            JsonNode answer = JsonMapper.shared().readTree(get(person, path));
            if (ended.test(answer)) {
                return answer;
            }
            pause();
        }
    }

    /** An export begun and waited for. */
    JsonNode export(Cast.Person person, String path, String json) {
        JsonNode begun = JsonMapper.shared().readTree(post(person, path, json));
        JsonNode job = until(
                person,
                "/exports/" + begun.path("id").longValue(),
                each -> !each.path("status").asString().equals("running"));
        if (!job.path("status").asString().equals("done")) {
            throw new IllegalStateException(job.toString());
        }
        return job;
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String send(HttpRequest.Builder request, Cast.Person person) {
        return status(request, person, HttpURLConnection.HTTP_OK).body();
    }

    /** @param expected beside what says that it was done */
    private HttpResponse<String> status(HttpRequest.Builder request, Cast.Person person, int expected) {
        try {
            var response = client.send(
                    request.header("Authorization", "Bearer " + person.token()).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300 && response.statusCode() != expected) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
