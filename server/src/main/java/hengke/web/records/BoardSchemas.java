package hengke.web.records;

import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;

/** The shapes of a board. */
final class BoardSchemas {
    private BoardSchemas() {}

    static void describe(Description api) {
        api.schema(
                "BoardQuery",
                Shape.body()
                        .with("groupBy", Schema.text(200).about("单选字段，每个选项一列", "A choice; each option is a column"))
                        .maybe("sum", Schema.text(200).about("合计哪个数值字段", "The field that is added up"))
                        .maybe("filter", Schema.named("Filter"))
                        .maybe("search", Schema.text(200))
                        .maybe("view", Schema.either(Schema.text(), Schema.id()))
                        .maybe("fields", Schema.listOf(Schema.text()))
                        .maybe("sort", Schema.listOf(Schema.named("Sort")))
                        .maybe("limit", Schema.integer(1, 500).about("每列，默认 50", "Of each column, 50 when absent"))
                        .maybe(
                                RecordJson.MAY,
                                Schema.flag().about("每条记录告知可做的修改", "Each record tells how one may change it")));
        api.schema("BoardColumn", column());
    }

    /** A column without its records, which are those of the object. */
    static Shape column() {
        return Shape.answer()
                .with("value", Schema.text().orNull().about("选项；null 为未填写", "The option; null where there is none"))
                .with("count", Schema.integer())
                .maybe("sum", Schema.decimal().orNull())
                .with("next", Schema.text().orNull());
    }
}
