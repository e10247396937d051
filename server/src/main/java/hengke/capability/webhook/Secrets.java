package hengke.capability.webhook;

import hengke.kernel.settings.SecretBox;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The secrets that messages are signed with, sealed in the database. One that is replaced signs along for a day. */
@Component
final class Secrets {
    private static final String SEAL = "webhook";
    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SecretBox box;

    Secrets(SecretBox box) {
        this.box = box;
    }

    String sealed(String secret) {
        return box.seal(SEAL, StringNode.valueOf(secret)).toString();
    }

    void replace(DSLContext within, long endpoint, String secret, Instant now) {
        within.execute("""
                update webhook_endpoint set former = secret, former_until = cast(? as timestamptz),
                    secret = cast(? as jsonb)
                where id = ?""", now.plus(OVERLAP).toString(), sealed(secret), endpoint);
    }

    /** All that sign at this time, the newest first. */
    List<String> of(DSLContext database, long endpoint, Instant now) throws SecretBox.Sealed {
        Record row = database.fetchSingle(
                "select secret, former, former_until from webhook_endpoint where id = ?", endpoint);
        List<String> secrets = new ArrayList<>();
        secrets.add(open(row.get("secret", JSONB.class)));
        OffsetDateTime until = row.get("former_until", OffsetDateTime.class);
        JSONB former = row.get("former", JSONB.class);
        if (former != null && until != null && now.isBefore(until.toInstant())) {
            secrets.add(open(former));
        }
        return secrets;
    }

    private String open(@Nullable JSONB sealed) throws SecretBox.Sealed {
        return box.open(SEAL, JSON.readTree(sealed == null ? "null" : sealed.data()))
                .stringValue();
    }
}
