package hengke.kernel.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an answer of HTTP/1.1 from a connection that carries no other (RFC 9112), no more of it than it must. */
final class AnswerReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int LONGEST_HEAD = 32 << 10;
    private static final int NO_CONTENT = 204;

    private final InputStream in;
    private int head = LONGEST_HEAD;

    private AnswerReader(InputStream in) {
        this.in = in;
    }

    static Answer read(InputStream in, int longest) throws IOException {
        return new AnswerReader(in).answer(longest);
    }

    private Answer answer(int longest) throws IOException {
        int status;
        Map<String, String> headers;
        do { // news on the way, such as 103, come before the answer
            status = status(line());
            headers = headers();
        } while (status < 200);
        return new Answer(status, headers, status == NO_CONTENT ? new byte[0] : body(headers, longest));
    }

    private static int status(String line) throws OutboundFault {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw broken("no status");
        }
        return Integer.parseInt(status.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers, int longest) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(longest);
        }
        String length = headers.get("content-length");
        return length == null ? in.readNBytes(longest) : whole((int) Math.min(longest, number(length, 10)));
    }

    private byte[] chunks(int longest) throws IOException {
        var body = new ByteArrayOutputStream();
        while (body.size() < longest) {
            head = LONGEST_HEAD;
            long size = number(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                break;
            }
            int part = (int) Math.min(size, longest - body.size());
            body.write(whole(part));
            if (part == size) {
                line();
            }
        }
        return body.toByteArray();
    }

    private byte[] whole(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw broken("it ends too early");
        }
        return read;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0 || --head < 0) {
                throw broken(each < 0 ? "it ends too early" : "its head is too long");
            }
            line.write(each);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    private static long number(String text, int radix) throws OutboundFault {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw broken("no length");
    }

    private static OutboundFault broken(String what) {
        return new OutboundFault(OutboundFault.Kind.ANSWER, what);
    }
}
