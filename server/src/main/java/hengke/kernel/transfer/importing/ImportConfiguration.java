package hengke.kernel.transfer.importing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hengke.kernel.access.Access;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.Authorities;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.records.Writer;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts importing together, and runs large imports in the background, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("import");

    @Bean
    SettingGroup importSettings() {
        return ImportSettings.GROUP;
    }

    @Bean
    StoredSheets storedSheets(StoredFiles files, Settings settings) {
        return new StoredSheets(files, settings);
    }

    @Bean
    ImportRun importRun(
            DSLContext database, Writer writer, StoredSheets sheets, ImportParts parts, Authorities authorities) {
        return new ImportRun(database, writer, sheets, parts, authorities);
    }

    @Bean
    ImportParts importParts(LiveCatalog catalog, LiveOrganisation organisation, Access access, Writer writer) {
        return new ImportParts(catalog, organisation::get, access, writer);
    }

    @Bean
    Imports imports(
            DSLContext database,
            LiveCatalog catalog,
            Access access,
            StoredSheets sheets,
            ImportRun run,
            Background background) {
        return new Imports(
                database,
                catalog,
                access,
                sheets,
                run,
                (job, somebodyIsAtIt) -> background.promise(
                        TASK, promised(job), somebodyIsAtIt ? Background.SHOULD_BE_DONE : Duration.ZERO));
    }

    @Bean
    WrittenValues writtenValues(LiveOrganisation organisation) {
        return new WrittenValues(() -> organisation.get().company());
    }

    @Bean
    FailedRows failedRows(DSLContext database, StoredSheets sheets) {
        return new FailedRows(database, sheets);
    }

    @Bean
    OneTimeTask<Void> importTask(ImportRun run) {
        return Tasks.oneTime(TASK)
                .onFailure(Background.triesAgain(id -> run.giveUp(importOf(id), attemptOf(id))))
                .execute((task, _) -> run.run(importOf(task.getId()), attemptOf(task.getId())));
    }

    private static String promised(ImportJob job) {
        return job.id() + "." + job.attempt();
    }

    private static long importOf(String promised) {
        return Long.parseLong(promised.substring(0, promised.indexOf('.')));
    }

    private static int attemptOf(String promised) {
        return Integer.parseInt(promised.substring(promised.indexOf('.') + 1));
    }
}
