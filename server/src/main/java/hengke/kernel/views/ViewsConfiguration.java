package hengke.kernel.views;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers views to the application. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {
    @Bean
    SavedViews savedViews(DSLContext database) {
        return new SavedViews(database);
    }

    @Bean
    OfferedViews offeredViews(List<OfferedViews.Source> sources) {
        return new OfferedViews(sources);
    }
}
