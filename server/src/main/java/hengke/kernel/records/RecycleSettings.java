package hengke.kernel.records;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;

/** How long what is deleted can be brought back. */
public final class RecycleSettings {
    public static final Setting<Long> DAYS = Setting.of(
                    "recycle.days", new IntegerType(1, 3_650), 30L, "回收站保留", "Deleted records are kept for")
            .unit("天", "days")
            .consequence(
                    "改短后，已超过新期限的记录会在今晚清空，不能再恢复。",
                    "When shortened, records beyond the new limit are removed tonight and cannot be brought back.")
            .readBy(Readers.EVERYBODY);

    static final SettingGroup GROUP = SettingGroup.of("recycle", 85, "回收站", "Recycle bin", DAYS);

    private RecycleSettings() {}
}
