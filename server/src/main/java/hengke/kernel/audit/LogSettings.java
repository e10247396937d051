package hengke.kernel.audit;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** How long logs are kept. */
public final class LogSettings {
    /** The law asks for six months of the logs of a network at least. */
    public static final Setting<Long> MONTHS = Setting.of(
                    "logs.months",
                    new IntegerType(6, 600),
                    36L,
                    "登录、变更与管理日志保留",
                    "Sign-ins, changes and administration kept")
            .unit("个月", "months")
            .help("至少 6 个月；到期后按月整体删除，删除本身有记录", "At least 6; older months are removed whole, and that is on record")
            .consequence(
                    "改短后，更早的登录记录和记录的修改历史会在当晚永久删除，之后不能再撤销那时的操作。",
                    "When shortened, older sign-ins and the history of records are removed for good the next night, and"
                            + " operations of that time can no longer be undone.");

    static final SettingGroup GROUP = SettingGroup.of("logs", 80, "日志", "Logs", MONTHS);

    private LogSettings() {}
}
