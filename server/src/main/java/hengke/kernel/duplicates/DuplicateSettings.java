package hengke.kernel.duplicates;

import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import java.util.List;

/** From when on two records are taken for the same, and who is named when one of them may not be seen. */
public final class DuplicateSettings {
    public static final String OWNER = "owner";
    public static final String HEAD = "head";
    public static final String NOBODY = "nobody";

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

    static final SettingGroup GROUP = SettingGroup.of("duplicates", 84, "查重", "Duplicates", LIKELY, CERTAIN, ASK)
            .checked(values -> values.get(CERTAIN) < values.get(LIKELY)
                    ? List.of(FieldError.of(CERTAIN.name(), Message.of("merge.certainBelow")))
                    : List.of());

    private DuplicateSettings() {}
}
