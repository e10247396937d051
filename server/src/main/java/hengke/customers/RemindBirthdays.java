package hengke.customers;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.capability.owner.Owned;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds owners in the morning of the contacts whose birthday it is; who was born on 29 February has it on the 28th. */
@Configuration(proxyBeanMethods = false)
class RemindBirthdays {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int PART = 500;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private static final org.jooq.Field<Long> ID = field(name("contact", "id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OWNER = coalesce(
            field(name("contact", Owned.OWNER.column()), SQLDataType.BIGINT),
            field(name("customer", Owned.OWNER.column()), SQLDataType.BIGINT));

    private final DSLContext database;
    private final Contact contact;
    private final Notices notices;
    private final LiveOrganisation organisation;
    private final Clock clock;

    RemindBirthdays(DSLContext database, Contact contact, Notices notices, LiveOrganisation organisation, Clock clock) {
        this.database = database;
        this.contact = contact;
        this.notices = notices;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindBirthdaysTask() {
        return Tasks.recurring("remind-birthdays", Schedules.daily(zone(), MORNING))
                .execute((_, _) -> remind(LocalDate.ofInstant(clock.instant(), zone())));
    }

    void remind(LocalDate today) {
        long after = 0;
        List<Record3<Long, Long, String>> born;
        do {
            born = born(today, after);
            for (Record3<Long, Long, String> each : born) {
                database.transaction(transaction -> notices.tell(transaction.dsl(), telling(each, today)));
                after = each.value1();
            }
        } while (born.size() == PART);
    }

    private ZoneId zone() {
        return organisation.get().company().timeZone();
    }

    private List<Record3<Long, Long, String>> born(LocalDate today, long after) {
        org.jooq.Field<String> day =
                DSL.field("to_char({0}, 'MM-DD')", SQLDataType.CLOB, field(name("contact", contact.birthday.column())));
        boolean leapDayToo = !today.isLeapYear() && MonthDay.from(today).equals(MonthDay.of(2, 28));
        return database.select(ID, OWNER, field(name("contact", contact.fullName.column()), SQLDataType.CLOB))
                .from(table(name("contact")))
                .join(table(name("customer")))
                .on(field(name("contact", contact.customer.column())).eq(field(name("customer", "id"))))
                .where(day.in(written(MonthDay.from(today)), leapDayToo ? written(LEAP_DAY) : ""))
                .and(OWNER.isNotNull())
                .and(field(name("contact", "deleted_at")).isNull())
                .and(ID.gt(after))
                .orderBy(ID)
                .limit(PART)
                .fetch();
    }

    private static String written(MonthDay day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    private Telling telling(Record3<Long, Long, String> born, LocalDate today) {
        return new Telling(
                born.value2(),
                "birthday",
                Message.of("customer.birthday"),
                Message.of("notice.record", born.value3()),
                new Link(contact.name(), born.value1()),
                "birthday:" + born.value1() + ":" + today.getYear());
    }
}
