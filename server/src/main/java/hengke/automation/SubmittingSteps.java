package hengke.automation;

import hengke.capability.approval.AskForApproval;
import hengke.capability.approval.Said;
import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Steps that submit records for approval: each for itself, so that one that is refused keeps back no other. */
@Component
final class SubmittingSteps {
    private final AskForApproval asking;

    SubmittingSteps(AskForApproval asking) {
        this.asking = asking;
    }

    void submit(Turn turn, Step.Submit submit) {
        for (Turn.At at : turn.runs()) {
            try {
                turn.database()
                        .transaction(nested -> asking.start(
                                nested.dsl(),
                                turn.caller(),
                                turn.object(),
                                at.run().record(),
                                Map.of(),
                                new Said(submit.comment(), List.of())));
            } catch (Refusal refusal) {
                turn.outcome(at.run(), Advance.failed(refusal));
            }
        }
    }
}
