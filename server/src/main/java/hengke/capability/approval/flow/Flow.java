package hengke.capability.approval.flow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How something is approved: steps in their order.
 *
 * @param repeats when somebody would be asked who has already agreed
 * @param withdrawable until when whoever asked may withdraw
 * @param revocable whether what was approved can be taken back
 * @param seal of the company, that the printed record of what was approved bears; null for none
 */
public record Flow(
        List<Node> nodes,
        Repeats repeats,
        Withdrawable withdrawable,
        Revocable revocable,
        @Nullable Long seal) {
    public Flow {
        nodes = List.copyOf(nodes);
        revocable = Objects.requireNonNullElse(revocable, Revocable.NEVER); // flows drawn before it was asked
    }

    /** One whose printed record bears no seal. */
    public Flow(List<Node> nodes, Repeats repeats, Withdrawable withdrawable, Revocable revocable) {
        this(nodes, repeats, withdrawable, revocable, null);
    }

    /** The same with other steps. */
    public Flow with(List<Node> others) {
        return new Flow(others, repeats, withdrawable, revocable, seal);
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
