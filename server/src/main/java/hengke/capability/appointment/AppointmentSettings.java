package hengke.capability.appointment;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What colleagues learn of each other's time. */
@Configuration(proxyBeanMethods = false)
public class AppointmentSettings {
    /** Without it, the time of people whose appointments one may not read stays unknown. */
    public static final Setting<Boolean> BUSY = Setting.of(
                    "appointments.busy",
                    new BooleanType(),
                    false,
                    "向所有同事显示忙碌时间",
                    "Show everybody when colleagues are busy")
            .help(
                    "只显示时间，不显示内容；关闭时，看不到某位同事日程的人也看不到他何时忙碌。",
                    "Only the time, no words. When it is off, who may not read the appointments of a colleague does not"
                            + " see when the colleague is busy either.");

    static final SettingGroup GROUP = SettingGroup.of("appointments", 87, "日程", "Appointments", BUSY);

    @Bean
    SettingGroup appointmentSettingGroup() {
        return GROUP;
    }
}
