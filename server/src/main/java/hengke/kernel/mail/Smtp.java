package hengke.kernel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Hands one mail over to the server of an account, within a minute at most. */
final class Smtp {
    private Smtp() {}

    /** @param id by which the receiving side knows a mail that is handed over twice */
    static void send(MailAccount account, Mail mail, String id, Instant now) throws NotSent {
        String protocol = account.security().protocol("smtp");
        Session session = Session.getInstance(properties(account, protocol));
        try {
            MimeMessage message = message(session, account, mail, id, now);
            try (Transport transport = session.getTransport(protocol)) {
                transport.connect(
                        account.host(),
                        account.port(),
                        account.user().isEmpty() ? null : account.user(),
                        account.user().isEmpty() ? null : account.password());
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw SmtpFaults.of(e);
        }
    }

    private static Properties properties(MailAccount account, String protocol) {
        Properties properties = account.security().properties("smtp");
        properties.put(
                "mail." + protocol + ".auth", String.valueOf(!account.user().isEmpty()));
        return properties;
    }

    private static MimeMessage message(Session session, MailAccount account, Mail mail, String id, Instant now)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(sender(account));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static InternetAddress sender(MailAccount account) throws MessagingException {
        try {
            return account.fromName().isEmpty()
                    ? new InternetAddress(account.from(), true)
                    : new InternetAddress(account.from(), account.fromName(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
