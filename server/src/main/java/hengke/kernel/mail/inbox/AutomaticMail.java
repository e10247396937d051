package hengke.kernel.mail.inbox;

import hengke.kernel.problem.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what no person wrote to us: answers of machines, reports of what could not be delivered, mailing lists, and our
 * own mails. Whoever answers such a mail talks to itself for ever.
 */
final class AutomaticMail {
    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster");
    private static final Set<String> TO_MANY = Set.of("bulk", "junk", "list");
    private static final Pattern REPLY_SUBJECT = Pattern.compile(
            "(?i)\\s*\\[?(自动回复|自動回覆|automatic reply|auto[- ]?reply|auto[- ]?response|out of office)\\b?.*");
    private static final Pattern REPORT = Pattern.compile("(?is)multipart/report\\b.*");

    private AutomaticMail() {}

    /**
     * @param headers by name in lower case
     * @param ours addresses that are our own, in lower case
     */
    static Optional<Message> reason(Map<String, String> headers, Correspondent from, String subject, Set<String> ours) {
        String address = from.address().toLowerCase(Locale.ROOT);
        String autoSubmitted = word(headers, "auto-submitted");
        String precedence = word(headers, "precedence");
        if (word(headers, "return-path").equals("<>")
                || MACHINES.contains(address.replaceFirst("@.*", ""))
                || REPORT.matcher(headers.getOrDefault("content-type", "")).matches()) {
            return Optional.of(Message.of("mail.report"));
        }
        if (autoSubmitted.startsWith("auto-replied")
                || precedence.equals("auto_reply")
                || Stream.of("x-autoreply", "x-autorespond", "x-autoresponse").anyMatch(headers::containsKey)
                || REPLY_SUBJECT.matcher(subject).matches()) {
            return Optional.of(Message.of("mail.autoReply"));
        }
        if (ours.contains(address)) {
            return Optional.of(Message.of("mail.own"));
        }
        if (!autoSubmitted.isEmpty() && !autoSubmitted.equals("no")) {
            return Optional.of(Message.of("mail.byProgram"));
        }
        return TO_MANY.contains(precedence)
                        || Stream.of("list-id", "list-post", "list-unsubscribe").anyMatch(headers::containsKey)
                ? Optional.of(Message.of("mail.toMany"))
                : Optional.empty();
    }

    /** The first word of a header, before any parameter. */
    private static String word(Map<String, String> headers, String name) {
        return headers.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT).replaceFirst("[;\\s(].*", "");
    }
}
