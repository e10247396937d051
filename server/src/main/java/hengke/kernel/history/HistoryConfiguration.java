package hengke.kernel.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history's months: prepared at start, before anything is written, and every night. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
    @Bean(initMethod = "prepare")
    HistoryMonths historyMonths(DSLContext database, Clock clock) {
        return new HistoryMonths(database, clock);
    }

    @Bean
    RecurringTask<Void> prepareHistoryMonths(HistoryMonths months) {
        return Tasks.recurring("prepare-history-months", Schedules.daily(LocalTime.of(2, 0)))
                .execute((_, _) -> months.prepare());
    }
}
