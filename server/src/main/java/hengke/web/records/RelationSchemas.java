package hengke.web.records;

import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;

/** The shapes of records and the ties between them. */
final class RelationSchemas {
    private RelationSchemas() {}

    static void describe(Description api) {
        api.schema(
                "RelationNode",
                Shape.answer()
                        .with("key", Schema.text().about("如 customer:1", "Such as customer:1"))
                        .with("object", Schema.text())
                        .with("id", Schema.id())
                        .with("label", Schema.text().orNull())
                        .with("detail", Schema.text().orNull())
                        .with("owner", Schema.named("Labelled").orNull())
                        .maybe("distance", Schema.integer().about("距离几步", "How many steps away")));
        api.schema(
                "RelationEdge",
                Shape.answer()
                        .with("key", Schema.text())
                        .with("kind", Schema.text().about("对象，或对象.字段", "An object, or object.field"))
                        .with("label", Schema.text().about("类别的名称", "What the kind is called"))
                        .with("from", Schema.text())
                        .with("to", Schema.text())
                        .with("name", Schema.text().orNull().about("to 是 from 的什么", "What to is to from"))
                        .with("inverse", Schema.text().orNull().about("from 是 to 的什么", "What from is to to"))
                        .with("note", Schema.text().orNull().about("说明或职务", "A note, or the job title"))
                        .with("since", Schema.date().orNull())
                        .with("until", Schema.date().orNull())
                        .with(
                                "record",
                                Shape.answer()
                                        .with("object", Schema.text())
                                        .with("id", Schema.id())
                                        .orNull()));
        api.schema(
                "Surroundings",
                Shape.answer()
                        .with("nodes", Schema.listOf(Schema.named("RelationNode")))
                        .with("edges", Schema.listOf(Schema.named("RelationEdge")))
                        .with("more", Schema.flag()));
        api.schema(
                "Way",
                Shape.answer()
                        .with("found", Schema.flag())
                        .with("complete", Schema.flag().about("没有因数量而略过", "Nothing was left out for its number"))
                        .with(
                                "owner",
                                Schema.named("Labelled")
                                        .orNull()
                                        .about("从 me 出发时，谁负责第一条记录", "From me: who owns the first record"))
                        .with("nodes", Schema.listOf(Schema.named("RelationNode")))
                        .with("edges", Schema.listOf(Schema.named("RelationEdge"))));
    }
}
