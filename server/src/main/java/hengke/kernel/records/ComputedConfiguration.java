package hengke.kernel.records;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.money.LiveRates;
import hengke.kernel.query.FormulaPreview;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what computed fields need beside reading and writing. */
@Configuration(proxyBeanMethods = false)
class ComputedConfiguration {
    @Bean
    FormulaPreview formulaPreview(DSLContext database) {
        return new FormulaPreview(database);
    }

    @Bean
    RollUpFilters rollUpFilters(LiveCatalog catalog, Clock clock) {
        return new RollUpFilters(catalog, clock);
    }

    @Bean
    RollUpStates rollUpStates(DSLContext database, LiveCatalog catalog, RollUpFilters filters, LiveRates rates) {
        return new RollUpStates(database, catalog, filters, rates);
    }

    @Bean
    RecurringTask<Void> computeRollUps(RollUpStates states) {
        return Tasks.recurring("compute-roll-ups", Schedules.fixedDelay(Duration.ofSeconds(5)))
                .execute((_, _) -> states.compute());
    }
}
