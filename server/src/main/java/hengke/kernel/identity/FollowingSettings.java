package hengke.kernel.identity;

import hengke.kernel.access.Following;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingSource;
import hengke.kernel.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** For each object that lives within others, how far rights on these reach: a setting each. */
final class FollowingSettings implements SettingSource, Function<ObjectDefinition, Following> {
    private static final ChoiceType CHOICES = new ChoiceType(List.of(
            Option.of(wire(Following.EDIT), "随所属记录查看和编辑", "Seen and edited with the record above"),
            Option.of(wire(Following.READ), "随所属记录查看，编辑按自身权限", "Seen with the record above, edited by own rights"),
            Option.of(wire(Following.NOTHING), "只按自身权限", "By own rights only")));

    private final LiveCatalog catalog;
    private final Settings settings;
    private final Map<String, Setting<String>> asked = new ConcurrentHashMap<>();

    FollowingSettings(LiveCatalog catalog, Settings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    @Override
    public SettingGroup group() {
        return SettingGroup.of(
                        "children",
                        30,
                        "下级数据的权限",
                        "Rights on what lives within",
                        Following.followers(catalog.current()).stream()
                                .map(FollowingSettings::setting)
                                .toArray(Setting<?>[]::new))
                .help(
                        "能查看一条记录的人，对其中的下级数据能做什么。“自身权限”指角色授予的范围；没有单独授权的下级数据，指本人创建的。" + "能编辑所属记录的人总可以在其中新建。",
                        "What who sees a record may do with what lives within it. Own rights are what roles give; of what"
                                + " has none of its own, they are what one made oneself. Who may edit the record above may"
                                + " always add to it.");
    }

    @Override
    public Following apply(ObjectDefinition object) {
        return object.parents().isEmpty()
                ? Following.EDIT
                : Following.valueOf(settings.get(asked.computeIfAbsent(object.name(), _ -> setting(object)))
                        .toUpperCase(Locale.ROOT));
    }

    private static Setting<String> setting(ObjectDefinition object) {
        return Setting.of(
                "children." + object.name(),
                CHOICES,
                wire(Following.EDIT),
                object.label().chinese(),
                object.label().english());
    }

    private static String wire(Following following) {
        return following.name().toLowerCase(Locale.ROOT);
    }
}
