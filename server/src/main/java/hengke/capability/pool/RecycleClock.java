package hengke.capability.pool;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When records go back: a little after each full hour, so that the night of every time zone is met. */
@Configuration(proxyBeanMethods = false)
class RecycleClock {
    static final TaskDescriptor<Void> REFRESH = TaskDescriptor.of("refresh-pools");

    @Bean
    RecurringTask<Void> recyclePoolsTask(RecyclePools recycling, WarnOfReturn warning) {
        return Tasks.recurring("recycle-pools", Schedules.cron("0 2 * * * *")).execute((_, _) -> {
            recycling.run();
            warning.run();
        });
    }

    @Bean
    OneTimeTask<Void> refreshPoolsTask(RecyclePools recycling) {
        return Tasks.oneTime(REFRESH).execute((_, _) -> recycling.refresh());
    }
}
