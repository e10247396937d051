package hengke.kernel.subscription;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When it is looked what is due, and sent. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {
    @Bean
    RecurringTask<Void> openReportTurnsTask(LookWhatIsDue looking) {
        return Tasks.recurring("open-report-turns", Schedules.fixedDelay(Duration.ofSeconds(20)))
                .execute((_, _) -> looking.run());
    }

    @Bean
    RecurringTask<Void> sendReportsTask(SendReports sending) {
        return Tasks.recurring("send-reports", Schedules.fixedDelay(Duration.ofSeconds(5)))
                .execute((_, _) -> sending.run());
    }

    @Bean
    RecurringTask<Void> forgetReportTurnsTask(ReportTurns turns) {
        return Tasks.recurring("forget-report-turns", Schedules.daily(LocalTime.of(3, 55)))
                .execute((_, _) -> turns.forgetOld());
    }
}
