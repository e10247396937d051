package hengke.web.catalog;

import hengke.kernel.configuration.FieldUses;
import hengke.kernel.metadata.Computation;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;

/** Describes how administrators change objects and fields. */
final class DesignDescription {
    private static final Schema TEXT = Schema.text();
    private static final Schema VERSION = Schema.integer()
            .about("看到的目录版本；已有更新的则为 409 stale", "The version of the catalog that was seen; 409 stale on an older one");

    static final Schema DRAFT = Schema.id().about("在这份草稿里，而不是已生效的配置里", "In this draft, instead of what is in force");

    private DesignDescription() {}

    static void describe(Description api, Section section) {
        Schema words = api.schema("Words", Shape.answer().with("zh", TEXT).with("en", TEXT));
        Schema field = api.schema("DesignedField", field(Shape.answer(), words));
        Schema made = api.schema(
                "MadeField",
                field(Shape.answer(), words)
                        .with("version", Schema.integer().about("新的目录版本", "The new version of the catalog"))
                        .with(
                                "notes",
                                Schema.listOf(TEXT.about("对已有记录意味着什么", "What it means for records that are there"))));
        section.get("/api/catalog/{object}/fields", "一个对象的字段，含已删除的", "The fields of an object, deleted ones too")
                .answers(Shape.answer()
                        .with("version", Schema.integer())
                        .with("object", TEXT)
                        .with("label", words)
                        .with("kinds", Schema.listOf(TEXT))
                        .with("fields", Schema.listOf(field))
                        .with("sections", Schema.listOf(words))
                        .with(
                                "deleted",
                                Schema.listOf(Shape.answer()
                                        .with("field", field)
                                        .with("at", Schema.moment())
                                        .with("by", Schema.named("Labelled"))
                                        .with("until", Schema.moment())
                                        .with("restorable", Schema.flag()))))
                .query("draft", DRAFT)
                .forAdministrators();
        Schema settings = api.schema("FieldSettings", settings());
        section.post("/api/catalog/{object}/fields", "新增字段，名称可省略", "Add a field; its name may be left out")
                .body(settings)
                .creates(made)
                .forAdministrators();
        section.post("/api/catalog/{object}/fields/{field}", "新增指定名称的字段", "Add a field of this name")
                .body(settings)
                .creates(made)
                .query("draft", DRAFT)
                .forAdministrators();
        section.patch("/api/catalog/{object}/fields/{field}", "修改字段", "Change a field")
                .body(settings)
                .answers(made)
                .query("draft", DRAFT)
                .forAdministrators();
        section.delete(
                        "/api/catalog/{object}/fields/{field}",
                        "删除字段，内容保留 30 天",
                        "Delete a field; its values are kept for 30 days")
                .query("version", VERSION)
                .answersNothing()
                .forAdministrators();
        section.get("/api/catalog/{object}/fields/{field}/uses", "哪些地方用到这个字段", "Who uses a field")
                .answers(
                        Shape.answer()
                                .with(
                                        "items",
                                        Schema.listOf(
                                                api.schema(
                                                        "FieldUse",
                                                        Shape.answer()
                                                                .with(
                                                                        "kind",
                                                                        Schema.oneOf(
                                                                                Arrays.stream(FieldUses.Kind.values())
                                                                                        .map(FieldUses.Kind::wire)))
                                                                .with("label", TEXT)
                                                                .with("object", TEXT)
                                                                .with("field", TEXT.orNull())
                                                                .with(
                                                                        "area",
                                                                        TEXT.orNull()
                                                                                .about(
                                                                                        "用到它的设置",
                                                                                        "What is set up with it"))
                                                                .with(
                                                                        "holding",
                                                                        Schema.flag()
                                                                                .about(
                                                                                        "有它时字段不能删除",
                                                                                        "The field cannot be deleted while it is there"))))))
                .query("draft", DRAFT)
                .forAdministrators();
        section.get("/api/catalog/{object}/fields/{field}/transitions", "流转规则", "The transition rules of a choice")
                .answers(transitions(Shape.answer().with("version", Schema.integer())))
                .query("draft", DRAFT)
                .forAdministrators();
        section.patch(
                        "/api/catalog/{object}/fields/{field}/transitions",
                        "替换流转规则",
                        "Replace the transition rules of a choice")
                .body(transitions(Shape.body().maybe("version", VERSION)))
                .answers(transitions(Shape.answer().with("version", Schema.integer())))
                .forAdministrators();
        section.post("/api/catalog/{object}/fields/{field}/restore", "恢复已删除的字段", "Take a deleted field back")
                .query("version", VERSION)
                .answers(made)
                .query("draft", DRAFT)
                .forAdministrators();
    }

    private static Shape transitions(Shape shape) {
        return shape.with("onlyListed", Schema.flag())
                .with(
                        "moves",
                        Schema.listOf(Shape.answer()
                                .with("from", TEXT.orNull())
                                .with("to", TEXT.orNull())
                                .with("roles", Schema.listOf(Schema.integer()))
                                .with("required", Schema.listOf(TEXT))
                                .maybe("forbidden", Schema.flag().about("任何人都不能进行", "Nobody may make it"))
                                .maybe("lasting", Schema.flag().about("不可撤销", "Not taken back by undoing"))));
    }

    private static Shape field(Shape shape, Schema words) {
        shape.with("object", TEXT)
                .with("name", TEXT)
                .with("kind", TEXT)
                .with("own", Schema.flag())
                .with("system", Schema.flag())
                .with("label", words)
                .with("help", words.orNull())
                .with("section", words.orNull())
                .with("relation", words.orNull())
                .with("default", Schema.any());
        FieldReader.TICKS.keySet().forEach(key -> shape.with(key, Schema.flag()));
        computed(shape);
        return shape.maybe("maxLength", Schema.integer())
                .maybe("min", TEXT)
                .maybe("max", TEXT)
                .maybe("scale", Schema.integer())
                .maybe("pattern", TEXT)
                .maybe("targets", Schema.listOf(TEXT))
                .maybe("capability", TEXT)
                .maybe(
                        "options",
                        Schema.listOf(Shape.answer()
                                .with("value", TEXT)
                                .with("label", words)
                                .with("color", TEXT.orNull())
                                .with("parent", TEXT.orNull())
                                .with("active", Schema.flag())));
    }

    /** What only computed fields have. */
    private static void computed(Shape shape) {
        shape.maybe("result", TEXT.about("值的种类", "The kind of the values"))
                .maybe("formula", TEXT.about("公式，字段以名称书写", "The formula, with fields by their labels"))
                .maybe(
                        "rollup",
                        Schema.oneOf(Arrays.stream(Computation.Summing.values()).map(Computation.Summing::wire)))
                .maybe("child", TEXT.about("被汇总的对象", "The object summed up"))
                .maybe("reference", TEXT.about("它指向本对象的字段", "Its field that points here"))
                .maybe("field", TEXT.orNull().about("被汇总的字段", "Its field that is summed up"))
                .maybe("filter", Schema.any());
    }

    private static Shape settings() {
        Schema words = Schema.either(TEXT, Shape.body().maybe("zh", TEXT).maybe("en", TEXT));
        Shape shape = Shape.body()
                .maybe("version", VERSION)
                .maybe("name", TEXT)
                .maybe("kind", TEXT)
                .maybe("label", words)
                .maybe("help", words.orNull())
                .maybe("section", words)
                .maybe(
                        "relation",
                        words.orNull()
                                .about(
                                        "从属：在所关联的记录上叫什么",
                                        "Lives within the record it points at, and is called so there"))
                .maybe("default", Schema.any());
        FieldReader.TICKS.keySet().forEach(key -> shape.maybe(key, Schema.flag()));
        computed(shape);
        return shape.maybe("maxLength", Schema.integer())
                .maybe("min", Schema.any())
                .maybe("max", Schema.any())
                .maybe("scale", Schema.integer())
                .maybe("pattern", TEXT)
                .maybe("targets", Schema.listOf(TEXT))
                .maybe("capability", TEXT)
                .maybe(
                        "options",
                        Schema.listOf(Schema.either(
                                TEXT,
                                Shape.body()
                                        .maybe("value", TEXT)
                                        .maybe("label", words)
                                        .maybe("color", TEXT.orNull())
                                        .maybe("parent", TEXT.orNull())
                                        .maybe("active", Schema.flag()))));
    }

    /** The objects themselves. */
    static void describeObjects(Description api, Section section) {
        Schema words = Schema.named("Words");
        Shape object = Shape.answer()
                .with("name", TEXT)
                .with("own", Schema.flag())
                .with("label", words)
                .with("plural", words)
                .with("shippedLabel", words.orNull().about("改过名的系统对象原来的名称", "What a renamed shipped object was called"))
                .with("application", TEXT.orNull())
                .with("icon", TEXT)
                .with("capabilities", Schema.listOf(TEXT))
                .with("fields", Schema.integer())
                .with("ownFields", Schema.integer())
                .maybe("version", Schema.integer());
        Schema designed = api.schema("DesignedObject", object);
        section.get("/api/catalog/objects", "全部对象，含已删除的自定义对象", "Every object, deleted own ones too")
                .answers(Shape.answer()
                        .with("version", Schema.integer())
                        .with("items", Schema.listOf(designed))
                        .with(
                                "deleted",
                                Schema.listOf(Shape.answer()
                                        .with("name", TEXT)
                                        .with("label", words)
                                        .with("at", Schema.moment())
                                        .with("by", Schema.named("Labelled"))
                                        .with("until", Schema.moment())
                                        .with("restorable", Schema.flag())))
                        .with("capabilities", Schema.listOf(TEXT))
                        .with("applications", Schema.listOf(TEXT)))
                .query("draft", DRAFT)
                .forAdministrators();
        section.post("/api/catalog/objects", "新增自定义对象", "Add an object")
                .body(objectSettings()
                        .maybe("name", TEXT)
                        .maybe(
                                "title",
                                Shape.body()
                                        .maybe("label", wordsGiven())
                                        .maybe("kind", Schema.oneOf("text", "autoNumber"))
                                        .maybe("pattern", TEXT))
                        .maybe("fields", Schema.listOf(Schema.named("FieldSettings"))))
                .creates(designed)
                .query("draft", DRAFT)
                .forAdministrators();
        section.patch("/api/catalog/objects/{object}", "修改自定义对象，或给系统对象改名", "Change an own object, or rename another")
                .explained(
                        "系统对象只能改 label 与 plural；label 为 null 时恢复原名。",
                        "Of an object that comes with the product only label and plural; null brings the name back it came with.")
                .body(objectSettings())
                .answers(designed)
                .query("draft", DRAFT)
                .forAdministrators();
        section.delete(
                        "/api/catalog/objects/{object}",
                        "删除自定义对象，记录保留 30 天",
                        "Delete an own object; its records are kept for 30 days")
                .query("version", VERSION)
                .answersNothing()
                .forAdministrators();
        section.post("/api/catalog/objects/{object}/restore", "恢复已删除的自定义对象", "Take a deleted own object back")
                .query("version", VERSION)
                .answers(designed)
                .query("draft", DRAFT)
                .forAdministrators();
    }

    private static Shape objectSettings() {
        return Shape.body()
                .maybe("version", VERSION)
                .maybe("label", wordsGiven())
                .maybe("plural", wordsGiven())
                .maybe("application", Schema.oneOf(ObjectReader.APPLICATIONS))
                .maybe("icon", TEXT)
                .maybe("capabilities", Schema.listOf(TEXT));
    }

    private static Schema wordsGiven() {
        return Schema.either(TEXT, Shape.body().maybe("zh", TEXT).maybe("en", TEXT));
    }
}
