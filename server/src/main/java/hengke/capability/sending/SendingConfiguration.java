package hengke.capability.sending;

import hengke.kernel.settings.SettingGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the settings. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {
    @Bean
    SettingGroup sendingSettings() {
        return SendingSettings.GROUP;
    }
}
