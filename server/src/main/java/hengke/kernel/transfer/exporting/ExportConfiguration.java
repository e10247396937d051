package hengke.kernel.transfer.exporting;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.access.Access;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.Authorities;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.money.LiveRates;
import hengke.kernel.query.Pages;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts exporting together, and runs exports in the background, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("export");

    @Bean
    ExportedRecords exportedRecords(
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation,
            Pages pages,
            StoredFiles files,
            LiveRates rates,
            DSLContext database) {
        return new ExportedRecords(catalog, access, organisation, pages, files, rates, database);
    }

    @Bean
    SettingGroup exportSettings() {
        return ExportSettings.GROUP;
    }

    @Bean
    Exports exports(
            DSLContext database,
            ObjectProvider<ExportSource> sources,
            LiveOrganisation organisation,
            StoredFiles files,
            Clock clock,
            Settings settings,
            Background background) {
        return new Exports(
                database,
                sources.orderedStream().toList(),
                organisation,
                files,
                clock,
                () -> ExportSettings.policy(settings),
                job -> background.promise(TASK, Long.toString(job), Duration.ZERO));
    }

    @Bean
    ExportRun exportRun(
            DSLContext database,
            Exports exports,
            Authorities authorities,
            LiveOrganisation organisation,
            StoredFiles files,
            PlatformTransactionManager transactions,
            Clock clock,
            Settings settings) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new ExportRun(
                database,
                exports,
                authorities,
                organisation,
                files,
                work -> apart.executeWithoutResult(_ -> work.run()),
                clock,
                () -> ExportSettings.policy(settings));
    }

    @Bean
    OneTimeTask<Void> exportTask(ExportRun run) {
        return Tasks.oneTime(TASK)
                .onFailure(Background.triesAgain(id -> run.giveUp(Long.parseLong(id))))
                .execute((task, _) -> run.run(Long.parseLong(task.getId())));
    }

    @Bean
    RecurringTask<Void> removeExpiredExports(Exports exports) {
        return Tasks.recurring("remove-expired-exports", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> exports.removeExpired());
    }
}
