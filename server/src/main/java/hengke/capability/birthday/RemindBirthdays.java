package hengke.capability.birthday;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.capability.owner.Owned;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds owners in the morning of birthdays, so many days before as the company wants. What nobody owns belongs to who
 * owns the record it lives within.
 */
@Configuration(proxyBeanMethods = false)
class RemindBirthdays {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int PART = 500;

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Notices notices;
    private final LiveOrganisation organisation;
    private final Settings settings;
    private final Clock clock;

    RemindBirthdays(
            DSLContext database,
            LiveCatalog catalog,
            Notices notices,
            LiveOrganisation organisation,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.notices = notices;
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    SettingGroup birthdaySettings() {
        return BirthdaySettings.GROUP;
    }

    @Bean
    RecurringTask<Void> remindBirthdaysTask() {
        return Tasks.recurring("remind-birthdays", Schedules.daily(zone(), MORNING))
                .execute((_, _) -> remind(LocalDate.ofInstant(clock.instant(), zone())));
    }

    void remind(LocalDate today) {
        List<Integer> before = BirthdaySettings.daysBefore(settings);
        catalog.current().objects().stream()
                .filter(object -> object.has(Celebrated.class) && object.has(Owned.class))
                .forEach(object -> {
                    RenewBirthdays.run(database, object, today);
                    before.forEach(days -> remind(object, today, days));
                });
    }

    private void remind(ObjectDefinition object, LocalDate today, int days) {
        long after = 0;
        List<Record4<Long, Long, String, String>> born;
        do {
            born = born(object, today.plusDays(days), after);
            for (Record4<Long, Long, String, String> each : born) {
                database.transaction(
                        transaction -> notices.tell(transaction.dsl(), telling(object, each, today, days)));
                after = each.value1();
            }
        } while (born.size() == PART);
    }

    private ZoneId zone() {
        return organisation.get().company().timeZone();
    }

    private List<Record4<Long, Long, String, String>> born(ObjectDefinition object, LocalDate on, long after) {
        String own = object.table();
        org.jooq.Field<Long> id = field(name(own, "id"), SQLDataType.BIGINT);
        Table<Record> from = table(name(own));
        List<org.jooq.Field<Long>> owners = new ArrayList<>();
        owners.add(field(name(own, Owned.OWNER.column()), SQLDataType.BIGINT));
        for (Field<?> parent : object.parents()) {
            if (parent.type() instanceof IdType(IdType.Records(String target))
                    && catalog.current().object(target).has(Owned.class)) {
                String alias = "above_" + owners.size();
                from = from.leftJoin(table(name(catalog.current().object(target).table()))
                                .as(alias))
                        .on(field(name(own, parent.column()), Long.class).eq(field(name(alias, "id"), Long.class)));
                owners.add(field(name(alias, Owned.OWNER.column()), SQLDataType.BIGINT));
            }
        }
        org.jooq.Field<Long> owner =
                coalesce(owners.getFirst(), owners.subList(1, owners.size()).toArray(org.jooq.Field<?>[]::new));
        return database.select(
                        id,
                        owner,
                        field(name(own, object.title().column()), SQLDataType.CLOB),
                        DSL.when(
                                field(name(own, Celebrated.CALENDAR.column()), String.class)
                                        .eq(Celebrated.LUNAR),
                                field(name(own, Celebrated.LUNAR_BIRTHDAY.column()), SQLDataType.CLOB)))
                .from(from)
                .where(field(name(own, Celebrated.NEXT.column()), SQLDataType.LOCALDATE)
                        .eq(on))
                .and(owner.isNotNull())
                .and(field(name(own, "deleted_at")).isNull())
                .and(id.gt(after))
                .orderBy(id)
                .limit(PART)
                .fetch();
    }

    private static Telling telling(
            ObjectDefinition object, Record4<Long, Long, String, String> born, LocalDate today, int days) {
        String lunar = born.value4();
        return new Telling(
                born.value2(),
                "birthday",
                days == 0
                        ? Message.of("birthday.today", object.label())
                        : Message.of("birthday.soon", object.label(), days),
                lunar == null
                        ? Message.of("notice.record", born.value3())
                        : Message.of("birthday.lunar", born.value3(), lunar),
                new Link(object.name(), born.value1()),
                "birthday:" + object.name() + ":" + born.value1() + ":" + today.plusDays(days) + ":" + days);
    }
}
