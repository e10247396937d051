package hengke.web.pools;

import hengke.capability.pool.Exemptions;
import hengke.capability.pool.LivePools;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.pool.PoolOutlook;
import hengke.capability.pool.Pools;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import hengke.web.Labelled;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Pools as administrators see and change them. */
@RestController
@RequestMapping("/api/pools")
final class PoolsController {
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final LivePools live;
    private final Pools pools;
    private final PoolOutlook outlook;
    private final PoolReader reader;
    private final Exemptions exemptions;
    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Clock clock;

    PoolsController(
            LivePools live,
            Pools pools,
            PoolOutlook outlook,
            PoolReader reader,
            Exemptions exemptions,
            Access access,
            LiveOrganisation organisation,
            LiveCatalog catalog,
            Clock clock) {
        this.live = live;
        this.pools = pools;
        this.outlook = outlook;
        this.reader = reader;
        this.exemptions = exemptions;
        this.access = access;
        this.organisation = organisation;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What would go back tonight, by rule and owner, and what is kept from it. */
    record Tonight(int records, List<Going> groups, List<Staying> kept) {}

    /** @param reason what keeps them */
    record Staying(String reason, int records) {}

    /** What may keep an object's records. */
    record ExemptionJson(String object, String name, String label) {}

    /** @param reason the rule in words */
    record Going(String reason, Labelled owner, int records) {}

    @GetMapping
    Map<String, List<PoolJson>> list(Actor actor) {
        access.requireAdministrator(actor);
        return Map.of("items", live.all().stream().map(this::shown).toList());
    }

    @GetMapping("/{id}")
    PoolJson one(Actor actor, @PathVariable long id) {
        access.requireAdministrator(actor);
        return shown(live.find(id).orElseThrow(Refusal.NotFound::new));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PoolJson add(Caller caller, @RequestBody ObjectNode json) {
        access.requireAdministrator(caller.actor());
        Body body = new Body(json);
        PoolDefinition pool = reader.read(body, null);
        body.done();
        return one(caller.actor(), pools.add(caller, pool));
    }

    @PatchMapping("/{id}")
    PoolJson change(Caller caller, @PathVariable long id, @RequestBody ObjectNode json) {
        access.requireAdministrator(caller.actor());
        PoolDefinition present = live.find(id).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(json);
        PoolDefinition pool = reader.read(body, present);
        body.done();
        pools.change(caller, pool);
        return one(caller.actor(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable long id) {
        pools.remove(caller, id);
    }

    /** What tonight's run would take back if the pool were as it is here; nothing is changed. */
    @PostMapping("/preview")
    Tonight preview(Actor actor, Language language, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        long id = body.optional("id", ID).orElse(0L);
        PoolDefinition present = live.find(id).orElse(null);
        PoolDefinition pool = reader.read(body, present);
        body.done();
        pools.check(pool);
        List<PoolDefinition> those = new ArrayList<>(live.all().stream()
                .filter(each -> each.object().equals(pool.object()) && each.id() != id)
                .toList());
        those.add(pool);
        Organisation now = organisation.get();
        List<Going> groups = outlook.expected(catalog.current().object(pool.object()), those, tonight(now)).stream()
                .filter(each -> each.pool() == pool.id())
                .map(each -> new Going(
                        pool.recycling().rules().get(each.rule()).sentence().in(language),
                        Labelled.person(now, each.owner()),
                        each.records()))
                .toList();
        List<Staying> kept = outlook.kept(catalog.current().object(pool.object()), pool, tonight(now)).stream()
                .map(each -> new Staying(each.by().label().in(language), each.records()))
                .toList();
        return new Tonight(groups.stream().mapToInt(Going::records).sum(), groups, kept);
    }

    /** What keeps records from going back unless a pool says otherwise. */
    @GetMapping("/exemptions")
    Map<String, List<ExemptionJson>> exemptions(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                catalog.current().objects().stream()
                        .flatMap(object -> exemptions.of(object).stream())
                        .map(each -> new ExemptionJson(
                                each.object(), each.name(), each.label().in(language)))
                        .toList());
    }

    private Instant tonight(Organisation now) {
        ZoneId zone = now.company().timeZone();
        return LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private PoolJson shown(PoolDefinition pool) {
        return PoolJson.of(organisation.get(), live, pool, outlook.numbers(pool));
    }
}
