package hengke.capability.signing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certified service on the network. Offered as a bean, it can be chosen in the settings. Its messages only ring: what
 * has happened is then asked of the service itself, from the beginning, so that a message that comes twice, late, out of
 * order or not at all changes nothing.
 */
public non-sealed interface SigningService extends SigningProvider {
    /**
     * Of which paper a message of the service speaks, by its reference.
     *
     * @throws hengke.kernel.problem.Refusal.Forbidden it is not proved to come from the service
     */
    String rung(Ring ring);

    /**
     * Everything that has happened with a paper, in order.
     *
     * @throws IOException the service does not answer, or not as agreed
     */
    List<Happening> happened(String reference) throws IOException;

    /**
     * The paper as PDF, with all its signatures; asked for once the last has signed.
     *
     * @throws IOException the service does not answer, or not as agreed
     */
    byte[] paper(String reference) throws IOException;

    /**
     * Nobody may sign it any more; asked again, it stays so.
     *
     * @throws IOException the service does not answer, or not as agreed
     */
    void cancel(String reference, String reason) throws IOException;

    /** A message as it came in, to the byte. */
    record Ring(byte[] body, Headers headers) {}

    /** What stands in the head of a message. */
    interface Headers {
        @Nullable
        String get(String name);
    }
}
