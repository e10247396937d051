package hengke.capability.approval;

import hengke.capability.approval.flow.State.Status;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Happenings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How far the approval of a record is, as others hear of it. */
@Component
final class ApprovalHappenings implements Happenings {
    @Override
    public List<Happening> all() {
        return Stream.of(Status.values())
                .map(status -> new Happening(name(status), label(status)))
                .toList();
    }

    @Override
    public boolean concern(ObjectDefinition object) {
        return object.has(Approved.class);
    }

    static String name(Status status) {
        return "approval." + (status == Status.RUNNING ? "submitted" : ApprovalLog.wire(status));
    }

    private static Label label(Status status) {
        return switch (status) {
            case RUNNING -> new Label("提交审批", "Submitted for approval");
            case RETURNED -> new Label("审批退回", "Approval returned");
            case APPROVED -> new Label("审批通过", "Approved");
            case REJECTED -> new Label("审批拒绝", "Refused");
            case WITHDRAWN -> new Label("审批撤回", "Approval withdrawn");
            case TERMINATED -> new Label("审批终止", "Approval stopped");
            case REVOKED -> new Label("撤销已通过的审批", "Approval taken back");
        };
    }
}
