package hengke.kernel.calendar;

import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    SettingGroup calendarSettings() {
        return CalendarSettings.GROUP;
    }

    @Bean
    WorkingCalendar workingCalendar(DSLContext dsl, Settings settings, SettingChanges changes, Clock clock) {
        return new WorkingCalendar(dsl, settings, changes, clock);
    }
}
