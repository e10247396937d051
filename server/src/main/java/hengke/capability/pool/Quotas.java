package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What somebody may still take from a pool. Whoever asks holds a lock for the person until the end of the transaction, so
 * that two who take for the same person at once do not both find room for one.
 */
@Component
final class Quotas {
    /** Any number that no other advisory lock of the product begins with. */
    private static final int LOCK = 1_506_001;

    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    Quotas(Access access, LiveOrganisation organisation, Clock clock) {
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Lets nobody else give anything to these people until the transaction ends. */
    static void serialise(DSLContext database, Collection<Long> people) {
        new TreeSet<>(people)
                .forEach(person -> database.execute(
                        "select pg_advisory_xact_lock(?, ?)", LOCK, Math.toIntExact(person % Integer.MAX_VALUE)));
    }

    /** How much room one person has in one pool, counted down as records are taken. */
    final class Room {
        private final PoolDefinition pool;
        private final PoolDefinition.Limits limits;
        private int today;
        private int held;

        private Room(PoolDefinition pool, PoolDefinition.Limits limits, int today, int held) {
            this.pool = pool;
            this.limits = limits;
            this.today = today;
            this.held = held;
        }

        int today() {
            return today;
        }

        int held() {
            return held;
        }

        /** Why the person cannot take one more by claiming; counts it when nothing speaks against it. */
        Optional<Refusal> claim() {
            if (limits.perDay() != null && today >= limits.perDay()) {
                return refused("pool.perDay", pool.name(), today, limits.perDay());
            }
            Optional<Refusal> full = receive();
            if (full.isEmpty()) {
                today++;
            }
            return full;
        }

        /** Why the person cannot hold one more. */
        Optional<Refusal> receive() {
            if (limits.holding() != null && held >= limits.holding()) {
                return refused("pool.holding", pool.name(), held, limits.holding());
            }
            held++;
            return Optional.empty();
        }
    }

    /** The room of somebody in a pool, as this transaction sees it. */
    Room room(DSLContext database, ObjectDefinition object, PoolDefinition pool, long person) {
        Organisation now = organisation.get();
        PoolDefinition.Limits limits = pool.limits().of(now, person);
        Instant midnight = today().atStartOfDay(zone()).toInstant();
        return new Room(
                pool,
                limits,
                ClaimLog.claims(database, person, pool.id(), midnight),
                held(database, object, pool, person));
    }

    /** Why the person must wait, by record, for what he has had lately. */
    Map<Long, Refusal> waiting(
            DSLContext database, ObjectDefinition object, Map<Long, PoolDefinition> records, long person) {
        Map<Long, Refusal> waiting = new HashMap<>();
        if (records.values().stream().allMatch(pool -> pool.limits().coolDownDays() == null)) {
            return waiting;
        }
        ClaimLog.lost(database, object, records.keySet(), person).forEach((record, at) -> {
            Integer days = Objects.requireNonNull(records.get(record)).limits().coolDownDays();
            long left = days == null
                    ? 0
                    : ChronoUnit.DAYS.between(
                            today(), LocalDate.ofInstant(at, zone()).plusDays(days));
            if (left > 0) {
                waiting.put(record, Invalid.at(Pooled.POOL.name(), Message.of("pool.coolDown", left)));
            }
        });
        return waiting;
    }

    private int held(DSLContext database, ObjectDefinition object, PoolDefinition pool, long person) {
        Criterion belongs = pool.standard()
                ? Criterion.any(Criterion.is(Pooled.POOL, pool.id()), Criterion.not(Criterion.present(Pooled.POOL)))
                : Criterion.is(Pooled.POOL, pool.id());
        JsonNode uncounted = pool.uncounted();
        Criterion counted =
                uncounted == null ? Criterion.ALWAYS : Criterion.not(access.resolve(Actor.SYSTEM, object, uncounted));
        Alias row = Alias.of(object);
        return database.fetchCount(DSL.selectOne()
                .from(row.table())
                .where(CriterionSql.of(Criterion.all(Criterion.is(Owned.OWNER, person), belongs, counted), row))
                .and(row.living()));
    }

    private static Optional<Refusal> refused(String key, String pool, int used, int limit) {
        return Optional.of(Invalid.at(Pooled.POOL.name(), Message.of(key, pool, used, limit)));
    }

    ZoneId zone() {
        return organisation.get().company().timeZone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
