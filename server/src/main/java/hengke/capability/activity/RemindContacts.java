package hengke.capability.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.capability.owner.Owned;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds owners, every minute, of the records whose next contact has come. */
@Configuration(proxyBeanMethods = false)
class RemindContacts {
    /** A reminder that could not be given for so long, as when the product stood still, is no use any more. */
    private static final Duration LATEST = Duration.ofDays(1);

    private static final int PART = 500;
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OWNER = field(name(Owned.OWNER.column()), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> NEXT =
            field(name(Followed.NEXT_CONTACT_AT.column()), SQLDataType.INSTANT);

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Notices notices;
    private final Clock clock;

    RemindContacts(DSLContext database, LiveCatalog catalog, Notices notices, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindContactsTask() {
        return Tasks.recurring("remind-contacts", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((_, _) -> remind());
    }

    void remind() {
        catalog.current().objects().stream()
                .filter(object -> object.has(Followed.class) && object.has(Owned.class))
                .forEach(this::remind);
    }

    private void remind(ObjectDefinition object) {
        long after = 0;
        List<Record4<Long, Long, Instant, String>> due;
        do {
            due = due(object, after);
            for (Record4<Long, Long, Instant, String> record : due) {
                database.transaction(transaction -> notices.tell(transaction.dsl(), telling(object, record)));
                after = record.get(ID);
            }
        } while (due.size() == PART);
    }

    private List<Record4<Long, Long, Instant, String>> due(ObjectDefinition object, long after) {
        Instant now = clock.instant();
        return database.select(ID, OWNER, NEXT, field(name(object.title().column()), SQLDataType.CLOB))
                .from(table(name(object.table())))
                .where(NEXT.gt(now.minus(LATEST)), NEXT.le(now), OWNER.isNotNull(), ID.gt(after))
                .and(field(name("deleted_at")).isNull())
                .andNotExists(DSL.selectOne()
                        .from(table(name("notice")))
                        .where(field(name("notice", "person"), Long.class).eq(OWNER))
                        .and(field(name("once"), String.class)
                                .eq(DSL.concat(
                                        DSL.inline("contact:" + object.name() + ":"),
                                        field(name(object.table(), "id"), SQLDataType.BIGINT)
                                                .cast(SQLDataType.CLOB),
                                        DSL.inline(":"),
                                        seconds()))))
                .orderBy(ID)
                .limit(PART)
                .fetch();
    }

    private static org.jooq.Field<String> seconds() {
        return DSL.field("floor(extract(epoch from {0}))::bigint::text", SQLDataType.CLOB, NEXT);
    }

    private static Telling telling(ObjectDefinition object, Record4<Long, Long, Instant, String> record) {
        String title = record.value4();
        return new Telling(
                record.value2(),
                "contact",
                Message.of("notice.contact", object.label()),
                title == null ? null : Message.of("notice.record", title),
                new Link(object.name(), record.value1()),
                "contact:" + object.name() + ":" + record.value1() + ":"
                        + record.value3().getEpochSecond());
    }
}
