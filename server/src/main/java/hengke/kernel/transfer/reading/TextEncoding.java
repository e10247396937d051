package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file is encoded.
 *
 * @param bom bytes of the byte order mark to leave out
 */
record TextEncoding(Charset charset, int bom) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int START = 4_096;
    private static final int BUFFER = 1 << 16;

    /** A byte order mark decides; else zeros in every second byte; else what decodes without error, UTF-8 first. */
    static TextEncoding of(Path file) {
        byte[] start = start(file);
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        // the separators and line ends of a table are ASCII in any language, and so have a zero beside them
        int zerosAtEven = zeros(start, 0);
        int zerosAtOdd = zeros(start, 1);
        if (zerosAtEven + zerosAtOdd > 0) {
            if (zerosAtEven * 10 < zerosAtOdd) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 0);
            }
            if (zerosAtOdd * 10 < zerosAtEven) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 0);
            }
            throw new Refusal.UnsupportedType(Message.of("sheet.notASheet"));
        }
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            if (decodes(file, charset)) {
                return new TextEncoding(charset, 0);
            }
        }
        throw new Refusal.Unreadable(Message.of("sheet.encoding"));
    }

    private static byte[] start(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(START);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int parity) {
        int zeros = 0;
        for (int i = parity; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean decodes(Path file, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        try (InputStream stream = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = stream.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                end = bytes.position() + read < BUFFER;
                bytes.position(bytes.position() + read).flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                if (result.isError()) {
                    return false;
                }
                characters.clear();
                bytes.compact();
            }
            return !decoder.flush(characters).isError();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
