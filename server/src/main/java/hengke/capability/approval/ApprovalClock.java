package hengke.capability.approval;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has waited longer than its step allows: each by itself, and once, whichever node is first. */
@Configuration(proxyBeanMethods = false)
class ApprovalClock {
    private static final int AT_ONCE = 500;

    @Bean
    RecurringTask<Void> watchApprovals(LateApprovals late) {
        return Tasks.recurring("watch-approvals", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((_, _) -> late.run());
    }

    @Bean
    LateApprovals lateApprovals(DSLContext database, ActOnApproval acting, AskForApproval asking) {
        return new LateApprovals(database, acting, asking);
    }

    /** Goes through them. */
    static final class LateApprovals {
        private static final Logger log = LoggerFactory.getLogger(LateApprovals.class);

        private final DSLContext database;
        private final ActOnApproval acting;
        private final AskForApproval asking;

        LateApprovals(DSLContext database, ActOnApproval acting, AskForApproval asking) {
            this.database = database;
            this.acting = acting;
            this.asking = asking;
        }

        void run() {
            Instant now = asking.now();
            for (Record task : database.fetch("""
                            select id, approval, number from approval_task
                            where state = 'live' and due_at < cast(? as timestamptz) order by id limit ?
                            """, now, AT_ONCE)) {
                try {
                    acting.late(
                            task.get("approval", Long.class),
                            task.get("id", Long.class),
                            task.get("number", Integer.class));
                } catch (Refusal refusal) {
                    log.warn(
                            "Approval {} waits on: {}",
                            task.get("approval"),
                            refusal.reason().key());
                }
            }
        }
    }
}
