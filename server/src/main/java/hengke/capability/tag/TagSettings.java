package hengke.capability.tag;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Who may bring new words into the libraries of tags. */
@Component
public final class TagSettings {
    private static final Setting<Boolean> GUARDED = Setting.of(
                    "tags.guarded", new BooleanType(), false, "新标签只由标签管理员建立", "Only who keeps the library adds tags")
            .help(
                    "开启后，其他人只能选用标签库里已有的标签，导入也一样；管理员与有“标签库”页面权限的角色不受限。",
                    "Others then choose among those that are there, also in imports; administrators and roles with the page of tags are free.");

    private final Settings settings;
    private final Access access;

    TagSettings(Settings settings, Access access) {
        this.settings = settings;
        this.access = access;
    }

    /** May this person add words, as far as the company's decision goes? */
    public boolean mayAdd(Actor actor) {
        return !settings.get(GUARDED) || access.opens(actor, PageRight.TAGS);
    }

    @Configuration(proxyBeanMethods = false)
    static class Groups {
        @Bean
        SettingGroup tagSettingGroup() {
            return SettingGroup.of("tags", 84, "标签", "Tags", GUARDED);
        }
    }
}
