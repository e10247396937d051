package hengke.web.once;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets kept answers after their day. */
@Configuration(proxyBeanMethods = false)
class ForgetAnswers {
    @Bean
    RecurringTask<Void> forgetKeptAnswers(KeptAnswers answers) {
        return Tasks.recurring("forget-kept-answers", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> answers.forgetOld());
    }
}
