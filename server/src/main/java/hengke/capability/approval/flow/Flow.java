package hengke.capability.approval.flow;

import java.util.List;
import java.util.Objects;

/**
 * How something is approved: steps in their order.
 *
 * @param repeats when somebody would be asked who has already agreed
 * @param withdrawable until when whoever asked may withdraw
 * @param revocable whether what was approved can be taken back
 */
public record Flow(List<Node> nodes, Repeats repeats, Withdrawable withdrawable, Revocable revocable) {
    public Flow {
        nodes = List.copyOf(nodes);
        revocable = Objects.requireNonNullElse(revocable, Revocable.NEVER); // flows drawn before it was asked
    }

    /** Is somebody who has agreed asked again at a later step? */
    public enum Repeats {
        ASK,
        /** Not if they have just agreed at the step before. */
        NOT_AT_ONCE,
        /** Not if they have agreed at any step. */
        NOT_AT_ALL
    }

    /** Until when it may be withdrawn. */
    public enum Withdrawable {
        BEFORE_FIRST_WORD,
        WHILE_RUNNING
    }

    /** Who may take back what was approved, as long as the record has not gone on. */
    public enum Revocable {
        NEVER,
        BY_ADMINISTRATORS
    }
}
