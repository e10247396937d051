package hengke.web.webhooks;

import hengke.capability.webhook.DeliveryLog;
import hengke.capability.webhook.Endpoint;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.web.Labelled;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Webhooks and what they were told, as they go over the wire. */
final class WebhookJson {
    private WebhookJson() {}

    /** An object whose records can be told of. */
    record ObjectJson(String name, String label) {}

    /** What it wants to hear of the records of an object. */
    record InterestJson(
            String object, List<String> what, @Nullable JsonNode filter) {
        static InterestJson of(Endpoint.Interest interest) {
            return new InterestJson(
                    interest.object(),
                    interest.what().stream().sorted().map(Endpoint.What::wire).toList(),
                    interest.filter());
        }
    }

    /**
     * An endpoint.
     *
     * @param off why it was switched off by itself
     * @param fault why it is told nothing
     * @param failingSince since when nothing arrives
     */
    record EndpointJson(
            long id,
            String name,
            String address,
            boolean active,
            @Nullable String off,
            @Nullable String fault,
            Labelled acting,
            List<InterestJson> interests,
            int waiting,
            int parked,
            int delivered,
            @Nullable Instant failingSince,
            long version) {}

    /** All endpoints, and the objects there are. */
    record ListJson(List<EndpointJson> items, List<ObjectJson> objects) {}

    /** A new endpoint with its secret, which is never shown again. */
    record AddedJson(EndpointJson endpoint, String secret) {}

    /** A secret, which is never shown again. */
    record SecretJson(String secret) {}

    /** A message. */
    record DeliveryJson(
            long id,
            long endpoint,
            String message,
            String type,
            @Nullable String object,
            @Nullable Long record,
            String state,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            @Nullable Integer status,
            @Nullable String fault) {
        static DeliveryJson of(DeliveryLog.Entry entry, Language language) {
            return new DeliveryJson(
                    entry.id(),
                    entry.endpoint(),
                    entry.message(),
                    entry.type(),
                    entry.object(),
                    entry.record(),
                    entry.state(),
                    entry.attempts(),
                    entry.createdAt(),
                    entry.dueAt(),
                    entry.status(),
                    KeptMessage.in(entry.fault(), language));
        }
    }

    /** @param next continues the list; null at its end */
    record DeliveriesJson(
            List<DeliveryJson> items, @Nullable Long next) {}

    /** One time a message was sent. */
    record AttemptJson(
            Instant at,
            long millis,
            @Nullable Integer status,
            @Nullable String fault,
            @Nullable String answer) {}

    /** A message with what is sent and every attempt. */
    record WholeJson(DeliveryJson delivery, String body, List<AttemptJson> attempts) {}

    /** How many are sent again. */
    record AgainJson(int again) {}
}
