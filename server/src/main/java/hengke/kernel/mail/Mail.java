package hengke.kernel.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, in plain text.
 *
 * @param to the address
 * @param subject one line
 * @param author whose words it carries and who gets the answer; null where the product itself speaks
 * @param calendar the same for the reader's calendar; null for none
 */
public record Mail(
        String to,
        String subject,
        String text,
        @Nullable Author author,
        List<Enclosure> enclosures,
        @Nullable Calendar calendar) {
    public Mail {
        subject = oneLine(subject);
        enclosures = List.copyOf(enclosures);
    }

    public Mail(String to, String subject, String text, @Nullable Author author, List<Enclosure> enclosures) {
        this(to, subject, text, author, enclosures, null);
    }

    /** One that the product writes by itself. */
    public Mail(String to, String subject, String text) {
        this(to, subject, text, null, List.of());
    }

    /** The same with something for the reader's calendar. */
    public Mail with(@Nullable Calendar other) {
        return new Mail(to, subject, text, author, enclosures, other);
    }

    /**
     * What calendars understand, by RFC 6047.
     *
     * @param method {@code REQUEST} or {@code CANCEL}
     */
    public record Calendar(String method, String text) {}

    /** Somebody of the company. */
    public record Author(String name, String address) {
        public Author {
            name = oneLine(name);
        }
    }

    /**
     * A stored file that goes along.
     *
     * @param name how it is called in the mail
     */
    public record Enclosure(long file, String name) {
        public Enclosure {
            name = oneLine(name);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
