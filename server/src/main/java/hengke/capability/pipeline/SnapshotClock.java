package hengke.capability.pipeline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looked for every ten minutes, so that the day begins in every time zone, and one that was missed is made up. */
@Configuration(proxyBeanMethods = false)
class SnapshotClock {
    @Bean
    RecurringTask<Void> snapshotPipelines(PipelineSnapshots snapshots) {
        return Tasks.recurring("snapshot-pipelines", Schedules.cron("20 */10 * * * *"))
                .execute((_, _) -> snapshots.take());
    }
}
