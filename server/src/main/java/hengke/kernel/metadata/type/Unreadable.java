package hengke.kernel.metadata.type;

import hengke.kernel.problem.Message;

/** A value is not of the kind its field holds; says why in a person's words. */
public final class Unreadable extends Exception {
    private final Message reason;

    public Unreadable(String key, Object... arguments) {
        super(key, null, false, false);
        this.reason = Message.of(key, arguments);
    }

    public Message reason() {
        return reason;
    }
}
