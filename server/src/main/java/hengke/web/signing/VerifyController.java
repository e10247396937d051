package hengke.web.signing;

import hengke.capability.signing.Envelope;
import hengke.capability.signing.Envelopes;
import hengke.capability.signing.Party;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.signing.SignatureCheck;
import hengke.kernel.signing.SigningKeys;
import hengke.web.paper.StrangerLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tells anybody whether a paper is as it was signed: from the paper they bring, and no more of it than they have. */
@RestController
@RequestMapping("/api/public/verify")
final class VerifyController {
    private static final int MOST_BYTES = 20 << 20;
    private static final int AT_ONCE = 2;

    private final Envelopes envelopes;
    private final SigningKeys keys;
    private final StrangerLimit limit;
    private final LiveOrganisation organisation;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    VerifyController(Envelopes envelopes, SigningKeys keys, StrangerLimit limit, LiveOrganisation organisation) {
        this.envelopes = envelopes;
        this.keys = keys;
        this.limit = limit;
        this.organisation = organisation;
    }

    /**
     * One signature in a paper.
     *
     * @param stampedAt when, as an authority confirms
     * @param ours is its certificate one of this company's?
     * @param own was it made by the product itself, so that no authority vouches for it?
     */
    record Signature(
            String name,
            @Nullable String reason,
            @Nullable Instant at,
            @Nullable Instant stampedAt,
            @Nullable String subject,
            @Nullable String fingerprint,
            boolean intact,
            boolean whole,
            boolean ours,
            boolean own) {}

    /**
     * What is to be said of a paper.
     *
     * @param verdict {@code intact}, {@code altered} or {@code unsigned}
     * @param archived {@code final} where it is, to the byte, the paper all have signed here, {@code partly} where not all
     *     had yet, {@code none} where it is neither
     */
    record Verified(
            String verdict,
            String archived,
            String hash,
            @Nullable Instant completedAt,
            List<Signature> signatures) {}

    /** What is told of a paper by its code: whether there is one, and its hash to compare. */
    record Registered(
            String company,
            String state,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            int signatures,
            @Nullable String hash) {}

    @GetMapping("/{code}")
    ResponseEntity<Registered> registered(@PathVariable("code") String code, HttpServletRequest request) {
        limit.admit(request);
        Envelope envelope = envelopes
                .byCode(code)
                .filter(found -> found.state() != Envelope.State.DRAFT)
                .orElseThrow(() -> limit.gone(request));
        boolean complete = envelope.state() == Envelope.State.COMPLETE;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Registered(
                        organisation.get().company().name(),
                        envelope.state().wire(),
                        envelope.startedAt(),
                        complete ? envelope.endedAt() : null,
                        (int) envelope.parties().stream()
                                .filter(party -> party.state() == Party.State.SIGNED)
                                .count(),
                        envelope.hashAfter()));
    }

    /** The file is looked at and not kept. */
    @PostMapping
    ResponseEntity<Verified> verify(@RequestParam("file") MultipartFile file, HttpServletRequest request)
            throws IOException {
        limit.admit(request);
        if (file.getSize() > MOST_BYTES) {
            throw new Refusal.TooLarge(Message.of("signing.tooLarge", MOST_BYTES >> 20));
        }
        byte[] pdf = file.getBytes();
        turns.acquireUninterruptibly();
        try {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(verified(pdf));
        } finally {
            turns.release();
        }
    }

    private Verified verified(byte[] pdf) {
        List<SignatureCheck.Signature> found = SignatureCheck.of(pdf);
        String hash = hash(pdf);
        Optional<Envelope> archived = envelopes.byHash(hash);
        boolean last = archived.map(Envelope::hashAfter).filter(hash::equals).isPresent();
        return new Verified(
                verdict(found),
                archived.isEmpty() ? "none" : last ? "final" : "partly",
                hash,
                last ? archived.map(Envelope::endedAt).orElse(null) : null,
                found.stream().map(this::shown).toList());
    }

    private static String verdict(List<SignatureCheck.Signature> found) {
        if (found.isEmpty()) {
            return "unsigned";
        }
        boolean good = found.stream().allMatch(SignatureCheck.Signature::intact)
                && found.getLast().whole();
        return good ? "intact" : "altered";
    }

    private Signature shown(SignatureCheck.Signature signature) {
        Optional<SigningKeys.Known> ours =
                Optional.ofNullable(signature.fingerprint()).flatMap(keys::ours);
        return new Signature(
                signature.name(),
                signature.reason(),
                signature.at(),
                signature.stampedAt(),
                signature.subject(),
                signature.fingerprint(),
                signature.intact(),
                signature.whole(),
                ours.isPresent(),
                ours.map(SigningKeys.Known::own).orElse(false));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
