package hengke.web.automation;

import hengke.automation.RunLog;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Automations and what they have done, as they go over the wire. */
final class WorkflowJson {
    private WorkflowJson() {}

    /** An object whose records things can be done with, and the commands there are. */
    record ObjectJson(String name, String label, List<CommandJson> commands, List<EventJson> events) {}

    /** Something that can happen to records of an object, to begin with. */
    record EventJson(String name, String label) {}

    /** A command that may be a step. */
    record CommandJson(String name, String label, boolean asks) {}

    /** An automation that is offered to be switched on. */
    record OfferJson(String key, String name, String text, String object, JsonNode plan) {}

    /** What a run is about and where it stands. */
    record RunJson(
            long id,
            long automation,
            String name,
            int edition,
            String object,
            long record,
            @Nullable String title,
            String status,
            @Nullable String reason,
            String node,
            Instant dueAt,
            int attempts,
            @Nullable String error,
            Instant startedAt,
            @Nullable Instant endedAt) {
        static RunJson of(RunLog.Entry entry, Map<Long, String> titles, Language language) {
            return new RunJson(
                    entry.id(),
                    entry.automation(),
                    entry.name(),
                    entry.edition(),
                    entry.object(),
                    entry.record(),
                    titles.get(entry.record()),
                    entry.status(),
                    entry.reason(),
                    entry.node(),
                    entry.dueAt(),
                    entry.attempts(),
                    KeptMessage.in(entry.error(), language),
                    entry.startedAt(),
                    entry.endedAt());
        }
    }

    /** A step a run has taken. */
    record TakenJson(
            String node,
            String name,
            @Nullable String kind,
            Instant at,
            String outcome,
            @Nullable Integer way,
            @Nullable Long operation,
            @Nullable String note) {}

    /** A run with all it has done. */
    record RunWithSteps(RunJson run, List<TakenJson> steps) {}

    /** What a rehearsal found. */
    record RehearsalJson(boolean fits, List<RehearsedJson> steps) {}

    /** A step of a rehearsal. */
    record RehearsedJson(
            String node,
            String kind,
            String name,
            String outcome,
            @Nullable Integer way,
            @Nullable String note,
            @Nullable Instant until,
            List<WrittenJson> written,
            @Nullable String sends) {}

    /** A record that would be written; the id is null for a new one. */
    record WrittenJson(
            String object, String label, @Nullable Long id, List<BecameJson> values) {}

    /** A value that would change. */
    record BecameJson(
            String field,
            String label,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /**
     * Which automations have acted on a record, for whoever sees it.
     *
     * @param operations by which it was changed
     * @param itself has the record gone through the steps, or was it changed for another?
     */
    record ActedJson(
            long run,
            String name,
            String status,
            @Nullable String reason,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean itself,
            List<Long> operations) {}
}
