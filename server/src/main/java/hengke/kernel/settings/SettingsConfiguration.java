package hengke.kernel.settings;

import hengke.kernel.database.DataFolder;
import hengke.kernel.events.Broadcast;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together; the groups and watches come from the packages that use settings. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    SettingDefinitions settingDefinitions(List<SettingGroup> groups, List<SettingSource> sources) {
        return new SettingDefinitions(groups, sources);
    }

    @Bean
    SecretBox secretBox(DataFolder folder) {
        return new SecretBox(folder.path().resolve("keys").resolve("settings.key"));
    }

    @Bean
    Settings settings(DSLContext dsl, SecretBox secrets, Clock clock, Broadcast broadcast) {
        Settings settings = new Settings(dsl, secrets, clock);
        broadcast.listen(SettingRows.CHANNEL, settings);
        return settings;
    }

    @Bean
    SettingChanges settingChanges(
            DSLContext dsl,
            SettingDefinitions definitions,
            Settings settings,
            SecretBox secrets,
            List<SettingWatch> watches,
            Clock clock) {
        return new SettingChanges(dsl, definitions, settings, secrets, watches, clock);
    }

    @Bean
    SettingHistory settingHistory(DSLContext dsl) {
        return new SettingHistory(dsl);
    }
}
