package hengke.kernel.mail;

/**
 * A mail to one person, in plain text.
 *
 * @param to the address
 * @param subject one line
 */
public record Mail(String to, String subject, String text) {
    public Mail {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
