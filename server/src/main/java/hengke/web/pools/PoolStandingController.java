package hengke.web.pools;

import hengke.capability.pool.ClaimLog;
import hengke.capability.pool.PoolStanding;
import hengke.capability.pool.PoolStanding.Mine;
import hengke.capability.pool.PoolStanding.OfRecord;
import hengke.capability.pool.Pooled;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.Labelled;
import hengke.web.records.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pools of whoever asks, and how a record stands with its pool. */
@RestController
@RequestMapping("/api")
final class PoolStandingController {
    private final Reading reading;
    private final PoolStanding standing;
    private final LiveOrganisation organisation;

    PoolStandingController(Reading reading, PoolStanding standing, LiveOrganisation organisation) {
        this.reading = reading;
        this.standing = standing;
        this.organisation = organisation;
    }

    /** A pool somebody belongs to, with what is used of its limits. */
    record MyPool(
            long id,
            String name,
            String object,
            boolean administrator,
            boolean claims,
            int today,
            @Nullable Integer perDay,
            int held,
            @Nullable Integer holding) {}

    /** How a record stands. */
    record Standing(
            @Nullable Labelled pool,
            boolean free,
            @Nullable Instant returnsAt,
            @Nullable String reason,
            @Nullable String keptBy,
            List<String> hidden,
            List<Hands> history) {}

    /** One change of hands. */
    record Hands(
            Instant at,
            String kind,
            @Nullable Labelled owner,
            @Nullable Labelled former,
            @Nullable Labelled pool,
            @Nullable Labelled by,
            @Nullable String reason) {}

    @GetMapping("/pools/mine")
    Map<String, List<MyPool>> mine(Actor actor) {
        return Map.of(
                "items",
                standing.mine(actor).stream().map(PoolStandingController::shown).toList());
    }

    @GetMapping("/pools/of/{object}/{id}")
    Standing ofRecord(
            Actor actor, Language language, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Pooled.class)) {
            throw new Refusal.NotFound();
        }
        Row row = reading.row(actor, object, id);
        OfRecord found = standing.of(actor, object, row);
        Organisation now = organisation.get();
        return new Standing(
                pool(found.pool()),
                found.free(),
                found.returnsAt(),
                found.reason() == null ? null : found.reason().in(language),
                found.keptBy() == null ? null : found.keptBy().in(language),
                found.hidden().stream()
                        .map(Field::label)
                        .map(label -> label.in(language))
                        .toList(),
                found.history().stream().map(each -> hands(now, language, each)).toList());
    }

    private static MyPool shown(Mine mine) {
        return new MyPool(
                mine.pool().id(),
                mine.pool().name(),
                mine.pool().object(),
                mine.administrator(),
                mine.claims(),
                mine.today(),
                mine.limits().perDay(),
                mine.held(),
                mine.limits().holding());
    }

    private Hands hands(Organisation now, Language language, ClaimLog.Entry entry) {
        return new Hands(
                entry.at(),
                entry.kind().wire(),
                Labelled.personOrNull(now, entry.person()),
                Labelled.personOrNull(now, entry.former()),
                pool(entry.pool()),
                Labelled.personOrNull(now, entry.actor() == 0 ? null : entry.actor()),
                KeptMessage.in(entry.reason(), language));
    }

    private @Nullable Labelled pool(@Nullable Long id) {
        return standing.pool(id)
                .map(pool -> new Labelled(pool.id(), pool.name()))
                .orElse(null);
    }
}
