package hengke.kernel.sms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    @Bean
    SettingGroup smsSettings() {
        return SmsSettings.GROUP;
    }

    @Bean
    SimulatedPhones simulatedPhones(DSLContext dsl, Clock clock) {
        return new SimulatedPhones(dsl, clock);
    }

    @Bean
    Gateway smsGateway(Outbound outbound, SimulatedPhones phones, Clock clock) {
        return new Gateway(outbound::post, phones, clock);
    }

    @Bean
    Texter texter(DSLContext dsl, Settings settings, SecretBox box, Gateway gateway, Clock clock) {
        return new Texter(dsl, settings, box, gateway, clock);
    }

    @Bean
    SmsQueue smsQueue(DSLContext dsl, Settings settings, SecretBox box, Gateway gateway, Clock clock) {
        return new SmsQueue(dsl, settings, box, gateway, clock);
    }

    @Bean
    SmsTemplates smsTemplates(DSLContext dsl, Clock clock) {
        return new SmsTemplates(dsl, clock);
    }

    /** Somebody looks at their phone meanwhile. */
    @Bean
    RecurringTask<Void> sendTextMessages(SmsQueue queue) {
        return Tasks.recurring("send-text-messages", Schedules.fixedDelay(Duration.ofSeconds(3)))
                .execute((_, _) -> queue.sendDue());
    }

    @Bean
    RecurringTask<Void> forgetTextMessages(SmsQueue queue) {
        return Tasks.recurring("forget-text-messages", Schedules.daily(LocalTime.of(3, 50)))
                .execute((_, _) -> queue.forgetOld());
    }
}
