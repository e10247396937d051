package hengke.kernel.search;

import hengke.kernel.access.Access;
import hengke.kernel.query.Pages;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts searching together. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    DuplicateSearch duplicateSearch(DSLContext database, Access access, Pages pages) {
        return new DuplicateSearch(database, access, pages);
    }
}
