package hengke.capability.worth;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When worth is told anew: looked for a little after each full hour, so that the night of every time zone is met. */
@Configuration(proxyBeanMethods = false)
class WorthClock {
    static final TaskDescriptor<Void> REVALUE = TaskDescriptor.of("revalue");

    @Bean
    RecurringTask<Void> revaluePeriodically(Revaluation revaluation, DSLContext database) {
        return Tasks.recurring("revalue-nightly", Schedules.cron("0 7 * * * *"))
                .execute((_, _) -> revaluation.catchUp(database));
    }

    @Bean
    OneTimeTask<Void> revalueNow(Revaluation revaluation) {
        return Tasks.oneTime(REVALUE).execute((_, _) -> revaluation.run());
    }
}
