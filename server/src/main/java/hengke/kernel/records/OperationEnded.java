package hengke.kernel.records;

import hengke.kernel.events.EventKind;

/** An operation that ran in several parts has come to its end. */
public record OperationEnded(long operation) {
    public static final EventKind<OperationEnded> KIND = new EventKind<>("operation.ended", OperationEnded.class);
}
