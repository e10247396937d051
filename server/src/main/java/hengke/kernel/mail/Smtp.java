package hengke.kernel.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
        List<Enclosed> files = new ArrayList<>(enclosed);
        Mail.Page page = mail.page();
        if (page != null) {
            page.files()
                    .forEach(part -> files.add(
                            new Enclosed(part.name(), part.type(), () -> new ByteArrayInputStream(part.bytes()))));
        }
        boolean severally = mail.calendar() != null || page != null;
        if (!files.isEmpty()) {
            message.setContent(parts(mail, severally, files));
        } else if (severally) {
            message.setContent(alternatives(mail));
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

    private static MimeMultipart parts(Mail mail, boolean severally, List<Enclosed> enclosed)
            throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        if (severally) {
            parts.addBodyPart(within(alternatives(mail)));
        } else {
            parts.addBodyPart(words(mail.text()));
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

    /** The words, and the same as a page and for a calendar: a program shows the last it understands. */
    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(words(mail.text()));
        Mail.Page page = mail.page();
        if (page != null) {
            alternatives.addBodyPart(page.pictures().isEmpty() ? html(page) : within(related(page)));
        }
        Mail.Calendar calendar = mail.calendar();
        if (calendar != null) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    calendar.text().getBytes(StandardCharsets.UTF_8),
                    "text/calendar; charset=UTF-8; method=" + calendar.method())));
            alternatives.addBodyPart(part);
        }
        return alternatives;
    }

    private static MimeMultipart related(Mail.Page page) throws MessagingException {
        MimeMultipart related = new MimeMultipart("related");
        related.addBodyPart(html(page));
        for (Mail.Part picture : page.pictures()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.bytes(), picture.type())));
            part.setContentID("<" + picture.name() + ">");
            part.setDisposition(Part.INLINE);
            related.addBodyPart(part);
        }
        return related;
    }

    private static MimeBodyPart html(Mail.Page page) throws MessagingException {
        MimeBodyPart html = new MimeBodyPart();
        html.setText(page.html(), StandardCharsets.UTF_8.name(), "html");
        return html;
    }

    private static MimeBodyPart within(MimeMultipart several) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(several);
        return part;
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
