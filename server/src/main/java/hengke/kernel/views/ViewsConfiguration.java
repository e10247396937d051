package hengke.kernel.views;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the saved views to the application. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {
    @Bean
    SavedViews savedViews(DSLContext database) {
        return new SavedViews(database);
    }
}
