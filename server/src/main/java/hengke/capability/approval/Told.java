package hengke.capability.approval;

import hengke.capability.approval.flow.Action;
import hengke.capability.approval.flow.State;
import hengke.capability.approval.flow.State.Waiting;
import hengke.capability.approval.flow.Task;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Actions as the log tells them. */
final class Told {
    private Told() {}

    /**
     * One entry.
     *
     * @param next what became of the approval
     * @param details what is kept with it; more is added
     */
    static ApprovalLog.Act of(Approval approval, Action action, State next, Said said, ObjectNode details) {
        Integer number = action instanceof Action.OfTask ofTask ? ofTask.task() : null;
        Optional<Waiting> at =
                number == null ? Optional.empty() : approval.state().task(number);
        Long holder = at.map(waiting -> waiting.task().holder()).orElse(null);
        boolean deputy = holder != null
                && holder != action.by()
                && (action instanceof Action.Amend
                        || action instanceof Action.Approve
                        || action instanceof Action.Reject
                        || action instanceof Action.Return
                        || action instanceof Action.Delegate
                        || action instanceof Action.AddSigners);
        boolean opinion = at.filter(waiting -> waiting.task().asked() != null).isPresent();
        describe(action, details);
        if (action instanceof Action.Approve approve && !approve.chosen().isEmpty()) {
            named(approve, next, details);
        }
        return new ApprovalLog.Act(
                at.filter(waiting -> waiting.task().person() == Task.NOBODY).isPresent()
                        ? "waited"
                        : kind(action, opinion),
                action.by(),
                deputy ? holder : null,
                number,
                at.map(waiting -> waiting.run().node()).orElse(null),
                said,
                details,
                action);
    }

    /** Whoever was named for a step that was reached by it. */
    private static void named(Action.Approve approve, State next, ObjectNode details) {
        var people = details.putArray("people");
        approve.chosen().forEach((node, named) -> {
            if (named.equals(next.chosen().get(node))) {
                named.forEach(people::add);
            }
        });
    }

    private static void describe(Action action, ObjectNode details) {
        switch (action) {
            case Action.Return(long _, int _, String to, boolean directly) ->
                details.put("to", to).put("directly", directly);
            case Action.Transfer(long _, int _, long to) ->
                details.putArray("people").add(to);
            case Action.Delegate(long _, int _, long to) ->
                details.putArray("people").add(to);
            case Action.AddSigners add -> {
                details.put("where", ApprovalLog.wire(add.where()));
                var people = details.putArray("people");
                add.people().forEach(people::add);
            }
            case Action.HandOver(long _, long from, long to) ->
                details.putArray("people").add(from).add(to);
            case Action.Amend _,
                    Action.Approve _,
                    Action.Reject _,
                    Action.RemoveSigner _,
                    Action.TakeBack _,
                    Action.TimeOut _,
                    Action.Resubmit _,
                    Action.Withdraw _,
                    Action.Urge _,
                    Action.Terminate _,
                    Action.Revoke _ -> {}
        }
    }

    private static String kind(Action action, boolean opinion) {
        return switch (action) {
            case Action.Amend _ -> "amended";
            case Action.Approve _ -> opinion ? "agreedOpinion" : "approved";
            case Action.Reject _ -> opinion ? "refusedOpinion" : "rejected";
            case Action.Return _ -> "returned";
            case Action.Transfer _ -> "transferred";
            case Action.Delegate _ -> "delegated";
            case Action.AddSigners _ -> "added";
            case Action.RemoveSigner _ -> "removed";
            case Action.TakeBack _ -> "takenBack";
            case Action.TimeOut _ -> "late";
            case Action.Resubmit _ -> "resubmitted";
            case Action.Withdraw _ -> "withdrawn";
            case Action.Urge _ -> "urged";
            case Action.HandOver _ -> "handedOver";
            case Action.Terminate _ -> "terminated";
            case Action.Revoke _ -> "revoked";
        };
    }
}
