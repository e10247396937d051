package hengke.kernel.records;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hengke.kernel.access.Access;
import hengke.kernel.identity.LiveOrganisation;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs large bulk operations in the background, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
public class BulkJob {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("bulk");

    /** Starts the background run of an opened operation. */
    public interface Starter {
        void start(long operation);
    }

    @Bean
    Bulk bulk(DSLContext database, Writer writer, Access access, DraftReader drafts) {
        return new Bulk(database, writer, access, drafts);
    }

    @Bean
    OneTimeTask<Void> bulkTask(Bulk bulk, LiveOrganisation organisation) {
        return Tasks.oneTime(TASK)
                .execute((task, _) -> bulk.run(
                        Long.parseLong(task.getId()), user -> organisation.get().actor(user)));
    }

    @Bean
    Starter bulkStarter(ObjectProvider<SchedulerClient> scheduler) {
        return operation -> scheduler.getObject()
                .scheduleIfNotExists(TASK.instance(Long.toString(operation)).scheduledTo(Instant.now()));
    }
}
