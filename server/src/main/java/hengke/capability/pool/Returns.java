package hengke.capability.pool;

import static org.jooq.impl.DSL.inline;

import hengke.capability.activity.Followed;
import hengke.capability.owner.Owned;
import hengke.capability.pool.PoolDefinition.Return;
import hengke.capability.pool.PoolDefinition.Since;
import hengke.capability.worth.Valued;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.calendar.WorkingTime;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.DerivedUpdate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * When records go back to their pools by themselves: one expression over the record's own row, from which the stored
 * date, the nightly run and its preview are all taken.
 *
 * <p>A pool with a filter that makes no sense any more, because a field is gone, takes nothing back until it is mended.
 */
@Component
final class Returns {
    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
    /** Working days are reckoned so far back and ahead; what was touched earlier is due in any case. */
    private static final int DAYS_BACK = 1_200;

    private static final int DAYS_AHEAD = 800;
    private static final Field<Instant> NEVER = DSL.field("null::timestamptz", SQLDataType.INSTANT);
    private static final Field<Integer> NO_RULE = DSL.field("null::int", SQLDataType.INTEGER);

    private final LivePools pools;
    private final Access access;
    private final Exemptions exemptions;
    private final LiveOrganisation organisation;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Returns(
            LivePools pools,
            Access access,
            Exemptions exemptions,
            LiveOrganisation organisation,
            WorkingCalendar calendar,
            Clock clock) {
        this.pools = pools;
        this.access = access;
        this.exemptions = exemptions;
        this.organisation = organisation;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** From when the days of an object's records can be counted. */
    static List<Since> counted(ObjectDefinition object) {
        return Arrays.stream(Since.values())
                .filter(since -> switch (since) {
                    case CLAIM -> true;
                    case CONTACT -> object.has(Followed.class);
                    case DEAL -> object.has(Valued.class);
                })
                .toList();
    }

    /**
     * The date of a row and which rule gives it.
     *
     * @param rule the place of the rule in its pool; null without a date
     */
    record Due(Field<Instant> at, Field<Integer> rule) {}

    /** Writes the dates of these records anew, and answers them. */
    Map<Long, Instant> refresh(DSLContext database, ObjectDefinition object, Collection<Long> ids) {
        Map<Long, Instant> dates = new HashMap<>();
        if (!ids.isEmpty()) {
            Alias row = Alias.of(object);
            Field<Long> id = DSL.field(DSL.name(object.table(), "id"), SQLDataType.BIGINT);
            database.update(DSL.table(DSL.name(object.table())))
                    .set(column(), DSL.field(DSL.name("d", "at"), SQLDataType.INSTANT))
                    .from(DSL.select(
                                    row.id().as("id"),
                                    due(object, pools.of(object), row).at().as("at"))
                            .from(row.table())
                            .where(row.id().eq(DSL.any(ids.toArray(Long[]::new))))
                            .asTable("d"))
                    .where(id.eq(DSL.field(DSL.name("d", "id"), SQLDataType.BIGINT)))
                    .returningResult(id, DSL.field(DSL.name(object.table(), column().getName()), SQLDataType.INSTANT))
                    .forEach(found -> {
                        if (found.value2() != null) {
                            dates.put(found.value1(), found.value2());
                        }
                    });
        }
        return dates;
    }

    /** Writes the dates anew of all living records that a condition names whose date is another; answers how many. */
    int refresh(DSLContext database, ObjectDefinition object, Function<Field<Long>, Condition> which) {
        Due due = due(object, pools.of(object), Alias.of(object));
        return new DerivedUpdate(object)
                .set(column().getName(), due.at())
                .unlessChanged(SystemFields.VERSION.column())
                .run(database, which);
    }

    private static Field<Instant> column() {
        return DSL.field(DSL.name(Pooled.RETURNS_AT.column()), SQLDataType.INSTANT);
    }

    /** When a row goes back, under these pools, and by which of the rules. */
    Due due(ObjectDefinition object, List<PoolDefinition> those, Alias row) {
        CaseConditionStep<Instant> at = null;
        CaseConditionStep<Integer> rule = null;
        for (PoolDefinition pool : those) {
            Due its = due(object, pool, row);
            Condition here = CriterionSql.of(belongs(pool), row);
            at = at == null ? DSL.when(here, its.at()) : at.when(here, its.at());
            rule = rule == null ? DSL.when(here, its.rule()) : rule.when(here, its.rule());
        }
        return at == null || rule == null ? never() : new Due(at, rule);
    }

    static Criterion belongs(PoolDefinition pool) {
        Criterion named = Criterion.is(Pooled.POOL, pool.id());
        Criterion here = pool.standard() ? Criterion.any(named, Criterion.not(Criterion.present(Pooled.POOL))) : named;
        return Criterion.all(Criterion.present(Owned.OWNER), here);
    }

    private Due due(ObjectDefinition object, PoolDefinition pool, Alias row) {
        PoolDefinition.Recycling recycling = pool.recycling();
        if (!pool.takesBack()) {
            return never();
        }
        try {
            Condition exempt = condition(object, recycling.exempt(), row, false)
                    .or(exemptions.keep(object, recycling.despite(), row));
            Map<Since, Due> bySince = new EnumMap<>(Since.class);
            for (Since since : counted(object)) {
                Due first = first(object, recycling.rules(), since, row);
                if (first != null) {
                    bySince.put(since, first);
                }
            }
            return protectedAsLong(exempt, earliest(List.copyOf(bySince.values())), row);
        } catch (Refusal refusal) {
            LOG.warn("Pool {} takes nothing back: {}", pool.id(), refusal.getMessage());
            return never();
        }
    }

    /** Of the rules that count from the same moment the first that fits decides. */
    private @Nullable Due first(ObjectDefinition object, List<Return> rules, Since since, Alias row) {
        CaseConditionStep<Instant> at = null;
        CaseConditionStep<Integer> rule = null;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).since() == since) {
                Condition fits = condition(object, rules.get(i).filter(), row, true);
                Field<Instant> date = date(rules.get(i), since(since, row));
                at = at == null ? DSL.when(fits, date) : at.when(fits, date);
                rule = rule == null ? DSL.when(fits, inline(i)) : rule.when(fits, inline(i));
            }
        }
        return at == null || rule == null ? null : new Due(at, rule);
    }

    private static Due earliest(List<Due> dates) {
        return dates.stream().reduce(Returns::earlier).orElseGet(Returns::never);
    }

    private static Due earlier(Due one, Due other) {
        Condition first =
                one.at().isNotNull().and(other.at().isNull().or(one.at().le(other.at())));
        return new Due(
                DSL.least(one.at(), other.at()), DSL.when(first, one.rule()).otherwise(other.rule()));
    }

    private Due protectedAsLong(Condition exempt, Due due, Alias row) {
        Field<Instant> shielded = DSL.field(
                "((({0} + 1)::timestamp) at time zone {1})",
                SQLDataType.INSTANT, row.column(Pooled.PROTECTED_UNTIL), inline(zone()));
        Condition never = exempt.or(due.at().isNull());
        return new Due(
                DSL.when(never, NEVER).otherwise(DSL.greatest(due.at(), shielded)),
                DSL.when(never, NO_RULE).otherwise(due.rule()));
    }

    private Field<Instant> since(Since since, Alias row) {
        Field<Instant> got =
                DSL.coalesce(instant(row.column(Pooled.CLAIMED_AT)), instant(row.column(SystemFields.CREATED_AT)));
        return switch (since) {
            case CLAIM -> got;
            case CONTACT -> DSL.greatest(got, instant(row.column(Followed.LAST_CONTACT_AT)));
            case DEAL ->
                DSL.greatest(
                        got,
                        DSL.field(
                                "({0}::timestamp at time zone {1})",
                                SQLDataType.INSTANT, row.column(Valued.LAST_DEAL_ON), inline(zone())));
        };
    }

    /** The first moment of the day after so many whole days. */
    private Field<Instant> date(Return rule, Field<Instant> since) {
        if (rule.days() == null) {
            return NEVER;
        }
        Field<LocalDate> day = DSL.field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, since, inline(zone()));
        Field<LocalDate> last = rule.workingDays()
                ? DSL.field(
                        "({0})[width_bucket({1}, {0}) + {2}]",
                        SQLDataType.LOCALDATE, DSL.val(workingDays()), day, inline(rule.days()))
                : DSL.field("({0} + {1})", SQLDataType.LOCALDATE, day, inline(rule.days()));
        return DSL.field("(({0} + 1)::timestamp at time zone {1})", SQLDataType.INSTANT, last, inline(zone()));
    }

    /** As the database looks a day up in it: how many working days lie at or before it. */
    private LocalDate[] workingDays() {
        WorkingTime time = calendar.time();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        List<LocalDate> days = new ArrayList<>();
        today.minusDays(DAYS_BACK)
                .datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(time::works)
                .forEach(days::add);
        return days.toArray(LocalDate[]::new);
    }

    private Condition condition(ObjectDefinition object, @Nullable JsonNode filter, Alias row, boolean without) {
        return filter == null
                ? without ? DSL.trueCondition() : DSL.falseCondition()
                : CriterionSql.of(access.resolve(Actor.SYSTEM, object, filter), row);
    }

    private String zone() {
        return organisation.get().company().timeZone().getId();
    }

    private static Due never() {
        return new Due(NEVER, NO_RULE);
    }

    private static Field<Instant> instant(Field<?> column) {
        return column.coerce(SQLDataType.INSTANT);
    }
}
