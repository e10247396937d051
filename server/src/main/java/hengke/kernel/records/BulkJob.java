package hengke.kernel.records;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import hengke.kernel.access.Access;
import hengke.kernel.identity.Authorities;
import hengke.kernel.jobs.Background;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs large bulk operations in the background, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
class BulkJob {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("bulk");

    @Bean
    BulkPart bulkPart(DraftReader drafts, Writer writer, Commands commands) {
        return new BulkPart(drafts, writer, commands);
    }

    @Bean
    BulkRun bulkRun(DSLContext database, Writer writer, BulkPart part, Authorities authorities) {
        return new BulkRun(database, writer, part, authorities);
    }

    @Bean
    Bulk bulk(Writer writer, Access access, BulkPart part, Commands commands, BulkRun run, Background background) {
        return new Bulk(
                writer,
                access,
                part,
                commands,
                run,
                (operation, somebodyIsAtIt) -> background.promise(
                        TASK, Long.toString(operation), somebodyIsAtIt ? Background.SHOULD_BE_DONE : Duration.ZERO));
    }

    @Bean
    Assignments assignments(Writer writer, Access access, Bulk bulk) {
        return new Assignments(writer, access, bulk);
    }

    @Bean
    OneTimeTask<Void> bulkTask(BulkRun run) {
        return Tasks.oneTime(TASK)
                .onFailure(Background.triesAgain(id -> run.giveUp(Long.parseLong(id))))
                .execute((task, _) -> run.run(Long.parseLong(task.getId())));
    }
}
