package hengke.kernel.schema;

import hengke.kernel.events.Broadcast;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.LiveCatalog;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** At start, after the migrations: the catalog of all business objects, and the database brought to it. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    /** The DSL context stands for a migrated database; Spring Boot makes it after Flyway. */
    @Bean
    OverlayStore overlayStore(DSLContext dsl) {
        return new OverlayStore(dsl);
    }

    @Bean
    Catalogs catalogs(ObjectProvider<BusinessObject> shipped, OverlayStore overlays, DataSource dataSource) {
        return Catalogs.start(
                shipped.orderedStream().toList(),
                overlays,
                new SchemaSync(dataSource, Patience.USUAL, new LoggedSteps()));
    }

    @Bean
    LiveCatalog liveCatalog(Catalogs catalogs) {
        return catalogs.live();
    }

    @Bean(destroyMethod = "close")
    CatalogWatch catalogWatch(Catalogs catalogs, Broadcast broadcast) {
        CatalogWatch watch = new CatalogWatch(catalogs, LOOK_AGAIN);
        broadcast.listen(OverlayStore.CHANNEL, watch);
        return watch;
    }
}
