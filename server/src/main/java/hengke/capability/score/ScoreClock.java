package hengke.capability.score;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When scores are looked at again: a little after each full hour, so that the night of every time zone is met. */
@Configuration(proxyBeanMethods = false)
class ScoreClock {
    static final TaskDescriptor<Void> RESCORE = TaskDescriptor.of("rescore");
    static final TaskDescriptor<Void> DUE = TaskDescriptor.of("score-due");

    @Bean
    RecurringTask<Void> scoreOfTheDayTask(Rescore rescore) {
        return Tasks.recurring("score-of-the-day", Schedules.cron("0 1 * * * *"))
                .execute((_, _) -> {
                    rescore.run();
                    rescore.due();
                });
    }

    @Bean
    OneTimeTask<Void> rescoreTask(Rescore rescore) {
        return Tasks.oneTime(RESCORE).execute((_, _) -> rescore.run());
    }

    @Bean
    OneTimeTask<Void> scoreDueTask(Rescore rescore) {
        return Tasks.oneTime(DUE).execute((_, _) -> rescore.due());
    }
}
