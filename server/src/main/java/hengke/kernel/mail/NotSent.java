package hengke.kernel.mail;

import hengke.kernel.problem.Message;

/**
 * A mail was not taken. Says why in words of our own, never with what the server said: a server may be anything, and its
 * words might be somebody's business.
 */
final class NotSent extends Exception {
    private final String setting;
    private final Message reason;
    private final boolean lasting;

    /**
     * @param setting the name of the setting to look at
     * @param lasting trying again would not help
     */
    NotSent(Throwable cause, String setting, boolean lasting, String key, Object... arguments) {
        super(key, cause);
        this.setting = setting;
        this.lasting = lasting;
        this.reason = Message.of(key, arguments);
    }

    String setting() {
        return setting;
    }

    Message reason() {
        return reason;
    }

    boolean lasting() {
        return lasting;
    }
}
