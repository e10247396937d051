package hengke.capability.activity;

import hengke.kernel.settings.SettingGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts following up together. */
@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {
    @Bean
    SettingGroup followUpSettings() {
        return FollowUpSettings.GROUP;
    }
}
