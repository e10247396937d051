package hengke.capability.signing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.settings.SettingGroup;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the settings, and looks after what is not signed in time. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    SettingGroup signingSettings(SigningProviders providers) {
        return SigningSettings.group(providers.choice());
    }

    @Bean
    RecurringTask<Void> watchSigning(SigningClock clock) {
        return Tasks.recurring("watch-signing", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((_, _) -> clock.run());
    }

    @Bean
    RecurringTask<Void> followSigningServices(ServiceCourse course) {
        return Tasks.recurring("follow-signing-services", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((_, _) -> course.run());
    }
}
