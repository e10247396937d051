package hengke.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A running application that answers requests, in this process or in one of its own. */
public interface Node {
    URI address(String path);

    HttpClient client();

    default HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    default <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return client().send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
