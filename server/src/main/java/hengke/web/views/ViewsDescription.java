package hengke.web.views;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes saved lists and boards. */
@Component
@Order(50)
final class ViewsDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema view = api.schema(
                "View",
                Shape.answer()
                        .with(
                                "id",
                                Schema.either(Schema.id(), Schema.text())
                                        .about("自带视图的编号是文本", "The id of a built-in view is a text"))
                        .with("name", Schema.text())
                        .with("builtin", Schema.flag())
                        .with("mine", Schema.flag())
                        .with("shared", Schema.flag())
                        .with("pinned", Schema.flag())
                        .with("position", Schema.integer())
                        .with("object", Schema.text())
                        .with("kind", kind())
                        .with("filter", Schema.named("Filter").orNull())
                        .with(
                                "columns",
                                Schema.listOf(Shape.answer()
                                        .with("field", Schema.text())
                                        .with("width", Schema.integer().orNull())))
                        .with("sort", Schema.listOf(Schema.named("Sort")))
                        .with("groupBy", Schema.text().orNull()));
        Section section = api.section("视图", "Views");
        section.get("/api/views", "一个对象的视图", "The views of an object")
                .needs("object", Schema.text())
                .answers(Shape.listOf(view));
        section.post("/api/views", "保存视图", "Save a view")
                .body(settings(Shape.body().with("object", Schema.text()).with("name", name())))
                .creates(view);
        section.patch("/api/views/{id}", "修改视图", "Change a view")
                .explained("只有所有者和管理员可改；置顶只对自己有效。", "Only its owner and administrators may; pinned is everybody's own.")
                .body(settings(Shape.body().maybe("name", name())))
                .answers(view);
        section.delete("/api/views/{id}", "删除视图", "Delete a view").answersNothing();
    }

    private static Shape settings(Shape body) {
        return body.maybe("kind", kind())
                .maybe("shared", Schema.flag())
                .maybe("pinned", Schema.flag())
                .maybe("position", Schema.integer())
                .maybe("filter", Schema.named("Filter").orNull())
                .maybe(
                        "columns",
                        Schema.listOf(Shape.body()
                                .with("field", Schema.text())
                                .maybe("width", Schema.integer(20, 2_000).orNull())))
                .maybe("sort", Schema.listOf(Schema.named("Sort")))
                .maybe("groupBy", Schema.text().orNull());
    }

    private static Schema kind() {
        return Schema.oneOf(ViewsController.KINDS.stream().sorted());
    }

    private static Schema name() {
        return Schema.text(ViewsController.NAME.maxLength());
    }
}
