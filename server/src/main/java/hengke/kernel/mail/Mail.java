package hengke.kernel.mail;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person: in plain text, and where it is more than words also as a page.
 *
 * @param to the address
 * @param subject one line
 * @param author whose words it carries and who gets the answer; null where the product itself speaks
 * @param calendar the same for the reader's calendar; null for none
 * @param page the same as a page; null for none
 */
public record Mail(
        String to,
        String subject,
        String text,
        @Nullable Author author,
        List<Enclosure> enclosures,
        @Nullable Calendar calendar,
        @Nullable Page page) {
    public Mail {
        subject = oneLine(subject);
        enclosures = List.copyOf(enclosures);
    }

    public Mail(String to, String subject, String text, @Nullable Author author, List<Enclosure> enclosures) {
        this(to, subject, text, author, enclosures, null, null);
    }

    /** One that the product writes by itself. */
    public Mail(String to, String subject, String text) {
        this(to, subject, text, null, List.of());
    }

    /** The same with something for the reader's calendar. */
    public Mail with(@Nullable Calendar other) {
        return new Mail(to, subject, text, author, enclosures, other, page);
    }

    /** The same as a page. */
    public Mail with(Page other) {
        return new Mail(to, subject, text, author, enclosures, calendar, other);
    }

    /**
     * A page with what belongs to it; all of it is sealed while the mail waits, unlike enclosures, which are kept anyway.
     *
     * @param html refers to pictures by {@code cid:} and their names
     * @param pictures within the page
     * @param files beside it
     */
    public record Page(String html, List<Part> pictures, List<Part> files) {
        public Page {
            pictures = List.copyOf(pictures);
            files = List.copyOf(files);
        }
    }

    /** @param content in Base64 */
    public record Part(String name, String type, String content) {
        public Part {
            name = oneLine(name);
        }

        public static Part of(String name, String type, byte[] content) {
            return new Part(name, type, Base64.getEncoder().encodeToString(content));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(content);
        }
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
