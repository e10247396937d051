package hengke.capability.webhook;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When messages are sent: at once when there are new ones, and whatever is to be tried again every few seconds. */
@Configuration(proxyBeanMethods = false)
class WebhookClock {
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-new-webhooks");

    @Bean
    OneTimeTask<Void> sendNewWebhooks(SendDeliveries sending) {
        return Tasks.oneTime(SEND).execute((_, _) -> sending.run());
    }

    @Bean
    RecurringTask<Void> sendWebhooks(SendDeliveries sending) {
        return Tasks.recurring("send-webhooks", Schedules.fixedDelay(Duration.ofSeconds(5)))
                .execute((_, _) -> sending.run());
    }

    @Bean
    RecurringTask<Void> forgetWebhooks(DeliveryLog log) {
        return Tasks.recurring("forget-webhooks", Schedules.cron("0 50 3 * * *"))
                .execute((_, _) -> log.forget());
    }
}
