package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a compressed part, refused when it grows out of proportion (a decompression bomb) or has a single
 * name, attribute or text that no cell can hold, which an XML reader would keep in memory.
 */
final class BoundedStream extends FilterInputStream {
    /** Below this a part may be as compressible as it likes. */
    private static final long HARMLESS = 16 << 20;

    private static final int LONGEST_PIECE = 1 << 20;

    private final long most;
    private long read;
    private int piece;

    BoundedStream(InputStream inflated, long compressedSize, long mostBytes, int inflation) {
        super(inflated);
        this.most = Math.min(mostBytes, Math.max(HARMLESS, Math.max(0, compressedSize) * inflation));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            piece = buffer[i] == '>' ? 0 : piece + 1;
            if (piece > LONGEST_PIECE) {
                throw XlsxPackage.damaged();
            }
        }
        read += Math.max(0, count);
        if (read > most) {
            throw new Refusal.TooLarge(Message.of("sheet.bomb"));
        }
        return count;
    }
}
