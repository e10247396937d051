package hengke.capability.intake;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.jobs.Background;
import hengke.kernel.settings.SettingGroup;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes in what the request that kept it did not come to, and clears by night what is of no use any more. */
@Configuration(proxyBeanMethods = false)
class IntakeClock {
    @Bean
    OneTimeTask<Void> takeInSubmission(Intake intake, DSLContext database) {
        return Tasks.oneTime(Submissions.TASK)
                .onFailure(Background.triesAgain(_ -> {}))
                .execute((task, _) -> intake.take(database, Long.parseLong(task.getId())));
    }

    @Bean
    RecurringTask<Void> clearSubmissions(SubmissionRetention retention) {
        return Tasks.recurring("clear-submissions", Schedules.daily(LocalTime.of(3, 40)))
                .execute((_, _) -> retention.clear());
    }

    @Bean
    SettingGroup intakeSettings() {
        return IntakeSettings.GROUP;
    }
}
