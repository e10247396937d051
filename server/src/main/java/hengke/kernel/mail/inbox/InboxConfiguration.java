package hengke.kernel.mail.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.mail.Mailer;
import hengke.kernel.settings.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    @Bean
    Mailboxes mailboxes(DSLContext database, SecretBox box, Clock clock) {
        return new Mailboxes(database, box, clock);
    }

    @Bean
    MailboxReader mailboxReader(
            DSLContext database, SecretBox box, Mailer mailer, List<MailTaker> takers, Clock clock) {
        return new MailboxReader(new ReadingTurns(database, clock), box, mailer, takers);
    }

    @Bean
    RecurringTask<Void> readMailboxes(MailboxReader reader) {
        return Tasks.recurring("read-mailboxes", Schedules.fixedDelay(Duration.ofSeconds(10)))
                .execute((_, _) -> reader.readDue());
    }
}
