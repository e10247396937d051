package hengke.web.catalog;

import hengke.kernel.metadata.ValueRule.Effect;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;

/** Describes layouts and field rules. */
final class FormsDescription {
    private static final Schema TEXT = Schema.text();
    private static final Schema TEXTS = Schema.listOf(Schema.text());
    private static final Schema IDS = Schema.listOf(Schema.integer());
    private static final Schema VERSION = Schema.integer()
            .about("看到的目录版本；已有更新的则为 409 stale", "The version of the catalog that was seen; 409 stale on an older one");
    private static final Schema DRAFT =
            Schema.id().about("在这份草稿里，而不是已生效的配置里", "In this draft, instead of what is in force");

    private FormsDescription() {}

    static void describe(Description api, Section section) {
        Schema condition = Schema.named("Filter")
                .orNull()
                .about("只用本记录自己的字段；null：一直", "On the record's own fields only; null: always");
        Schema layout = api.schema("FormLayout", layout(Schema.named("Words"), condition));
        Schema rule = api.schema("ValueRule", rule(Schema.named("Words"), condition));
        Schema conditions = Schema.listOf(
                Shape.answer().with("field", TEXT).with("operators", Schema.listOf(Schema.named("Operator"))));
        Shape layouts = Shape.answer()
                .with("version", Schema.integer())
                .with("layouts", Schema.listOf(layout))
                .with("shipped", layout)
                .with("conditions", conditions.about("条件可以怎么问", "What conditions may ask"));
        section.get("/api/catalog/{object}/layouts", "各角色的布局", "The layouts by role")
                .explained(
                        "按顺序取第一个适用于本人某个角色的布局，都不适用则用标准布局。布局不是权限。",
                        "The first that is for one of a person's roles applies, else the standard one. A layout is no right.")
                .query("draft", DRAFT)
                .answers(layouts)
                .forAdministrators();
        section.put("/api/catalog/{object}/layouts", "替换全部布局", "Replace the layouts")
                .query("draft", DRAFT)
                .body(Shape.body().maybe("version", VERSION).with("layouts", Schema.listOf(layout)))
                .answers(layouts)
                .forAdministrators();
        Shape rules = Shape.answer()
                .with("version", Schema.integer())
                .with("rules", Schema.listOf(rule))
                .with("conditions", conditions);
        section.get("/api/catalog/{object}/rules", "字段规则", "The field rules")
                .query("draft", DRAFT)
                .answers(rules)
                .forAdministrators();
        section.put("/api/catalog/{object}/rules", "替换全部字段规则", "Replace the field rules")
                .explained(
                        "require 与 lock 对表单、列表、批量、导入、接口和撤销都有效；show 与 hide 只管显示。",
                        "require and lock hold for forms, lists, bulk changes, imports, the API and undo; show and hide are only about what is shown.")
                .query("draft", DRAFT)
                .body(Shape.body().maybe("version", VERSION).with("rules", Schema.listOf(rule)))
                .answers(rules)
                .forAdministrators();
    }

    private static Shape layout(Schema words, Schema condition) {
        return Shape.answer()
                .maybe("key", TEXT.about("standard：标准布局", "standard: the standard layout"))
                .with("name", words)
                .with("roles", IDS)
                .with(
                        "sections",
                        Schema.listOf(Shape.answer()
                                .with("label", words)
                                .with("columns", Schema.integer())
                                .with("collapsed", Schema.flag())
                                .with("shownWhen", condition)
                                .with(
                                        "fields",
                                        Schema.listOf(Shape.answer()
                                                .with("field", TEXT)
                                                .with("wide", Schema.flag())))))
                .maybe(
                        "leftOut",
                        TEXTS.about("特意不放的字段；省略：所有没放的", "Left out on purpose; without it: all that are not placed"))
                .with("newFields", Schema.flag().about("以后的新字段显示在末尾", "Later fields are shown at the end"))
                .with("listColumns", TEXTS.about("列表默认的列；空：按字段设置", "Columns of lists; empty: as the fields say"));
    }

    private static Shape rule(Schema words, Schema condition) {
        return Shape.answer()
                .with("name", words)
                .with("when", condition)
                .with("effect", effects())
                .with("fields", TEXTS)
                .with("roles", IDS.about("空：所有人", "Empty: everybody"));
    }

    static Schema effects() {
        return Schema.oneOf(Arrays.stream(Effect.values()).map(Effect::wire));
    }
}
