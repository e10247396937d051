package hengke.web.settings;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the settings. */
@Component
@Order(92)
final class SettingsDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema setting = api.schema(
                "Setting",
                Shape.answer()
                        .with("field", Schema.named("Field"))
                        .with("value", Schema.any().about("机密设置永远为 null", "Always null for a secret"))
                        .with("decided", Schema.flag().about("不同于默认值", "Other than the default"))
                        .with("secret", Schema.flag())
                        .with("public", Schema.flag().about("所有人可见", "Everybody may read it"))
                        .with(
                                "consequence",
                                Schema.text().orNull().about("修改会带来的影响", "What a change does to what is there")));
        Schema group = api.schema(
                "SettingGroup",
                Shape.answer()
                        .with("name", Schema.text())
                        .with("label", Schema.text())
                        .with("help", Schema.text().orNull())
                        .with("settings", Schema.listOf(setting)));
        Schema all = api.schema(
                "Settings", Shape.answer().with("version", Schema.integer()).with("groups", Schema.listOf(group)));
        Schema change = api.schema(
                "SettingChange",
                Shape.answer()
                        .with("name", Schema.text())
                        .with("label", Schema.text())
                        .with("secret", Schema.flag())
                        .with("at", Schema.moment())
                        .with("by", Schema.named("Labelled"))
                        .with("from", Schema.any())
                        .with("to", Schema.any()));
        Section section = api.section("系统设置", "Settings");
        section.get("/api/settings", "可见的设置", "The settings one may see").answers(all);
        section.patch("/api/settings", "修改设置", "Change settings")
                .explained(
                        "null 或空白恢复默认值；version 之后被别人改过的设置会以 409 拒绝，并在 settings 中列出。",
                        "Null or blank goes back to the default; settings that somebody changed after version are"
                                + " refused with 409 and named in settings.")
                .body(Shape.body()
                        .with("version", Schema.integer(0, Long.MAX_VALUE))
                        .with("values", Schema.mapOf(Schema.any())))
                .answers(all)
                .forAdministrators();
        section.get("/api/settings/changes", "设置的修改记录", "Who changed which setting")
                .query("after", Schema.text())
                .answers(Shape.pageOf(change))
                .forAdministrators();
    }
}
