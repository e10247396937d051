package hengke.automation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When runs are moved on: at once when one has begun, and whatever the time brings every few seconds. */
@Configuration(proxyBeanMethods = false)
class AutomationClock {
    static final TaskDescriptor<Void> ADVANCE = TaskDescriptor.of("advance-automations");

    @Bean
    OneTimeTask<Void> advanceAutomationsTask(Advance advance) {
        return Tasks.oneTime(ADVANCE).execute((_, _) -> advance.run());
    }

    @Bean
    RecurringTask<Void> watchAutomationsTask(Advance advance) {
        return Tasks.recurring("watch-automations", Schedules.fixedDelay(Duration.ofSeconds(15)))
                .execute((_, _) -> advance.run());
    }

    @Bean
    RecurringTask<Void> lookAtTimeTask(LookAtTime looking) {
        return Tasks.recurring("begin-automations", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((_, _) -> looking.run());
    }

    @Bean
    RecurringTask<Void> forgetAutomationRunsTask(Forgetting forgetting) {
        return Tasks.recurring("forget-automation-runs", Schedules.cron("0 40 3 * * *"))
                .execute((_, _) -> forgetting.run());
    }
}
