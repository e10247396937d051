package hengke.kernel.audit;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.access.Actor;
import hengke.kernel.jobs.Background;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The months of the logs, prepared at start and every night; their seals, checks and retention. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    private static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("check-logs");

    @Bean(initMethod = "prepare")
    LogMonths logMonths(DSLContext database, Clock clock) {
        return new LogMonths(database, clock);
    }

    @Bean
    RecurringTask<Void> prepareLogMonths(LogMonths months) {
        return Tasks.recurring("prepare-log-months", Schedules.daily(LocalTime.of(2, 0)))
                .execute((_, _) -> months.prepare());
    }

    @Bean
    LogSeals logSeals(DSLContext database, Clock clock) {
        return new LogSeals(database, clock);
    }

    @Bean
    RecurringTask<Void> sealLogs(LogSeals seals) {
        return Tasks.recurring("seal-logs", Schedules.fixedDelay(Duration.ofMinutes(2)))
                .execute((_, _) -> seals.visit());
    }

    @Bean
    LogCheck logCheck(DSLContext database) {
        return new LogCheck(database);
    }

    @Bean
    LogChecks logChecks(DSLContext database, LogCheck check, Clock clock, Background background) {
        return new LogChecks(database, check, clock, id -> background.promise(CHECK, Long.toString(id), Duration.ZERO));
    }

    @Bean
    OneTimeTask<Void> checkLogs(LogChecks checks) {
        return Tasks.oneTime(CHECK).execute((task, _) -> checks.run(Long.parseLong(task.getId())));
    }

    @Bean
    RecurringTask<Void> checkLogsEveryWeek(LogChecks checks) {
        return Tasks.recurring("check-logs-weekly", Schedules.cron("0 0 4 * * SUN"))
                .execute((_, _) -> checks.ask(Actor.SYSTEM));
    }

    @Bean
    LogRetention logRetention(DSLContext database, Clock clock, LogCheck check, Settings settings) {
        return new LogRetention(
                database, clock, check, () -> settings.get(LogSettings.MONTHS).intValue());
    }

    @Bean
    RecurringTask<Void> enforceLogRetention(LogRetention retention) {
        return Tasks.recurring("enforce-log-retention", Schedules.daily(LocalTime.of(3, 30)))
                .execute((_, _) -> retention.enforce());
    }

    @Bean
    SettingGroup logSettings() {
        return LogSettings.GROUP;
    }
}
