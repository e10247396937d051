package hengke.capability.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.capability.owner.Owned;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells superiors in the morning of agreed contacts that have not come about for so many days, if the company wants it:
 * of each once, all of one owner in one notice.
 */
@Configuration(proxyBeanMethods = false)
class EscalateContacts {
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    /** What is later than that was so before anybody wanted to be told. */
    private static final Duration LATEST = Duration.ofDays(7);

    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<Long> OWNER = field(name(Owned.OWNER.column()), SQLDataType.BIGINT);
    private static final Field<Instant> NEXT = field(name(Followed.NEXT_CONTACT_AT.column()), SQLDataType.INSTANT);
    private static final Field<Long> RECORD = field(name("record"), SQLDataType.BIGINT);

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Notices notices;
    private final Settings settings;
    private final Clock clock;

    EscalateContacts(
            DSLContext database,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Notices notices,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.organisation = organisation;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> escalateContactsTask() {
        return Tasks.recurring(
                        "escalate-contacts",
                        Schedules.daily(organisation.get().company().timeZone(), MORNING))
                .execute((_, _) -> escalate());
    }

    void escalate() {
        String after = settings.get(FollowUpSettings.ESCALATE);
        if (!after.equals(FollowUpSettings.OFF)) {
            catalog.current().objects().stream()
                    .filter(object -> object.has(Followed.class) && object.has(Owned.class))
                    .forEach(object -> escalate(object, Integer.parseInt(after)));
        }
    }

    private void escalate(ObjectDefinition object, int days) {
        Instant now = clock.instant();
        database.transaction(transaction -> {
            Map<Long, List<Long>> byOwner = remember(transaction.dsl(), object, now, now.minus(Duration.ofDays(days)));
            byOwner.forEach((owner, records) -> tell(transaction.dsl(), object, days, owner, records, now));
        });
    }

    /** Those that nobody was told of yet, by their owners; from now on they are told. */
    private static Map<Long, List<Long>> remember(
            DSLContext transaction, ObjectDefinition object, Instant now, Instant due) {
        List<Long> fresh = transaction
                .insertInto(
                        table(name("contact_escalation")),
                        field(name("object"), SQLDataType.CLOB),
                        RECORD,
                        field(name("due"), SQLDataType.INSTANT),
                        field(name("told_at"), SQLDataType.INSTANT))
                .select(select(inline(object.name()), ID, NEXT, val(now))
                        .from(table(name(object.table())))
                        .where(NEXT.le(due), NEXT.gt(due.minus(LATEST)), OWNER.isNotNull())
                        .and(field(name("deleted_at")).isNull()))
                .onConflictDoNothing()
                .returningResult(RECORD)
                .fetch(RECORD);
        return transaction
                .select(OWNER, ID)
                .from(table(name(object.table())))
                .where(ID.eq(DSL.any(fresh.toArray(Long[]::new))))
                .orderBy(NEXT)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        Record2::value1, Collectors.mapping(Record2::value2, Collectors.toList())));
    }

    private void tell(
            DSLContext transaction, ObjectDefinition object, int days, long owner, List<Long> records, Instant now) {
        Organisation people = organisation.get();
        String name = people.person(owner).map(Person::name).orElse("");
        people.superior(owner)
                .ifPresent(superior -> notices.tell(
                        transaction,
                        new Telling(
                                superior.id(),
                                "lateContact",
                                Message.of("notice.lateContact", name, records.size(), object.label(), days),
                                null,
                                records.size() == 1 ? new Link(object.name(), records.getFirst()) : null,
                                "lateContact:" + object.name() + ":" + owner + ":" + now.getEpochSecond())));
    }
}
