package hengke.automation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.automation.Runs.Beginning;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.records.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Lets records begin whose day has come, and those of a schedule that is due. How far it has looked is written down with
 * what has begun, so that nothing is missed while the product stands still and nothing begins twice; of two nodes one
 * looks.
 */
@Component
public final class LookAtTime {
    private static final int PART = 5_000;

    /** What was missed for longer, as when the product stood still, is not begun any more. */
    private static final Duration LATEST = Duration.ofDays(7);

    private final LiveAutomations automations;
    private final LiveCatalog catalog;
    private final Beginnings beginnings;
    private final WorkingCalendar calendar;
    private final LiveOrganisation organisation;
    private final Writer writer;

    LookAtTime(
            LiveAutomations automations,
            LiveCatalog catalog,
            Beginnings beginnings,
            WorkingCalendar calendar,
            LiveOrganisation organisation,
            Writer writer) {
        this.automations = automations;
        this.catalog = catalog;
        this.beginnings = beginnings;
        this.calendar = calendar;
        this.organisation = organisation;
        this.writer = writer;
    }

    /** Looks at all of them now; how many records begin. */
    public int run() {
        int begun = 0;
        for (Automation automation : automations.all()) {
            Optional<ObjectDefinition> object = catalog.current().find(automation.object());
            if (automation.active() && object.isPresent()) {
                begun += switch (automation.plan().trigger()) {
                    case Trigger.Day day -> days(automation, object.get(), day);
                    case Trigger.Schedule schedule -> scheduled(automation, object.get(), schedule);
                    case Trigger.Created _,
                            Trigger.Changed _,
                            Trigger.Became _,
                            Trigger.Event _,
                            Trigger.Called _,
                            Trigger.Button _ -> 0;
                };
            }
        }
        return begun;
    }

    /** The row of the automation is held meanwhile; empty where another node has it, or it was switched off. */
    private static Optional<Instant> held(DSLContext within, Automation automation) {
        return within.fetchOptional("""
                        select looked_at from automation
                        where id = ? and active and edition = ? for no key update skip locked
                        """, automation.id(), automation.edition())
                .map(row -> row.get("looked_at", OffsetDateTime.class).toInstant());
    }

    private static void looked(DSLContext within, Automation automation, Instant until) {
        within.execute(
                "update automation set looked_at = cast(? as timestamptz) where id = ?",
                until.toString(),
                automation.id());
    }

    private static Instant since(Instant looked, Instant now) {
        Instant earliest = now.minus(LATEST);
        return looked.isBefore(earliest) ? earliest : looked;
    }

    private int days(Automation automation, ObjectDefinition object, Trigger.Day day) {
        Field<?> field = object.field(day.field()).filter(PlanCheck::dated).orElse(null);
        if (field == null) {
            return 0;
        }
        return writer.inTransaction(within -> {
            Optional<Instant> looked = held(within, automation);
            Instant now = beginnings.now();
            if (looked.isEmpty() || !looked.get().isBefore(now)) {
                return 0;
            }
            Instant since = since(looked.get(), now);
            int begun = 0;
            long last = 0;
            List<Beginning> part;
            do {
                part = due(within, object, field, day, since, now, last);
                begun += beginnings.begin(within, automation, object, part);
                last = part.isEmpty() ? last : part.getLast().record();
            } while (part.size() == PART);
            looked(within, automation, now);
            return begun;
        });
    }

    /** Those whose moment lies after one and not after another; whole days are read, and judged one by one. */
    private List<Beginning> due(
            DSLContext within,
            ObjectDefinition object,
            Field<?> field,
            Trigger.Day day,
            Instant since,
            Instant now,
            long after) {
        ZoneId zone = organisation.get().company().timeZone();
        var id = field(name("id"), SQLDataType.BIGINT);
        boolean moment = field.type() instanceof DateTimeType;
        LocalDate from = LocalDate.ofInstant(since, zone).minusDays(day.days());
        LocalDate to = LocalDate.ofInstant(now, zone).minusDays(day.days());
        Condition near = moment
                ? field(name(field.column()), SQLDataType.INSTANT)
                        .between(
                                from.atStartOfDay(zone).toInstant(),
                                to.plusDays(1).atStartOfDay(zone).toInstant())
                : field(name(field.column()), SQLDataType.LOCALDATE).between(from, to);
        List<Beginning> due = new ArrayList<>();
        long last = after;
        int read;
        do {
            org.jooq.Field<?> value = moment
                    ? field(name(field.column()), SQLDataType.INSTANT)
                    : field(name(field.column()), SQLDataType.LOCALDATE);
            var rows = within.select(id, value)
                    .from(table(name(object.table())))
                    .where(near)
                    .and(field(name("deleted_at")).isNull())
                    .and(id.gt(last))
                    .orderBy(id)
                    .limit(PART)
                    .fetch();
            read = rows.size();
            for (Record row : rows) {
                last = row.get(id);
                Object its = Objects.requireNonNull(row.get(1));
                Instant then = Days.due(its, day.days(), day.at(), zone);
                if (then != null && then.isAfter(since) && !then.isAfter(now)) {
                    due.add(new Beginning(last, "day:" + its, List.of()));
                }
            }
        } while (read == PART && due.size() < PART);
        return due;
    }

    private int scheduled(Automation automation, ObjectDefinition object, Trigger.Schedule schedule) {
        return writer.inTransaction(within -> {
            Optional<Instant> looked = held(within, automation);
            Instant now = beginnings.now();
            if (looked.isEmpty()) {
                return 0;
            }
            // what was missed before the last time is not made up for
            Optional<Instant> due = schedule.rhythm()
                    .last(
                            since(looked.get(), now),
                            now,
                            calendar.time(),
                            organisation.get().company().timeZone());
            if (due.isEmpty()) {
                return 0;
            }
            int begun = beginnings.beginAll(within, automation, object, "schedule:" + due.get());
            looked(within, automation, now);
            return begun;
        });
    }
}
