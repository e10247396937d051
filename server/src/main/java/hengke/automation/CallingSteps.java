package hengke.automation;

import hengke.automation.Turn.At;
import hengke.capability.webhook.Deliveries;
import hengke.capability.webhook.Deliveries.Told;
import hengke.capability.webhook.Endpoint;
import hengke.capability.webhook.Endpoints;
import hengke.capability.webhook.RecordPayloads;
import hengke.kernel.problem.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Steps that send the record to other programs, by the queue of all webhooks. */
@Component
final class CallingSteps {
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final RecordPayloads payloads;

    CallingSteps(Endpoints endpoints, Deliveries deliveries, RecordPayloads payloads) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.payloads = payloads;
    }

    boolean knows(long endpoint) {
        return endpoints.find(Endpoint.STANDARD, endpoint).isPresent();
    }

    /** It leaves with this transaction, or not at all; once for each run, whatever happens. */
    void webhook(Turn turn, Step.Webhook step) {
        Optional<Endpoint> endpoint = endpoints.find(Endpoint.STANDARD, step.endpoint());
        if (endpoint.isEmpty()) {
            turn.runs()
                    .forEach(at ->
                            turn.outcome(at.run(), new Outcome.Failed(Message.of("automation.noWebhook"), false)));
            return;
        }
        Map<Long, ObjectNode> records = payloads.of(turn.actor(), turn.object(), turn.records(), step.fields());
        List<Told> told = new ArrayList<>();
        for (At at : turn.runs()) {
            ObjectNode data = JsonMapper.shared().createObjectNode();
            data.putObject("automation")
                    .put("id", turn.automation().id())
                    .put("name", turn.automation().name());
            data.put("object", turn.object().name())
                    .put("id", at.run().record())
                    .set("record", records.get(at.run().record()));
            told.add(new Told(
                    message(at.run().id(), step),
                    "automation.step",
                    turn.object().name(),
                    at.run().record(),
                    turn.now(),
                    data));
            turn.outcome(
                    at.run(),
                    new Outcome.Done(
                            null,
                            Message.of("automation.toWebhook", endpoint.get().name())));
        }
        deliveries.add(turn.database(), step.endpoint(), told);
    }

    /** What a run has queued by this step. */
    Optional<String> queued(DSLContext within, long run, Step.Webhook step) {
        return Deliveries.queued(within, step.endpoint(), message(run, step));
    }

    private static String message(long run, Step.Webhook step) {
        return "run_" + run + "_" + step.id();
    }
}
