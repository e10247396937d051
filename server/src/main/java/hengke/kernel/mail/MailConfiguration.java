package hengke.kernel.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    SettingGroup mailSettings() {
        return MailSettings.GROUP;
    }

    @Bean
    Mailer mailer(Settings settings, SecretBox box, Clock clock) {
        return new Mailer(settings, box, clock);
    }

    @Bean
    MailQueue mailQueue(DSLContext dsl, Settings settings, SecretBox box, StoredFiles files, Clock clock) {
        return new MailQueue(
                dsl,
                settings,
                box,
                enclosure -> files.find(enclosure.file())
                        .map(file -> new Smtp.Enclosed(enclosure.name(), file.type(), () -> files.open(file))),
                clock);
    }

    @Bean
    RecurringTask<Void> sendMails(MailQueue queue) {
        return Tasks.recurring("send-mails", Schedules.fixedDelay(Duration.ofSeconds(5)))
                .execute((_, _) -> queue.sendDue());
    }

    @Bean
    RecurringTask<Void> forgetSentMails(MailQueue queue) {
        return Tasks.recurring("forget-sent-mails", Schedules.daily(LocalTime.of(3, 45)))
                .execute((_, _) -> queue.forgetOld());
    }
}
