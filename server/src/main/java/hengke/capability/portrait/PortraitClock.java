package hengke.capability.portrait;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.jobs.Background;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingWatch;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When portraits are reckoned: soon after midnight, when settings change, and when there are none yet. */
@Configuration(proxyBeanMethods = false)
class PortraitClock {
    private static final TaskDescriptor<Void> ANEW = TaskDescriptor.of("reckon-portraits-anew");
    private static final LocalTime NIGHT = LocalTime.of(0, 7);

    private final Background background;
    private final Portraits portraits;

    PortraitClock(Background background, Portraits portraits) {
        this.background = background;
        this.portraits = portraits;
    }

    @Bean
    static SettingGroup portraitSettings(List<InteractionSources> sources, List<HealthFactor> factors) {
        return PortraitSettings.group(sources, factors);
    }

    @Bean
    RecurringTask<Void> reckonPortraitsTask(LiveOrganisation organisation) {
        return Tasks.recurring(
                        "reckon-portraits",
                        Schedules.daily(organisation.get().company().timeZone(), NIGHT))
                .execute((_, _) -> portraits.run());
    }

    @Bean
    OneTimeTask<Void> reckonPortraitsAnewTask() {
        return Tasks.oneTime(ANEW).execute((_, _) -> portraits.run());
    }

    @Bean
    SettingWatch portraitsFollowSettings() {
        return (_, names) -> {
            if (names.stream().anyMatch(name -> name.startsWith(PortraitSettings.NAME + "."))) {
                anew();
            }
        };
    }

    /** Once, however often it is started before they are all reckoned. */
    @EventListener(ApplicationReadyEvent.class)
    void first() {
        if (portraits.unreckoned()) {
            background.promise(ANEW, "first", Duration.ZERO);
        }
    }

    private void anew() {
        background.promiseOnce(ANEW, Duration.ZERO);
    }
}
