package hengke.capability.task;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds whoever is in charge of a task, and its team, once, when they wanted to be reminded. */
@Configuration(proxyBeanMethods = false)
class RemindTasks {
    /** A reminder that could not be given for so long, as when the product stood still, is no use any more. */
    private static final Duration LATEST = Duration.ofDays(1);

    private static final int PART = 500;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final String DUE = """
            select t.id, t.name, t.due_at, who.person,
                   'task:' || t.id || ':' || floor(extract(epoch from t.remind_at))::bigint once
            from task t
            cross join lateral (select t.owner person where t.owner is not null
                                union select s."user" from share s
                                      where s.about_object = 'task' and s.about_id = t.id and s.deleted_at is null) who
            where t.deleted_at is null and t.remind_at > ?::timestamptz and t.remind_at <= ?::timestamptz and (t.id, who.person) > (?, ?)
              and not exists (select from notice n where n.person = who.person
                              and n.once = 'task:' || t.id || ':' || floor(extract(epoch from t.remind_at))::bigint)
            order by t.id, who.person limit ?""";

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Notices notices;
    private final Clock clock;

    RemindTasks(DSLContext database, LiveOrganisation organisation, Notices notices, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindTasksTask() {
        return Tasks.recurring("remind-tasks", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((_, _) -> remind());
    }

    void remind() {
        Instant now = clock.instant();
        long task = 0;
        long person = 0;
        Result<Record> due;
        do {
            due = database.fetch(DUE, now.minus(LATEST).toString(), now.toString(), task, person, PART);
            for (Record one : due) {
                task = one.get("id", Long.class);
                person = one.get("person", Long.class);
                Telling telling = telling(one, task, person);
                database.transaction(transaction -> notices.tell(transaction.dsl(), telling));
            }
        } while (due.size() == PART);
    }

    private Telling telling(Record one, long task, long person) {
        String due = MINUTE.format(one.get("due_at", Instant.class)
                .atZone(organisation.get().company().timeZone()));
        return new Telling(
                person,
                "task",
                Message.of("task.remind", one.get("name", String.class)),
                Message.of("task.remindDue", due),
                new Link(Task.NAME, task),
                one.get("once", String.class));
    }
}
