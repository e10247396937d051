package hengke.kernel.merging;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Rule;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts merging together. */
@Configuration(proxyBeanMethods = false)
class MergingConfiguration {
    @Bean
    Merge merge(LiveCatalog catalog, Access access, ObjectProvider<Moving> movings) {
        return new Merge(catalog, access, movings.orderedStream().toList());
    }

    @Bean
    MergePreview mergePreview(DSLContext database, LiveCatalog catalog, Access access, Pages pages, Merge merge) {
        return new MergePreview(database, catalog, access, pages, merge);
    }

    @Bean
    Rule followMerged(LiveCatalog catalog) {
        return new FollowMerged(catalog);
    }
}
