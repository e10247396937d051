package hengke.capability.webhook;

import hengke.kernel.outbound.OutboundFault;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages are brought to the endpoints of a kind. */
public interface Carrier {
    /** The kind of endpoints, as {@link Endpoint#kind()} says it. */
    String kind();

    /** An endpoint is sent one message in this time; zero where it takes several at once. */
    Duration pace();

    /** How long a message waits after each failure; after the last one it is parked. */
    List<Duration> pauses();

    /** Brings a message there; whoever answers has it. */
    Reply carry(Endpoint endpoint, Letter letter, Instant at) throws OutboundFault, SecretBox.Sealed;

    /**
     * A message.
     *
     * @param id the same however often it is sent
     * @param body as {@code Told} wrote it
     */
    record Letter(String id, String body) {}

    /**
     * What was answered.
     *
     * @param fault why it failed, though it was answered; null where the status tells
     */
    record Reply(
            int status, @Nullable Message fault, @Nullable String text) {}
}
