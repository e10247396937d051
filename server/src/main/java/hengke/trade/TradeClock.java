package hengke.trade;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.settings.SettingGroup;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every morning what the day brings for quotes, contracts and their milestones. */
@Configuration(proxyBeanMethods = false)
class TradeClock {
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    @Bean
    RecurringTask<Void> contractDatesTask(ContractDates dates, LiveOrganisation organisation) {
        return Tasks.recurring(
                        "contract-dates",
                        Schedules.daily(organisation.get().company().timeZone(), MORNING))
                .execute((_, _) -> dates.run());
    }

    @Bean
    RecurringTask<Void> milestoneDatesTask(MilestoneDates dates, LiveOrganisation organisation) {
        return Tasks.recurring(
                        "milestone-dates",
                        Schedules.daily(organisation.get().company().timeZone(), MORNING))
                .execute((_, _) -> dates.run());
    }

    @Bean
    SettingGroup contractSettings() {
        return ContractSettings.GROUP;
    }
}
