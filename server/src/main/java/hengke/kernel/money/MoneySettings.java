package hengke.kernel.money;

import hengke.kernel.identity.CompanySettings;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;
import java.util.List;

/** The currencies in which amounts may be given. */
public final class MoneySettings {
    public static final Setting<List<String>> ACTIVE = Setting.of(
                    "money.active",
                    new TextListType(new TextListType.Choices(Currencies.options())),
                    List.of(),
                    "其他可用币种",
                    "Other currencies in use")
            .help("本位币总是可用；金额可用这些币种填写，按下面的汇率折算", "Besides the base currency; converted at the rates below")
            .consequence(
                    "停用的币种不能再填写新的金额；已有的金额和折算不变。",
                    "Amounts can no longer be entered in a currency that is taken away; those there are stay as they"
                            + " are.")
            .readBy(Readers.EVERYBODY);

    static final String NAME = "money";

    static final SettingGroup GROUP = SettingGroup.of(
                    NAME, 15, "币种与汇率", "Currencies and rates", CompanySettings.CURRENCY, ACTIVE)
            .help(
                    "金额保存时按当天的汇率折算为本位币；以后汇率变了，已保存的折算不变。",
                    "An amount is converted at the rate of the day on which it is saved; what was converted stays when"
                            + " rates change later.");

    private MoneySettings() {}
}
