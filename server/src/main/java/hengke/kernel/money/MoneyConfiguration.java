package hengke.kernel.money;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingWatch;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {
    @Bean
    SettingGroup moneySettings() {
        return MoneySettings.GROUP;
    }

    @Bean
    LiveRates liveRates(DSLContext dsl, Settings settings) {
        return new LiveRates(dsl, settings);
    }

    @Bean
    SettingWatch baseCurrency(LiveCatalog live) {
        return new BaseCurrency(live);
    }

    @Bean
    RateBook rateBook(DSLContext dsl, LiveRates live, SettingChanges changes, Clock clock) {
        return new RateBook(dsl, live, changes, clock);
    }
}
