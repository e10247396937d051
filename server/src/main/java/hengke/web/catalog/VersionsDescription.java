package hengke.web.catalog;

import hengke.kernel.metadata.Difference.What;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;

/** Describes drafts, versions and the way of a configuration to another installation. */
final class VersionsDescription {
    private static final Schema TEXT = Schema.text();
    private static final Schema TEXTS = Schema.listOf(Schema.text());

    private VersionsDescription() {}

    static void describe(Description api, Section section) {
        Schema by = Schema.named("Labelled").orNull();
        Schema difference = api.schema("Difference", difference());
        Schema version = api.schema(
                "CatalogVersion",
                Shape.answer()
                        .with("version", Schema.integer())
                        .with("at", Schema.moment())
                        .with("by", by)
                        .with("note", TEXT)
                        .with("differences", Schema.listOf(difference)));
        section.get("/api/catalog/versions", "历史版本，新的在前", "The versions, newest first")
                .query("before", Schema.id())
                .answers(Shape.listOf(version))
                .forAdministrators();
        Schema draft = api.schema("Draft", draft(by));
        section.get("/api/catalog/drafts", "草稿", "The drafts")
                .answers(Shape.listOf(draft))
                .forAdministrators();
        section.post("/api/catalog/drafts", "新建草稿", "Begin a draft")
                .explained(
                        "默认从已生效的配置开始；backTo 回到以前的版本，document 来自导出的文件。",
                        "Of what is in force; with backTo, back to an earlier version; with document, from an exported file.")
                .body(Shape.body()
                        .with("name", TEXT)
                        .maybe("backTo", Schema.id())
                        .maybe("document", document(Shape.answer())))
                .creates(draft)
                .forAdministrators();
        Schema place = Shape.answer()
                .with("object", TEXT)
                .with("field", TEXT.orNull())
                .with("objectLabel", TEXT)
                .with("fieldLabel", TEXT.orNull());
        Schema impact = api.schema(
                "DraftImpact",
                draft(by)
                        .with("effects", Schema.listOf(difference().with("notes", TEXTS)))
                        .with(
                                "faults",
                                Schema.listOf(Shape.answer().with("field", TEXT).with("message", TEXT)))
                        .with("conflicts", Schema.listOf(place)));
        section.get("/api/catalog/drafts/{id}", "一份草稿，及发布会带来的变化", "A draft, and what publishing it would mean")
                .answers(impact)
                .forAdministrators();
        section.delete("/api/catalog/drafts/{id}", "丢弃草稿", "Discard a draft")
                .answersNothing()
                .forAdministrators();
        section.post("/api/catalog/drafts/{id}/publish", "发布草稿", "Publish a draft")
                .body(Shape.body().maybe("note", TEXT))
                .answers(Shape.answer().with("version", Schema.integer()))
                .forAdministrators();
        section.get("/api/catalog/export", "导出配置文件", "The configuration as a file")
                .answers(document(Shape.answer()))
                .forAdministrators();
    }

    private static Shape difference() {
        return Shape.answer()
                .with("what", Schema.oneOf(Arrays.stream(What.values()).map(What::wire)))
                .with("object", TEXT)
                .with("field", TEXT.orNull())
                .with("objectLabel", TEXT)
                .with("fieldLabel", TEXT.orNull())
                .with("keys", TEXTS);
    }

    private static Shape draft(Schema by) {
        return Shape.answer()
                .with("id", Schema.id())
                .with("name", TEXT)
                .with("base", Schema.integer())
                .with("version", Schema.integer())
                .with("at", Schema.moment())
                .with("by", by);
    }

    private static Shape document(Shape shape) {
        return shape.with("format", TEXT)
                .with("objects", Schema.listOf(Shape.answer().andMore()));
    }
}
