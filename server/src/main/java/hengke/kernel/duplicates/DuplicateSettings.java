package hengke.kernel.duplicates;

import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From when on two records are taken for the same, and who is named when one of them may not be seen. */
public final class DuplicateSettings {
    public static final String OWNER = "owner";
    public static final String HEAD = "head";
    public static final String NOBODY = "nobody";

    private static final String OFF = "off";

    public static final Setting<Long> LIKELY = Setting.of(
                    "duplicates.likely", new IntegerType(60, 100), 85L, "疑似重复的分数", "Likely the same from")
            .unit("分", "points")
            .help("达到此分数的记录列入查重中心。", "Records that reach it are listed among the duplicates.");
    public static final Setting<Long> CERTAIN = Setting.of(
                    "duplicates.certain", new IntegerType(60, 100), 95L, "确定重复的分数", "Certainly the same from")
            .unit("分", "points")
            .help(
                    "达到此分数且没有取值冲突的组可以批量合并。",
                    "Groups that reach it, without conflicting values, can be merged in one go.");
    public static final Setting<String> ASK = Setting.of(
                    "duplicates.ask",
                    new ChoiceType(List.of(
                            Option.of(HEAD, "负责人的部门主管", "The head of the owner's department"),
                            Option.of(OWNER, "负责人", "The owner"),
                            Option.of(NOBODY, "不告知", "Nobody"))),
                    HEAD,
                    "重复的记录无权查看时，提示联系",
                    "Of a record that may not be seen, name")
            .help("新建时发现已有记录而本人无权查看，只告知已存在和应联系谁。", "Who enters such a record learns that it exists, and whom to ask.");

    /** The hour at which it is searched again; never when off. */
    public static final Setting<String> NIGHTLY = Setting.of(
                    "duplicates.nightly",
                    new ChoiceType(Stream.concat(
                                    Stream.of(Option.of(OFF, "不自动查重", "Not by itself")),
                                    IntStream.range(0, 24).mapToObj(DuplicateSettings::hour))
                            .toList()),
                    "3",
                    "每天自动查重",
                    "Search again every day")
            .help("只在上次查重后有改动时进行。", "Only where something has changed since the last search.");

    static final SettingGroup GROUP = SettingGroup.of(
                    "duplicates", 84, "查重", "Duplicates", LIKELY, CERTAIN, ASK, NIGHTLY)
            .checked(values -> values.get(CERTAIN) < values.get(LIKELY)
                    ? List.of(FieldError.of(CERTAIN.name(), Message.of("merge.certainBelow")))
                    : List.of());

    private DuplicateSettings() {}

    private static Option hour(int hour) {
        String time = "%02d:05".formatted(hour);
        return Option.of(Integer.toString(hour), time, time);
    }
}
