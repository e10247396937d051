package hengke.kernel.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, in plain text.
 *
 * @param to the address
 * @param subject one line
 * @param author whose words it carries and who gets the answer; null where the product itself speaks
 */
public record Mail(
        String to, String subject, String text, @Nullable Author author, List<Enclosure> enclosures) {
    public Mail {
        subject = oneLine(subject);
        enclosures = List.copyOf(enclosures);
    }

    /** One that the product writes by itself. */
    public Mail(String to, String subject, String text) {
        this(to, subject, text, null, List.of());
    }

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
