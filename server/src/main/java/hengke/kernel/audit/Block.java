package hengke.kernel.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sealed range of a log's rows.
 *
 * @param open the rows that were still open, whose outcome is not covered
 * @param content the digest of what the rows say
 * @param ids of the rows; null once retention has let go of them
 * @param marks the beginning of each row's digest, to tell which was touched
 */
record Block(
        String log,
        long number,
        long firstId,
        long lastId,
        long rows,
        Instant fromAt,
        Instant toAt,
        List<Long> open,
        byte[] content,
        byte[] previous,
        byte[] hash,
        Long @Nullable [] ids,
        Long @Nullable [] marks) {

    /** What the first block of every log follows. */
    static final byte[] BEGINNING = new byte[32];

    Block withHash() {
        return new Block(
                log, number, firstId, lastId, rows, fromAt, toAt, open, content, previous, computedHash(), ids, marks);
    }

    boolean isWhole() {
        return MessageDigest.isEqual(hash, computedHash());
    }

    boolean follows(byte[] before) {
        return Arrays.equals(previous, before);
    }

    private byte[] computedHash() {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(log.getBytes(StandardCharsets.UTF_8));
        ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * (5 + open.size()));
        numbers.putLong(number).putLong(firstId).putLong(lastId).putLong(rows).putLong(open.size());
        open.forEach(numbers::putLong);
        digest.update(numbers.array());
        return digest.digest(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
