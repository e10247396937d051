package hengke.web.catalog;

import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the catalog. */
@Component
@Order(90)
final class CatalogDescription implements ApiPart {
    private static final Schema TEXT = Schema.text();
    private static final Schema TEXTS = Schema.listOf(Schema.text());

    @Override
    public void describe(Description api) {
        Schema field = api.schema("Field", field());
        Schema object = api.schema("BusinessObject", object(field));
        Section section = api.section("对象目录", "Catalog");
        section.get("/api/catalog", "可见的对象与字段", "The objects and fields one may see")
                .answers(Shape.answer().with("version", Schema.integer()).with("objects", Schema.listOf(object)))
                .cached();
        section.get("/api/catalog/{object}", "一个对象", "One object").answers(object);
        Section design = api.section("对象与字段设置", "Objects and fields");
        DesignDescription.describe(api, design);
        DesignDescription.describeObjects(api, design);
        FormsDescription.describe(api, design);
        VersionsDescription.describe(api, api.section("配置版本", "Configuration versions"));
    }

    private static Shape object(Schema field) {
        Shape verbs = Shape.answer();
        for (Verb verb : Verb.values()) {
            verbs.with(verb.wire(), Schema.flag());
        }
        return Shape.answer()
                .with("name", TEXT)
                .with("label", TEXT)
                .with("plural", TEXT)
                .with("icon", TEXT.orNull())
                .with("application", TEXT.orNull().about("null：只出现在其他对象之内", "Null: only ever shown inside another"))
                .with("help", TEXT.orNull())
                .with("titleField", TEXT)
                .with("capabilities", TEXTS)
                .with("verbs", verbs)
                .with(
                        "commands",
                        Schema.listOf(Shape.answer()
                                .with("name", TEXT)
                                .with("label", TEXT)
                                .with("on", Schema.oneOf("each", "together"))
                                .with("input", Schema.listOf(field))
                                .with("danger", Schema.flag())))
                .with("fields", Schema.listOf(field))
                .with(
                        "sections",
                        Schema.listOf(Shape.answer()
                                .with("label", TEXT)
                                .with("columns", Schema.integer())
                                .with("collapsed", Schema.flag())
                                .with("shownWhen", Schema.named("Filter").orNull())
                                .with("fields", TEXTS)
                                .with("wide", TEXTS)))
                .with(
                        "rules",
                        Schema.listOf(Shape.answer()
                                .with("name", TEXT)
                                .with("effect", FormsDescription.effects())
                                .with("when", Schema.named("Filter").orNull())
                                .with("fields", TEXTS)))
                .with("list", Shape.answer().with("columns", TEXTS).with("sort", Schema.listOf(Schema.named("Sort"))))
                .with("headline", TEXTS)
                .with(
                        "relations",
                        Schema.listOf(Shape.answer()
                                .with("name", TEXT)
                                .with("object", TEXT)
                                .with("field", TEXT)
                                .with("label", TEXT)
                                .with("lines", Schema.flag().about("与上级一起读写", "Read and written with the record"))));
    }

    private static Shape field() {
        return Shape.answer()
                .with("name", TEXT)
                .with("label", TEXT)
                .with("kind", TEXT)
                .with("result", TEXT.orNull().about("算出来的字段的值的种类", "The kind of value of a computed field"))
                .with("help", TEXT.orNull())
                .with("required", Schema.flag())
                .with("unique", Schema.flag())
                .with("system", Schema.flag())
                .with("identifying", Schema.flag())
                .with("right", Schema.oneOf(FieldRight.READ.wire(), FieldRight.EDIT.wire(), FieldRight.MASKED.wire()))
                .with("reveal", Schema.flag().about("脱敏的值可逐个查看", "A masked value may be shown, one at a time"))
                .with("filterable", Schema.flag())
                .with("sortable", Schema.flag())
                .with("searched", Schema.flag())
                .with("operators", Schema.listOf(Schema.named("Operator")))
                .with(
                        "default",
                        Schema.any()
                                .about(
                                        "值，或 {\"is\":\"now\"}、{\"is\":\"currentUser\"}",
                                        "A value, or {\"is\":\"now\"}, {\"is\":\"currentUser\"}"))
                .with("maxLength", Schema.integer().orNull())
                .with("scale", Schema.integer().orNull())
                .with("min", TEXT.orNull())
                .with("max", TEXT.orNull())
                .with("pattern", TEXT.orNull())
                .with("unit", TEXT.orNull())
                .with("multiline", Schema.flag())
                .with("transitions", transitions())
                .with("explained", Schema.flag().about("可查看这个值是怎么来的", "One may ask how its value came about"))
                .with("targets", TEXTS)
                .with(
                        "options",
                        Schema.listOf(Shape.answer()
                                .with("value", TEXT)
                                .with("label", TEXT)
                                .with("color", TEXT.orNull())
                                .with("parent", TEXT.orNull())
                                .with("active", Schema.flag())));
    }

    private static Schema transitions() {
        return Shape.answer()
                .with("onlyListed", Schema.flag())
                .with(
                        "moves",
                        Schema.listOf(Shape.answer()
                                .with("from", TEXT.orNull().about("null：新建；*：任何值", "Null: a new record; *: any value"))
                                .with("to", TEXT.orNull())
                                .with("open", Schema.flag().about("我可以进行", "I may make it"))
                                .with("required", TEXTS)))
                .orNull();
    }
}
