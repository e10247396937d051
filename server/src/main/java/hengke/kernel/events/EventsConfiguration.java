package hengke.kernel.events;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.database.Database;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the broadcast and the dispatcher with the application, and stops them before the database. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {
    @Bean(destroyMethod = "close")
    Broadcast broadcast(Database database) {
        return new Broadcast(database::connectOutsideThePool);
    }

    @Bean(destroyMethod = "")
    Dispatcher dispatcher(DSLContext dsl, Broadcast broadcast, ObjectProvider<Subscriber<?>> subscribers) {
        return new Dispatcher(dsl, broadcast, subscribers.orderedStream().toList());
    }

    @Bean
    ParkedEvents parkedEvents(DSLContext dsl) {
        return new ParkedEvents(dsl);
    }

    /** Both start when every bean is there, so that each listener hears of the first connection. */
    @Bean
    SmartLifecycle hearing(Broadcast broadcast, Dispatcher dispatcher) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                broadcast.start();
                dispatcher.start();
                running = true;
            }

            @Override
            public void stop() {
                dispatcher.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }

    @Bean
    RecurringTask<Void> forgetOldEvents(DSLContext dsl) {
        return Tasks.recurring("forget-old-events", Schedules.daily(LocalTime.of(3, 30)))
                .execute((_, _) -> OldEvents.forget(dsl));
    }
}
