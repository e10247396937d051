package hengke.capability.activity;

import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import java.util.List;

/** For how long, and by whom, what was written down of a contact may be changed. */
public final class FollowUpSettings {
    static final String ALWAYS = "always";
    static final String WINDOW = "window";
    static final String NEVER = "never";
    static final String AUTHOR = "author";
    static final String SUPERIORS = "superiors";
    static final String ANYBODY = "anybody";

    public static final Setting<String> EDITABLE = Setting.of(
                    "followUps.editable",
                    new ChoiceType(List.of(
                            Option.of(WINDOW, "限时内可以", "For a while"),
                            Option.of(ALWAYS, "始终可以", "Always"),
                            Option.of(NEVER, "不可以", "Never"))),
                    WINDOW,
                    "跟进写下后能否修改和删除",
                    "A follow-up may be changed and deleted")
            .help("系统管理员不受此限制。", "Administrators may at any time.");
    public static final Setting<Long> HOURS = Setting.of(
                    "followUps.hours", new IntegerType(1, 8_760), 24L, "限时", "For how long")
            .unit("小时", "hours")
            .help("自写下起算，仅用于“限时内可以”。", "Since it was written; counts for “for a while”.");
    public static final Setting<String> EDITORS = Setting.of(
            "followUps.editors",
            new ChoiceType(List.of(
                    Option.of(SUPERIORS, "作者及其上级", "The author and superiors"),
                    Option.of(AUTHOR, "仅作者", "Only the author"),
                    Option.of(ANYBODY, "有编辑权限的人", "Whoever has the right to edit"))),
            SUPERIORS,
            "由谁修改和删除",
            "By whom");

    static final String OFF = "off";
    public static final Setting<String> ESCALATE = Setting.of(
                    "followUps.escalate",
                    new ChoiceType(List.of(
                            Option.of(OFF, "不告知", "Never"),
                            Option.of("3", "逾期 3 天", "3 days late"),
                            Option.of("5", "逾期 5 天", "5 days late"),
                            Option.of("7", "逾期 7 天", "7 days late"))),
                    OFF,
                    "逾期未联系告知上级",
                    "Tell the superior of contacts that did not come about")
            .help("每次约定只告知一次。", "Of each agreed contact once.");

    static final SettingGroup GROUP =
            SettingGroup.of("followUps", 86, "跟进", "Follow-ups", EDITABLE, HOURS, EDITORS, ESCALATE);

    private FollowUpSettings() {}
}
