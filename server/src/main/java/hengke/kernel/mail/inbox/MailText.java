package hengke.kernel.mail.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bytes of a mail as text, also where the character set it names is wrong, too small, unknown or missing. */
final class MailText {
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** Names under which senders write characters that only the larger set has. */
    private static final Set<String> CHINESE_NAMES =
            Set.of("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "ms936", "gb18030", "euc-cn", "hz-gb-2312");

    private static final Set<String> NAMES_NOTHING =
            Set.of("", "us-ascii", "ascii", "unknown", "unknown-8bit", "default", "x-unknown", "binary");

    private MailText() {}

    /** Never fails; what cannot be read becomes the replacement character. */
    static String decode(byte[] bytes, @Nullable String declared) {
        Optional<Charset> named = charset(declared);
        return named.flatMap(charset -> strictly(bytes, charset))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> named.map(charset -> new String(bytes, charset)))
                .or(() -> strictly(bytes, CHINESE))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(@Nullable String declared) {
        String name = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
        if (NAMES_NOTHING.contains(name)) {
            return Optional.empty();
        }
        if (CHINESE_NAMES.contains(name)) {
            return Optional.of(CHINESE);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
