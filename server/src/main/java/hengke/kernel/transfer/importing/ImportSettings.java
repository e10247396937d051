package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.transfer.reading.ReadingLimits;

/** How much may be imported at once. */
final class ImportSettings {
    private static final int MOST = ReadingLimits.DEFAULT.rows();

    static final Setting<Long> ROWS = Setting.of(
                    "imports.rows", new IntegerType(10, MOST), (long) MOST, "一个文件最多导入", "Rows of one file")
            .unit("行", "rows")
            .help("行数更多的文件会被拒绝，连同标题行计算", "A file with more rows, titles counted, is refused");

    static final SettingGroup GROUP = SettingGroup.of("imports", 65, "导入", "Import", ROWS);

    private ImportSettings() {}
}
