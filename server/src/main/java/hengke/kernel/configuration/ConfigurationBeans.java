package hengke.kernel.configuration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.schema.Catalogs;
import hengke.kernel.schema.OverlayStore;
import hengke.kernel.views.SavedViews;
import java.time.Clock;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
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
    FormDesign formDesign(CatalogChanges changes) {
        return new FormDesign(changes);
    }

    @Bean
    StoredValues storedValues(DSLContext database, LiveCatalog live) {
        return new StoredValues(database, live);
    }

    @Bean
    OwnFields ownFields(CatalogChanges changes, StoredValues stored, FieldUses uses, Clock clock) {
        return new OwnFields(changes, stored, uses, clock);
    }

    @Bean
    FieldUses fieldUses(SavedViews views, LiveOrganisation organisation, ObjectProvider<SpeaksOfFields> setUp) {
        return new FieldUses(views, organisation, setUp.orderedStream().toList());
    }

    @Bean
    Versions versions(
            CatalogChanges changes,
            OverlayStore overlays,
            DSLContext database,
            StoredValues stored,
            FieldUses uses,
            Clock clock) {
        ImpactOf impacts = new ImpactOf(stored, uses);
        return new Versions(changes, overlays, new Drafts(database), impacts, clock);
    }

    @Bean
    OwnObjects ownObjects(CatalogChanges changes, Clock clock) {
        return new OwnObjects(changes, clock);
    }

    @Bean
    ForgetRetired forgetRetired(CatalogChanges changes, Catalogs catalogs, OverlayStore overlays, Clock clock) {
        return new ForgetRetired(changes, catalogs, overlays, clock);
    }

    @Bean
    RecurringTask<Void> forgetRetiredFields(ForgetRetired forget) {
        return Tasks.recurring("forget-retired-fields", Schedules.daily(LocalTime.of(3, 30)))
                .execute((_, _) -> forget.run());
    }
}
