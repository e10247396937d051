package hengke.capability.signing;

import hengke.kernel.files.StoredFile;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.signing.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows the papers that certified services lead: when a service rings, and from time to time in case it did not. The
 * service is asked outside of any transaction, and what it says is applied in one.
 */
@Component
public class ServiceCourse {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCourse.class);

    private final DSLContext database;
    private final SigningProviders providers;
    private final Turns turns;
    private final PaperFiles files;

    ServiceCourse(DSLContext database, SigningProviders providers, Turns turns, PaperFiles files) {
        this.database = database;
        this.providers = providers;
        this.turns = turns;
        this.files = files;
    }

    /**
     * A service rings.
     *
     * @throws Refusal.NotFound there is no such service, or it leads no such paper
     * @throws IOException the service rang and does not answer now: it is to ring again
     */
    public void rung(String name, SigningService.Ring ring) throws IOException {
        SigningService service = providers.service(name).orElseThrow(Refusal.NotFound::new);
        String reference = service.rung(ring);
        long id = database.fetchOptional(
                        "select id from signing_envelope where provider = ? and reference = ?", name, reference)
                .map(row -> row.get("id", Long.class))
                .orElseThrow(Refusal.NotFound::new);
        follow(service, id, reference);
    }

    /**
     * Where a party signs that is asked; empty for the product's own pages.
     *
     * @throws Refusal.Conflict the service does not say so now
     */
    public Optional<URI> door(Envelope envelope, Party party) {
        try {
            Optional<URI> door = providers.of(envelope).door(envelope, party);
            if (door.isPresent()
                    && !List.of("https", "http").contains(door.get().getScheme())) {
                throw new IOException("no address of a page: " + door.get());
            }
            return door;
        } catch (IOException away) {
            LOG.warn("{} does not say where paper {} is signed", envelope.provider(), envelope.id(), away);
            throw new Refusal.Conflict("serviceAway", Message.of("signing.serviceAway"), Map.of());
        }
    }

    /** Asks after each that is under way, and tells services what has ended here. */
    void run() {
        led("(untold or state in ('out', 'partly'))").forEach(this::attend);
    }

    /** Tells its service at once that a paper has ended here; later where it does not answer now. */
    void tell(long id) {
        led("untold and id = " + id).forEach(this::attend);
    }

    private record Led(long id, String provider, String reference, boolean untold, String reason) {}

    private List<Led> led(String condition) {
        return database.fetch("""
                        select id, provider, reference, untold, coalesce(reason, '') as reason from signing_envelope
                        where provider <> 'own' and %s order by id
                        """.formatted(condition))
                .map(row -> new Led(
                        row.get("id", Long.class),
                        row.get("provider", String.class),
                        row.get("reference", String.class),
                        row.get("untold", Boolean.class),
                        row.get("reason", String.class)));
    }

    private void attend(Led led) {
        providers.service(led.provider()).ifPresent(service -> {
            try {
                if (led.untold()) {
                    service.cancel(led.reference(), led.reason());
                    database.execute("update signing_envelope set untold = false where id = ?", led.id());
                } else {
                    follow(service, led.id(), led.reference());
                }
            } catch (IOException | RuntimeException away) {
                LOG.warn("{} does not answer about paper {}; it is asked again later", service.name(), led.id(), away);
            }
        });
    }

    private void follow(SigningService service, long id, String reference) throws IOException {
        List<Happening> happened = service.happened(reference);
        Envelope seen = Envelopes.find(database, id).orElseThrow(Refusal.NotFound::new);
        if (!seen.state().underWay()) {
            return;
        }
        byte[] paper = signedByAll(seen, happened) ? checked(service.paper(reference)) : null;
        database.transaction(configuration -> apply(configuration.dsl(), id, happened, paper));
    }

    private void apply(DSLContext within, long id, List<Happening> happened, byte @Nullable [] paper) {
        for (Happening each : happened) {
            Envelope envelope = Envelopes.hold(within, id).orElseThrow();
            boolean last = envelope.parties().stream()
                    .allMatch(party -> party.turn() == each.turn() || party.state() == Party.State.SIGNED);
            if (last
                    && each instanceof Happening.Signed signed
                    && envelope.state().underWay()) {
                if (paper == null) {
                    return;
                }
                StoredFile file = files.keep(envelope.title(), paper);
                turns.happened(
                        within,
                        envelope,
                        new Happening.Signed(signed.turn(), signed.at(), signed.way(), signed.how(), file.id()),
                        SigningLog.Origin.NONE);
            } else {
                turns.happened(within, envelope, each, SigningLog.Origin.NONE);
            }
        }
    }

    private static boolean signedByAll(Envelope envelope, List<Happening> happened) {
        Set<Integer> signed = new HashSet<>();
        for (Happening each : happened) {
            if (each instanceof Happening.Signed) {
                signed.add(each.turn());
            }
        }
        return signed.containsAll(envelope.parties().stream().map(Party::turn).toList());
    }

    /** What bears no signature that covers all of it is not what was agreed, whoever sends it. */
    private static byte[] checked(byte[] paper) throws IOException {
        List<SignatureCheck.Signature> found = SignatureCheck.of(paper);
        if (found.isEmpty()
                || !found.stream().allMatch(SignatureCheck.Signature::intact)
                || !found.getLast().whole()) {
            throw new IOException("the service gave back a paper whose signatures are not whole");
        }
        return paper;
    }
}
