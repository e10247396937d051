package hengke.robots;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When messages are made of what is in line. */
@Configuration(proxyBeanMethods = false)
class RobotClock {
    @Bean
    RecurringTask<Void> composeRobotMessages(ComposeMessages compose) {
        return Tasks.recurring("compose-robot-messages", Schedules.fixedDelay(Duration.ofSeconds(3)))
                .execute((_, _) -> compose.run());
    }
}
