package hengke.kernel.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers by their names in small letters; of several with one name the last
 * @param body no more of it than was asked for
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public boolean success() {
        return status / 100 == 2;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as text, whatever it says it is. */
    public String text() {
        return new String(body, UTF_8);
    }
}
