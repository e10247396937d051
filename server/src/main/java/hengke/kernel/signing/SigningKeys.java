package hengke.kernel.signing;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.Conflict;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.settings.SecretBox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certificate in whose name papers are signed: made at the first need, until an authority's is brought. The key is
 * sealed as other secrets are; earlier certificates stay known, so that what they signed is still told to be ours.
 */
@Component
public final class SigningKeys {
    private static final String SEAL = "signing.key";
    private static final long LOCK = 0x7369676e;

    private final DSLContext database;
    private final SecretBox box;
    private final Clock clock;

    SigningKeys(DSLContext database, SecretBox box, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    /**
     * A certificate as people read of it.
     *
     * @param own made by the product itself, so that no authority vouches for it
     */
    public record Known(
            String subject,
            String issuer,
            String fingerprint,
            Instant from,
            Instant until,
            boolean own,
            Instant since) {}

    /** The one that signs now; none before anything was signed or brought. */
    public Optional<Known> current() {
        return newest(database).map(SigningKeys::known);
    }

    /** Whether a certificate is, or once was, the one that signs here. */
    public Optional<Known> ours(String fingerprint) {
        return database.fetchOptional("select * from signing_key where fingerprint = ?", fingerprint)
                .map(SigningKeys::known);
    }

    /** The one that signs now, made if there is none or it has run out; of two nodes one makes it. */
    SigningIdentity identity(String company) {
        return database.transactionResult(configuration -> {
            DSLContext within = configuration.dsl();
            within.execute("select pg_advisory_xact_lock(?)", LOCK);
            Record row = newest(within)
                    .filter(found -> found.get("until_at", Instant.class).isAfter(clock.instant()))
                    .orElse(null);
            if (row == null) {
                SigningIdentity made = OwnCertificate.make(company, clock.instant());
                keep(within, made, true, null);
                return made;
            }
            return open(row);
        });
    }

    /** Takes in the certificate and key of a PKCS#12 file, by which everything is signed from now on. */
    public Known bring(Actor by, byte[] file, String password) {
        SigningIdentity brought = read(file, password);
        Instant until = brought.certificate().getNotAfter().toInstant();
        if (until.isBefore(clock.instant())) {
            throw Invalid.at("file", Message.of("signing.certificateOver"));
        }
        boolean[] usage = brought.certificate().getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            throw Invalid.at("file", Message.of("signing.certificateNotForSigning"));
        }
        return database.transactionResult(configuration -> {
            keep(configuration.dsl(), brought, false, by.user());
            Known known = known(newest(configuration.dsl()).orElseThrow());
            AdministrationLog.record(
                    configuration.dsl(),
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject("signingKey", null, known.subject()),
                    null,
                    JsonMapper.shared().createObjectNode().put("fingerprint", known.fingerprint()));
            return known;
        });
    }

    private static SigningIdentity read(byte[] file, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    List<X509Certificate> chain = new ArrayList<>();
                    for (Certificate each : store.getCertificateChain(alias)) {
                        chain.add((X509Certificate) each);
                    }
                    return new SigningIdentity(key, chain);
                }
            }
            throw Invalid.at("file", Message.of("signing.noKey"));
        } catch (IOException wrongPassword) {
            throw Invalid.at("password", Message.of("signing.wrongPassword"));
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            if (unreadable instanceof Invalid invalid) {
                throw invalid;
            }
            throw Invalid.at("file", Message.of("signing.noKey"));
        }
    }

    private void keep(DSLContext within, SigningIdentity identity, boolean own, @Nullable Long by) {
        X509Certificate certificate = identity.certificate();
        try {
            StringBuilder chain = new StringBuilder();
            for (X509Certificate each : identity.chain()) {
                chain.append(Base64.getEncoder().encodeToString(each.getEncoded()))
                        .append('\n');
            }
            String sealed = box.seal(
                            SEAL,
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("algorithm", identity.key().getAlgorithm())
                                    .put(
                                            "key",
                                            Base64.getEncoder()
                                                    .encodeToString(
                                                            identity.key().getEncoded())))
                    .toString();
            within.execute(
                    """
                    insert into signing_key (subject, issuer, fingerprint, from_at, until_at, own, chain, sealed, since, by)
                    values (?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, ?, cast(? as jsonb),
                        cast(? as timestamptz), ?)
                    on conflict (fingerprint) do update set since = excluded.since, sealed = excluded.sealed
                    """,
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    SignatureCheck.fingerprint(certificate),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    own,
                    chain.toString(),
                    sealed,
                    clock.instant(),
                    by);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningIdentity open(Record row) {
        try {
            JsonNode opened = box.open(
                    SEAL,
                    JsonMapper.shared().readTree(row.get("sealed", JSONB.class).data()));
            PrivateKey key = KeyFactory.getInstance(opened.path("algorithm").stringValue())
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            Base64.getDecoder().decode(opened.path("key").stringValue())));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (String each : row.get("chain", String.class).split("\n")) {
                chain.add((X509Certificate) factory.generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(each))));
            }
            return new SigningIdentity(key, chain);
        } catch (SecretBox.Sealed e) {
            throw new Conflict("signingKeySealed", Message.of("signing.keySealed"), Map.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Record> newest(DSLContext within) {
        return within.fetchOptional("select * from signing_key order by since desc, id desc limit 1");
    }

    private static Known known(Record row) {
        return new Known(
                row.get("subject", String.class),
                row.get("issuer", String.class),
                row.get("fingerprint", String.class),
                row.get("from_at", Instant.class),
                row.get("until_at", Instant.class),
                row.get("own", Boolean.class),
                row.get("since", Instant.class));
    }
}
