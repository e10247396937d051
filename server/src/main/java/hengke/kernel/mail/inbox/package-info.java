/** Mailboxes the product reads: each mail is taken once, by whoever the mailbox is for. */
@NamedInterface("inbox")
package hengke.kernel.mail.inbox;

import org.springframework.modulith.NamedInterface;
