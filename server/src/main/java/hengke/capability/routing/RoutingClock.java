package hengke.capability.routing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what waits is given out and what is late goes on to others, and when the dates are reckoned anew. */
@Configuration(proxyBeanMethods = false)
class RoutingClock {
    static final TaskDescriptor<Void> REFRESH = TaskDescriptor.of("refresh-responses");

    @Bean
    RecurringTask<Void> routeTask(RoutingJobs jobs) {
        return Tasks.recurring("route", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((_, _) -> jobs.run());
    }

    /** The calendar may have changed. */
    @Bean
    RecurringTask<Void> responsesOfTheHourTask(ResponseDates dates) {
        return Tasks.recurring("responses-of-the-hour", Schedules.cron("0 4 * * * *"))
                .execute((_, _) -> dates.refresh());
    }

    @Bean
    OneTimeTask<Void> refreshResponsesTask(ResponseDates dates) {
        return Tasks.oneTime(REFRESH).execute((_, _) -> dates.refresh());
    }
}
