package hengke.capability.approval;

import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.State;
import hengke.capability.flow.Branching;
import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One approval of one record.
 *
 * @param name of the template
 * @param title what the record was called when it was submitted
 * @param flow the edition of the template it began with
 * @param snapshot the record as it was submitted last
 */
public record Approval(
        long id,
        long template,
        int edition,
        String name,
        Link about,
        String title,
        long starter,
        Flow flow,
        State state,
        ObjectNode snapshot,
        Instant startedAt,
        @Nullable Instant endedAt) {

    Approval with(State next, ObjectNode record) {
        return new Approval(id, template, edition, name, about, title, starter, flow, next, record, startedAt, endedAt);
    }

    /** The seal that its record bears on paper: that of its flow, once it is approved. */
    public Optional<Long> seal() {
        return state.status() == State.Status.APPROVED ? Optional.ofNullable(flow.seal()) : Optional.empty();
    }

    /** Can what was approved be taken back, as the flow says? */
    public boolean revocable() {
        return state.status() == State.Status.APPROVED && flow.revocable() != Flow.Revocable.NEVER;
    }

    /** The step of this name. */
    public Optional<Node> node(String node) {
        return Branching.all(flow.nodes())
                .filter(each -> each.id().equals(node))
                .findFirst();
    }
}
