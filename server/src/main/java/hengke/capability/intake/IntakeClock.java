package hengke.capability.intake;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hengke.kernel.jobs.Background;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes in what the request that kept it did not come to. */
@Configuration(proxyBeanMethods = false)
class IntakeClock {
    @Bean
    OneTimeTask<Void> takeInSubmission(Intake intake, DSLContext database) {
        return Tasks.oneTime(Submissions.TASK)
                .onFailure(Background.triesAgain(_ -> {}))
                .execute((task, _) -> intake.take(database, Long.parseLong(task.getId())));
    }
}
