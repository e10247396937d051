package hengke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A product that runs elsewhere, spoken to by somebody who has signed in. */
final class Elsewhere {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private String cookie = "";
    private String csrf = "";

    /** @param address without a path */
    Elsewhere(String address, String login, String password) {
        this.address = address;
        HttpResponse<String> signedIn = send(
                "POST",
                "/session",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("login", login)
                        .put("password", password)
                        .toString());
        cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        csrf = JsonMapper.shared().readTree(signedIn.body()).get("csrf").asString();
    }

    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send("GET", path, null).body());
    }

    JsonNode post(String path, String body) {
        return JsonMapper.shared().readTree(send("POST", path, body).body());
    }

    JsonNode patch(String path, String body) {
        return JsonMapper.shared().readTree(send("PATCH", path, body).body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api" + path))
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
