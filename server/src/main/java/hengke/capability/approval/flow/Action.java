package hengke.capability.approval.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hengke.capability.approval.flow.Node.Mode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Something that is done to a running approval. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Amend.class, name = "amend"),
    @JsonSubTypes.Type(value = Action.Approve.class, name = "approve"),
    @JsonSubTypes.Type(value = Action.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = Action.Return.class, name = "return"),
    @JsonSubTypes.Type(value = Action.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = Action.Delegate.class, name = "delegate"),
    @JsonSubTypes.Type(value = Action.AddSigners.class, name = "addSigners"),
    @JsonSubTypes.Type(value = Action.RemoveSigner.class, name = "removeSigner"),
    @JsonSubTypes.Type(value = Action.TakeBack.class, name = "takeBack"),
    @JsonSubTypes.Type(value = Action.TimeOut.class, name = "timeOut"),
    @JsonSubTypes.Type(value = Action.Resubmit.class, name = "resubmit"),
    @JsonSubTypes.Type(value = Action.Withdraw.class, name = "withdraw"),
    @JsonSubTypes.Type(value = Action.Urge.class, name = "urge"),
    @JsonSubTypes.Type(value = Action.HandOver.class, name = "handOver"),
    @JsonSubTypes.Type(value = Action.Terminate.class, name = "terminate"),
    @JsonSubTypes.Type(value = Action.Revoke.class, name = "revoke")
})
public sealed interface Action {
    /** Who does it. */
    long by();

    /** Something the holder of a task does with it. */
    sealed interface OfTask extends Action {
        int task();
    }

    /** The form is changed by whoever is about to decide. */
    record Amend(long by, int task, List<String> fields) implements OfTask {
        public Amend {
            fields = List.copyOf(fields);
        }
    }

    /**
     * It is agreed to.
     *
     * @param chosen who comes next, by step, where whoever agrees before names them
     */
    record Approve(long by, int task, Map<String, List<Long>> chosen) implements OfTask {
        public Approve {
            chosen = Map.copyOf(Objects.requireNonNullElse(chosen, Map.of())); // kept before there were any
        }

        public Approve(long by, int task) {
            this(by, task, Map.of());
        }
    }

    record Reject(long by, int task) implements OfTask {}

    /**
     * Back to a step that was passed, or to whoever asked.
     *
     * @param directly afterwards it goes on where it was, and not step by step
     */
    record Return(long by, int task, String to, boolean directly) implements OfTask {}

    /** Responsibility goes to somebody else. */
    record Transfer(long by, int task, long to) implements OfTask {}

    /** Somebody else says what they think, then it comes back. */
    record Delegate(long by, int task, long to) implements OfTask {}

    /**
     * More people are asked.
     *
     * @param mode how their words count; of no account where they are asked together with the holder
     */
    record AddSigners(long by, int task, Where where, Mode mode, List<Long> people) implements OfTask {
        public AddSigners {
            people = List.copyOf(people);
        }
    }

    /** Where those who are added come. */
    enum Where {
        BEFORE,
        AFTER,
        TOGETHER
    }

    /** Somebody who was added and has said nothing yet is taken out. */
    record RemoveSigner(long by, int task) implements OfTask {}

    /** An own agreement is taken back, as long as nobody has gone on from it. */
    record TakeBack(long by, int task) implements OfTask {}

    /** Nobody has answered in time. */
    record TimeOut(long by, int task) implements OfTask {}

    /** Whoever asked submits it again. */
    record Resubmit(long by, boolean changed) implements Action {}

    record Withdraw(long by) implements Action {}

    record Urge(long by) implements Action {}

    /** Everything somebody has to do, and would have, goes to somebody else. */
    record HandOver(long by, long from, long to) implements Action {}

    /** It ends, whatever anybody has said. */
    record Terminate(long by) implements Action {}

    /** What was approved is not approved any more. */
    record Revoke(long by) implements Action {}
}
