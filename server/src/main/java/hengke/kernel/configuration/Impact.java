package hengke.kernel.configuration;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Difference;
import hengke.kernel.metadata.OverlayParts.Part;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.List;

/**
 * What would happen if a draft were published now.
 *
 * @param faults what the stored data does not allow; it cannot be published before they are settled
 * @param conflicts what others have changed otherwise since the draft was begun
 * @param before the catalog in force
 * @param after the catalog as it would be; the one in force when there are conflicts
 */
public record Impact(
        List<Effect> effects, List<FieldError> faults, List<Part> conflicts, Catalog before, Catalog after) {

    /** One change, and what it means for what is there. */
    public record Effect(Difference difference, List<Message> notes) {}

    public Impact {
        effects = List.copyOf(effects);
        faults = List.copyOf(faults);
        conflicts = List.copyOf(conflicts);
    }
}
