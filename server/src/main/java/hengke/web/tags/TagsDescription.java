package hengke.web.tags;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the tag libraries. */
@Component
@Order(51)
final class TagsDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema used =
                api.schema("Tag", tag().with("uses", Schema.integer().about("使用它的记录数", "How many records have it")));
        Schema tag = api.schema("ChangedTag", tag());
        Section section = api.section("标签", "Tags");
        section.get("/api/tags", "一个对象的标签库", "The tag library of an object")
                .needs("object", Schema.text())
                .answers(Shape.listOf(used).with("mayCreate", Schema.flag()));
        section.post("/api/tags", "新建标签", "Add a tag")
                .body(look(Shape.body().with("object", Schema.text()).with("name", name())))
                .creates(tag);
        section.patch("/api/tags/{id}", "改名或换色，记录随之更新", "Rename or recolour, on every record")
                .body(look(Shape.body().maybe("name", name())))
                .answers(tag)
                .forAdministrators();
        section.delete("/api/tags/{id}", "删除标签", "Delete a tag")
                .answersNothing()
                .forAdministrators();
        section.post("/api/tags/{id}/merge", "并入另一标签", "Merge into another tag")
                .body(Shape.body().with("into", Schema.id()))
                .answers(tag)
                .forAdministrators();
    }

    private static Shape tag() {
        return Shape.answer()
                .with("id", Schema.id())
                .with("object", Schema.text())
                .with("name", Schema.text())
                .with("color", Schema.text().orNull())
                .with("group", Schema.text().orNull());
    }

    private static Shape look(Shape body) {
        return body.maybe("color", Schema.text().orNull())
                .maybe("group", Schema.text().orNull());
    }

    private static Schema name() {
        return Schema.text(TagsController.NAME.maxLength());
    }
}
