package hengke.kernel.subscription;

import hengke.kernel.problem.Message;

/** There is nothing for this recipient, and why. */
public final class NothingToSend extends Exception {
    private final Message reason;

    NothingToSend(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
