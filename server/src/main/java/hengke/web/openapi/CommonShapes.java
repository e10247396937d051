package hengke.web.openapi;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shapes that several areas speak of. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CommonShapes implements ApiPart {

    @Override
    public void describe(Description api) {
        api.schema("Labelled", labelled(Shape.answer()).about("编号与名称", "An id with what it is called"));
        api.schema(
                "RecordLink",
                labelled(Shape.answer().with("object", Schema.text())).about("任一对象的一条记录", "A record of any object"));
        api.header("ETag", Schema.text().about("内容的标记，配合 If-None-Match", "Marks the content, for If-None-Match"));
    }

    private static Shape labelled(Shape shape) {
        return shape.with("id", Schema.id())
                .with("label", Schema.text().orNull().about("看不到时为 null", "Null when it may not be seen"));
    }
}
