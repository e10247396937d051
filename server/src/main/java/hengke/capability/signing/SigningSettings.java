package hengke.capability.signing;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.signing.TimeStampSettings;
import java.util.Optional;
import java.util.stream.Stream;

/** For how long papers are given out to be signed, and when those whose turn it is are reminded. */
final class SigningSettings {
    static final int MOST_DAYS = 180;

    static final Setting<Long> DAYS = Setting.of(
                    "signing.days", new IntegerType(1, MOST_DAYS), 14L, "签署期限", "Papers are to be signed within")
            .unit("天", "days")
            .help("发起时可以另定；过期未签完则自动结束", "Another time can be chosen for each; what is not signed by then ends");
    static final Setting<Long> REMIND = Setting.of(
                    "signing.remind", new IntegerType(0, MOST_DAYS), 3L, "未签提醒间隔", "Reminder every")
            .unit("天", "days")
            .help("轮到但未签的人隔几天提醒一次；0 为不提醒", "For whoever is asked and has not signed; 0 for none");

    /** @param provider the choice who leads papers to their signatures; empty where there is only one */
    static SettingGroup group(Optional<Setting<String>> provider) {
        return SettingGroup.of(
                        "signing",
                        90,
                        "电子签章",
                        "Electronic signatures",
                        Stream.concat(provider.stream(), Stream.of(DAYS, REMIND, TimeStampSettings.ADDRESS))
                                .toArray(Setting<?>[]::new))
                .help(
                        "合同等文件由双方在线签署：对方凭邮箱或短信验证码签名，我方盖章，每次签署都写入 PDF 数字签名。",
                        "Contracts and the like are signed online: the other side by a one-time code to their mail or mobile,"
                                + " we with a seal; each signs the PDF digitally.");
    }

    private SigningSettings() {}
}
