package hengke.kernel.notices;

import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Bulk;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.OperationEnded;
import hengke.kernel.records.OperationLog;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells people how their large operations ended, which went on while they did something else. */
@Component
final class TellOperationEnded implements Subscriber<OperationEnded> {
    private final Notices notices;

    TellOperationEnded(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice-operation-ended";
    }

    @Override
    public Set<EventKind<? extends OperationEnded>> kinds() {
        return Set.of(OperationEnded.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends OperationEnded>> deliveries, DSLContext transaction) {
        for (Delivery<? extends OperationEnded> delivery : deliveries) {
            OperationLog.find(transaction, delivery.payload().operation())
                    .filter(operation -> operation.kind() == Kind.EXPORT || operation.total() > Bulk.AT_ONCE)
                    .ifPresent(operation -> notices.tell(transaction, telling(operation)));
        }
    }

    private static Telling telling(Operation operation) {
        return new Telling(
                operation.actor(),
                "operation",
                Message.of("notice.operation." + operation.status().wire(), operation.label()),
                Message.of("notice.operation.counts", operation.done(), operation.changed(), operation.failed()),
                null,
                "operation:" + operation.id());
    }
}
