package hengke.capability.intake;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** How long what was sent and is of no use is kept. */
final class IntakeSettings {
    static final Setting<Long> ASIDE_DAYS = Setting.of(
                    "intake.asideDays", new IntegerType(1, 3_650), 90L, "搁置的提交保留", "Submissions set aside are kept for")
            .unit("天", "days")
            .help(
                    "垃圾提交和已忽略的提交、邮件及其附件，超过期限后在夜间清除；失败的提交一直保留，直到有人处理。",
                    "Spam and what was ignored, mails and their files too, go at night after that; what failed stays until somebody"
                            + " sees to it.")
            .consequence(
                    "改短后，超过新期限的提交会在今晚清除，不能再采用。", "When shortened, those beyond the new limit are removed tonight.");

    static final SettingGroup GROUP = SettingGroup.of("intake", 66, "表单与接口", "Forms and hooks", ASIDE_DAYS);

    private IntakeSettings() {}
}
