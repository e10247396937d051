package hengke.kernel.mail.inbox;

import hengke.kernel.mail.inbox.ReceivedMail.AttachedFile;
import hengke.kernel.text.CleanText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads a mail that anybody may have made, to harm whoever reads it: parts within parts, headers without end, character
 * sets that do not exist. It never fails; of a mail that goes beyond the limits, what came before is kept.
 */
final class MailParser {
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 20;
    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_HEADER = 100_000;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_HEAD = 16_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_FILES = 50;
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(LONGEST_HEADER)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxPartCount(MOST_PARTS)
            .setMaxNestingDepth(DEEPEST)
            .build();

    private final Map<String, String> headers = new HashMap<>();
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<AttachedFile> files = new ArrayList<>();

    private MailParser() {}

    /**
     * @param whole false where the server had more
     * @param ours addresses that are our own, in lower case
     */
    static ReceivedMail parse(byte[] raw, boolean whole, Instant receivedAt, Set<String> ours) {
        MailParser parser = new MailParser();
        boolean read = parser.read(raw);
        return parser.mail(raw, whole && read, receivedAt, ours);
    }

    /** False when it could not be read to its end. */
    private boolean read(byte[] raw) {
        MimeTokenStream stream = new MimeTokenStream(LIMITS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        Map<String, String> part = headers;
        boolean first = true;
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                switch (state) {
                    case T_START_HEADER -> part = first ? headers : new HashMap<>();
                    case T_FIELD -> field(stream.getField(), part, first);
                    case T_END_HEADER -> first = false;
                    case T_BODY -> body(stream.getDecodedInputStream(), part);
                    default -> {}
                }
            }
            return true;
        } catch (MimeException | IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private void field(Field field, Map<String, String> part, boolean first) {
        byte[] line = field.getRaw().toByteArray();
        String written = MailText.decode(line, null).replaceAll("\r?\n[ \t]*", " ");
        int colon = written.indexOf(':');
        part.putIfAbsent(
                field.getName().toLowerCase(Locale.ROOT),
                written.substring(colon + 1).strip());
        if (first && head.length() < LONGEST_HEAD) {
            head.append(CleanText.line(written)).append('\n');
        }
    }

    private void body(InputStream content, Map<String, String> part) throws IOException {
        String type = part.getOrDefault("content-type", "text/plain")
                .replaceFirst("[;\\s].*", "")
                .toLowerCase(Locale.ROOT);
        Optional<String> name = FileNames.of(part);
        boolean attached = name.isPresent()
                || part.getOrDefault("content-disposition", "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("attachment");
        if (attached || type.contains("/") && !type.equals("text/plain") && !type.equals("text/html")) {
            if (files.size() < MOST_FILES) {
                byte[] bytes = content.readAllBytes();
                files.add(new AttachedFile(
                        name.orElse(""), CleanText.line(type), bytes.length, () -> new ByteArrayInputStream(bytes)));
            }
            return;
        }
        StringBuilder texts = type.equals("text/html") ? html : plain;
        if (texts.length() < LONGEST_TEXT) {
            String charset =
                    FileNames.parameters(part.getOrDefault("content-type", "")).get("charset");
            texts.append(MailText.decode(content.readNBytes(MOST_BYTES), charset))
                    .append('\n');
        }
    }

    private ReceivedMail mail(byte[] raw, boolean whole, Instant receivedAt, Set<String> ours) {
        Correspondent from = Correspondent.of(header("from"));
        String subject = shortened(CleanText.line(EncodedWords.decode(header("subject"))), LONGEST_SUBJECT);
        String written = plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString();
        String text = shortened(CleanText.block(written).strip(), LONGEST_TEXT);
        return new ReceivedMail(
                fingerprint(raw, from, subject, text),
                receivedAt,
                from,
                headers.containsKey("reply-to") ? Optional.of(Correspondent.of(header("reply-to"))) : Optional.empty(),
                shortened(CleanText.line(EncodedWords.decode(header("to"))), LONGEST_SUBJECT),
                subject,
                text,
                shortened(head.toString(), LONGEST_HEAD),
                whole ? files : allButTheLast(),
                whole && text.length() < LONGEST_TEXT,
                AutomaticMail.reason(headers, from, subject, ours));
    }

    /** Where a mail breaks off, so does its last file. */
    private List<AttachedFile> allButTheLast() {
        List<AttachedFile> all = new ArrayList<>(files);
        if (!all.isEmpty()) {
            all.add(all.removeLast().withoutContent());
        }
        return all;
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Its Message-ID alone would not do: some programs give the same to every mail, and anybody may give any. */
    private String fingerprint(byte[] raw, Correspondent from, String subject, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] told = headers.containsKey("message-id")
                    ? String.join("\n", header("message-id"), header("date"), from.address(), subject, text)
                            .getBytes(StandardCharsets.UTF_8)
                    : raw;
            return HexFormat.of().formatHex(digest.digest(told));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : CleanText.block(text.substring(0, most));
    }
}
