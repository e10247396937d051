package hengke.capability.prediction;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.metadata.LiveCatalog;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When one learns anew, once a week, and when records are foretold anew, every day. */
@Configuration(proxyBeanMethods = false)
class PredictionClock {
    /** An object and who asked for it. */
    static final TaskDescriptor<Void> LEARN = TaskDescriptor.of("prediction-learn");

    @Bean
    RecurringTask<Void> learnWeeklyTask(Training training, Predictions predictions, DSLContext database) {
        return Tasks.recurring("prediction-weekly", Schedules.cron("0 31 * * * *"))
                .execute((_, _) -> training.keepUp(database).forEach(predictions::run));
    }

    @Bean
    RecurringTask<Void> foretellDailyTask(Predictions predictions) {
        return Tasks.recurring("prediction-daily", Schedules.cron("0 41 2 * * *"))
                .execute((_, _) -> predictions.run());
    }

    @Bean
    OneTimeTask<Void> learnTask(Training training, Predictions predictions, LiveCatalog catalog) {
        return Tasks.oneTime(LEARN).execute((task, _) -> {
            String[] asked = task.getId().split(":", -1);
            catalog.current().find(asked[0]).ifPresent(object -> {
                training.run(object, Long.parseLong(asked[1]));
                predictions.run(object);
            });
        });
    }
}
