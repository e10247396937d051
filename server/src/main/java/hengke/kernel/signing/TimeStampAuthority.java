package hengke.kernel.signing;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Asks an authority on the public network for a time-stamp (RFC 3161 over HTTP). */
final class TimeStampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 128 << 10;
    private static final int OK = 200;

    private TimeStampAuthority() {}

    static byte[] ask(Outbound outbound, URI address, byte[] request) throws IOException {
        Answer answer = outbound.post(new Outbound.Post(
                address,
                Map.of("Content-Type", "application/timestamp-query", "Accept", "application/timestamp-reply"),
                request,
                PATIENCE,
                LONGEST,
                true)); // the answer is signed
        if (answer.status() != OK) {
            throw new IOException("the authority answered " + answer.status());
        }
        return answer.body();
    }
}
