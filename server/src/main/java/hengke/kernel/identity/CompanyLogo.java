package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SettingChanges;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** The picture the company is known by: shown to everybody, also before signing in, and so of a harmless kind. */
public final class CompanyLogo {
    public static final int LARGEST = 1 << 20;

    private static final String NAME = "company.logo";
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "image/png",
            HexFormat.of().parseHex("89504e470d0a1a0a"),
            "image/jpeg",
            HexFormat.of().parseHex("ffd8ff"));

    private final DSLContext dsl;
    private final SettingChanges changes;

    CompanyLogo(DSLContext dsl, SettingChanges changes) {
        this.dsl = dsl;
        this.changes = changes;
    }

    /** A picture and what it is. */
    public record Picture(String type, byte[] content, String hash) {}

    public Optional<String> hash() {
        return dsl.fetchOptional("select hash from company_logo").map(row -> row.get("hash", String.class));
    }

    public Optional<Picture> picture() {
        return dsl.fetchOptional("select type, content, hash from company_logo")
                .map(row -> new Picture(
                        row.get("type", String.class),
                        row.get("content", byte[].class),
                        row.get("hash", String.class)));
    }

    /** Takes a PNG, JPEG or WebP of at most one megabyte; what it really is, its bytes say. */
    public void take(long by, byte[] content) {
        if (content.length > LARGEST) {
            throw new Refusal.TooLarge(Message.of("identity.logoLarge"));
        }
        String type = type(content).orElseThrow(() -> Refusal.Invalid.at("file", Message.of("identity.logoType")));
        changes.beside(by, Long.MAX_VALUE, Set.of(), (within, note) -> {
            within.execute("""
                    insert into company_logo (type, content, hash) values (?, ?, ?)
                    on conflict (only_row) do update
                    set type = excluded.type, content = excluded.content, hash = excluded.hash
                    """, type, content, hash(content));
            note.changed(NAME, "", type);
        });
    }

    public void remove(long by) {
        changes.beside(by, Long.MAX_VALUE, Set.of(), (within, note) -> {
            if (within.execute("delete from company_logo") > 0) {
                note.changed(NAME, "logo", "");
            }
        });
    }

    private static Optional<String> type(byte[] content) {
        if (begins(content, 0, "RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                && begins(content, 8, "WEBP".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            return Optional.of("image/webp");
        }
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> begins(content, 0, entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean begins(byte[] content, int at, byte[] beginning) {
        return content.length >= at + beginning.length
                && Arrays.equals(content, at, at + beginning.length, beginning, 0, beginning.length);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
