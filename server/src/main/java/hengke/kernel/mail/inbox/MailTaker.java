package hengke.kernel.mail.inbox;

import org.jooq.DSLContext;

/** Whoever mailboxes of one purpose are read for. */
public interface MailTaker {
    /** What the mailboxes are for, the same for ever. */
    String purpose();

    /**
     * Keeps a mail in the transaction that notes it as taken: either both happen or neither.
     *
     * @return what is done once that is certain; it is lost should the process be killed before
     */
    Runnable take(DSLContext within, long owner, ReceivedMail mail);
}
