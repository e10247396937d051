package hengke.automation;

import hengke.capability.flow.Branching;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes by itself with the records of an object.
 *
 * @param active does it begin with new records? What is under way goes on in any case
 * @param acting in whose name and with whose rights it acts
 * @param edition how many times its plan was changed; every run keeps the one it began with
 * @param fault why it cannot begin at present, as kept by {@code KeptMessage}; null where it can
 * @param version of what was read
 */
public record Automation(
        long id,
        String object,
        String name,
        boolean active,
        long acting,
        int edition,
        Plan plan,
        @Nullable String fault,
        long version) {

    /** The people its steps speak of. */
    public List<Whom> whom() {
        return Branching.all(plan.nodes())
                .flatMap(step -> switch (step) {
                    case Step.Tell tell -> Stream.of(tell.whom());
                    case Step.Task task -> Stream.of(task.whom());
                    case Step.Mail mail -> Stream.of(mail.whom());
                    case Step.Change _,
                            Step.Create _,
                            Step.Run _,
                            Step.Sms _,
                            Step.Submit _,
                            Step.Webhook _,
                            Step.Choice _,
                            Step.Wait _,
                            Step.WaitForDay _,
                            Step.Until _,
                            Step.Stop _ -> Stream.<Whom>of();
                })
                .toList();
    }
}
