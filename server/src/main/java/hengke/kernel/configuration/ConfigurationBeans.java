package hengke.kernel.configuration;

import hengke.kernel.schema.Catalogs;
import hengke.kernel.schema.OverlayStore;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers what administrators change the catalog with. */
@Configuration(proxyBeanMethods = false)
class ConfigurationBeans {
    @Bean
    CatalogChanges catalogChanges(Catalogs catalogs, OverlayStore overlays) {
        return new CatalogChanges(catalogs, overlays);
    }

    @Bean
    MoveRules moveRules(CatalogChanges changes) {
        return new MoveRules(changes);
    }

    @Bean
    OwnFields ownFields(CatalogChanges changes, DSLContext database, Clock clock) {
        return new OwnFields(changes, database, clock);
    }
}
