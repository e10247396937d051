package hengke.kernel.transfer.importing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hengke.kernel.access.Access;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.records.Writer;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs imports in the background, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("import");

    /** Starts the background run of a begun import. */
    public interface Starter {
        void start(long job);
    }

    @Bean
    Imports imports(
            DSLContext database,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Access access,
            Writer writer,
            StoredFiles files) {
        return new Imports(database, catalog, organisation::get, access, writer, files);
    }

    @Bean
    FailedRows failedRows(DSLContext database, StoredFiles files, Imports imports) {
        return new FailedRows(database, files, imports);
    }

    @Bean
    OneTimeTask<Void> importTask(Imports imports, LiveOrganisation organisation) {
        return Tasks.oneTime(TASK)
                .execute((task, _) -> imports.run(
                        Long.parseLong(task.getId()), user -> organisation.get().actor(user)));
    }

    @Bean
    Starter importStarter(ObjectProvider<SchedulerClient> scheduler) {
        return job -> scheduler.getObject()
                .scheduleIfNotExists(TASK.instance(Long.toString(job)).scheduledTo(Instant.now()));
    }
}
