package hengke.kernel.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Hands one mail over to the server of an account, within a minute at most. */
final class Smtp {
    private Smtp() {}

    /** A file that goes along. */
    record Enclosed(String name, String type, Content content) {}

    /** Where the bytes of a file are read. */
    interface Content {
        InputStream open();
    }

    /** @param id by which the receiving side knows a mail that is handed over twice */
    static void send(MailAccount account, Mail mail, List<Enclosed> enclosed, String id, Instant now) throws NotSent {
        String protocol = account.security().protocol("smtp");
        Session session = Session.getInstance(properties(account, protocol));
        try {
            MimeMessage message = message(session, account, mail, enclosed, id, now);
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

    private static MimeMessage message(
            Session session, MailAccount account, Mail mail, List<Enclosed> enclosed, String id, Instant now)
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
        Mail.Calendar calendar = mail.calendar();
        if (!enclosed.isEmpty()) {
            message.setContent(parts(mail, enclosed));
        } else if (calendar != null) {
            message.setContent(alternatives(mail.text(), calendar));
        } else {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
        }
        message.setSentDate(Date.from(now));
        Mail.Author author = mail.author();
        if (author == null) {
            message.setHeader("Auto-Submitted", "auto-generated");
        } else {
            message.setReplyTo(new InternetAddress[] {address(author.address(), author.name())});
        }
        return message;
    }

    private static MimeMultipart parts(Mail mail, List<Enclosed> enclosed) throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        Mail.Calendar calendar = mail.calendar();
        if (calendar == null) {
            parts.addBodyPart(words(mail.text()));
        } else {
            MimeBodyPart both = new MimeBodyPart();
            both.setContent(alternatives(mail.text(), calendar));
            parts.addBodyPart(both);
        }
        for (Enclosed each : enclosed) {
            MimeBodyPart part = new MimeBodyPart();
            try (InputStream content = each.content().open()) {
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, each.type())));
                part.setFileName(MimeUtility.encodeText(each.name(), StandardCharsets.UTF_8.name(), null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** The words, and the same for a calendar: a program shows the last it understands. */
    private static MimeMultipart alternatives(String text, Mail.Calendar calendar) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(words(text));
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                calendar.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + calendar.method())));
        alternatives.addBodyPart(part);
        return alternatives;
    }

    private static MimeBodyPart words(String text) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, StandardCharsets.UTF_8.name());
        return words;
    }

    private static InternetAddress sender(MailAccount account) throws MessagingException {
        return address(account.from(), account.fromName());
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return name.isEmpty()
                    ? new InternetAddress(address, true)
                    : new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
