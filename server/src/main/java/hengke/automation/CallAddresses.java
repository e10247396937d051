package hengke.automation;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The addresses at which other programs begin automations: made here, shown once, known by a fingerprint. */
@Component
public final class CallAddresses {
    private static final int BYTES = 32;

    private final LiveAutomations automations;
    private final Access access;
    private final Writer writer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CallAddresses(LiveAutomations automations, Access access, Writer writer, Clock clock) {
        this.automations = automations;
        this.access = access;
        this.writer = writer;
        this.clock = clock;
    }

    /** A new secret for an automation; the one before opens nothing any more. */
    public String make(Actor by, long id) {
        access.requireAdministrator(by);
        Automation automation = automations
                .find(id)
                .filter(each -> each.plan().trigger() instanceof Trigger.Called)
                .orElseThrow(Refusal.NotFound::new);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return writer.inTransaction(within -> {
            within.execute("""
                    insert into automation_address (automation, secret, made_at, made_by)
                    values (?, ?, cast(? as timestamptz), ?)
                    on conflict (automation) do update
                        set secret = excluded.secret, made_at = excluded.made_at, made_by = excluded.made_by""", id, fingerprint(secret), now.toString(), by.user());
            AdministrationLog.record(
                    within,
                    by,
                    now,
                    new AdministrationLog.Subject("automation", id, automation.name()),
                    JsonMapper.shared().createObjectNode().put("address", false),
                    JsonMapper.shared().createObjectNode().put("address", true));
            return secret;
        });
    }

    /** Has one been made? */
    public boolean made(long automation) {
        return writer.inTransaction(
                within -> within.fetchOptional("select 1 from automation_address where automation = ?", automation)
                        .isPresent());
    }

    /** Whose it is. */
    static Optional<Long> find(DSLContext within, String secret) {
        return within.fetchOptional("select automation from automation_address where secret = ?", fingerprint(secret))
                .map(row -> row.get("automation", Long.class));
    }

    private static String fingerprint(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
