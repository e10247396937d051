package hengke.kernel.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238, as every authenticator app makes them). */
record Totp(byte[] secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int TOLERATED_STEPS = 1;
    private static final int MODULUS = 1_000_000;

    static Totp random() {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return new Totp(bytes);
    }

    /** The step a code belongs to, if it is one of now, of just before or of just after, and newer than the last used. */
    Optional<Long> step(String code, Instant now, long last) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        return LongStream.rangeClosed(current - TOLERATED_STEPS, current + TOLERATED_STEPS)
                .filter(step -> step > last && code(step).equals(code))
                .boxed()
                .findFirst();
    }

    String code(Instant at) {
        return code(Math.floorDiv(at.getEpochSecond(), SECONDS));
    }

    private String code(long step) {
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    private byte[] hash(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as people type it into an app (RFC 4648, base 32). */
    String text() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : secret) {
            held = (held << 8 | next & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 31));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "Totp";
    }
}
