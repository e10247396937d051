package hengke.kernel.sms;

import hengke.kernel.problem.Message;

/** A text message was not taken; why is for administrators. */
final class NotTexted extends Exception {
    private final String setting;
    private final Message reason;
    private final boolean lasting;

    /**
     * @param setting the name of what to look at
     * @param lasting trying again would not help
     */
    NotTexted(String setting, Message reason, boolean lasting) {
        super(reason.key() + " " + reason.arguments());
        this.setting = setting;
        this.reason = reason;
        this.lasting = lasting;
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
