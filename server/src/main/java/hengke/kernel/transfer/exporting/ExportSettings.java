package hengke.kernel.transfer.exporting;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Duration;

/** How much may be taken out, and what becomes of it. */
public final class ExportSettings {
    public static final Setting<Boolean> MARKED = Setting.of(
                    "exports.marked", new BooleanType(), true, "首行写明导出人和时间", "First line says by whom and when")
            .help("无论如何都写在工作簿的属性里", "The properties of a workbook say so in any case");

    public static final Setting<Long> MOST_ROWS = Setting.of(
                    "exports.mostRows", new IntegerType(1, 10_000_000), 1_000_000L, "一次最多导出", "Rows of one export")
            .unit("行", "rows");

    public static final Setting<Long> ROWS_PER_DAY = Setting.of(
                    "exports.rowsPerDay",
                    new IntegerType(1, 100_000_000),
                    3_000_000L,
                    "每人每天最多导出",
                    "Rows of one person a day")
            .unit("行", "rows");

    public static final Setting<Long> DAYS_KEPT = Setting.of(
                    "exports.daysKept", new IntegerType(1, 365), 7L, "文件保留", "Files are kept")
            .unit("天", "days");

    static final SettingGroup GROUP =
            SettingGroup.of("exports", 70, "导出", "Export", MARKED, MOST_ROWS, ROWS_PER_DAY, DAYS_KEPT);

    private ExportSettings() {}

    static ExportPolicy policy(Settings settings) {
        var values = settings.values();
        return new ExportPolicy(
                values.get(MARKED),
                values.get(MOST_ROWS),
                values.get(ROWS_PER_DAY),
                Duration.ofDays(values.get(DAYS_KEPT)));
    }
}
