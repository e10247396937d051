package hengke.kernel.files;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;

/** How much may be uploaded. */
public final class FileSettings {
    /** The server itself reads no more of one request. */
    private static final int HARD_LIMIT = 100;

    private static final Setting<Long> MEGABYTES = Setting.of(
                    "files.megabytes", new IntegerType(1, HARD_LIMIT), (long) HARD_LIMIT, "单个文件最大", "Largest file")
            .unit("MB", "MB")
            .help("附件和导入文件都按它检查", "For attachments and files to import")
            .readBy(Readers.EVERYBODY);

    static final SettingGroup GROUP = SettingGroup.of("files", 60, "文件", "Files", MEGABYTES);

    private FileSettings() {}

    public static long mostBytes(Settings settings) {
        return settings.get(MEGABYTES) << 20;
    }
}
