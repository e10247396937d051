package hengke.web.records;

import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Operator;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.Aggregation;
import hengke.kernel.query.Selection;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;
import java.util.Arrays;

/** The schemas that are the same for every object: values, filters, questions, and what is told about a record. */
public final class SharedSchemas {
    private SharedSchemas() {}

    static void describe(Description api) {
        values(api);
        filters(api);
        questions(api);
        stories(api);
        results(api);
        api.header("Location", Schema.text().about("新记录的地址", "The address of the new record"));
    }

    private static void values(Description api) {
        api.schema(
                "Money",
                Shape.answer()
                        .with("amount", Schema.decimal())
                        .with("currency", Schema.text(3).about("ISO 4217", "ISO 4217"))
                        .maybe(
                                "base",
                                Schema.decimal()
                                        .about(
                                                "折合本位币，与金额不同时才有；写入时忽略",
                                                "Its worth in the base currency, where it differs; ignored on writing")));
        api.schema(
                "Address",
                Shape.answer()
                        .maybe(
                                "region",
                                Schema.text().orNull().about("2、4 或 6 位区划代码", "Region code of 2, 4 or 6 digits"))
                        .maybe("street", Schema.text(500).orNull())
                        .maybe("postcode", Schema.text(20).orNull()));
        api.schema(
                "Location",
                Shape.answer()
                        .with("longitude", Schema.number())
                        .with("latitude", Schema.number())
                        .maybe("place", Schema.text(200).orNull()));
        api.schema(
                "Pointer",
                Schema.either(Schema.id(), Shape.answer().with("id", Schema.id()))
                        .about("编号，或读到的 {\"id\",\"label\"}", "An id, or the {\"id\",\"label\"} that was read"));
    }

    private static void filters(Description api) {
        Schema filter = Schema.named("Filter");
        Schema filters = Schema.listOf(filter).with("minItems", 1);
        Schema operator = api.schema(
                "Operator", Schema.oneOf(Arrays.stream(Operator.values()).map(Operator::wire)));
        api.schema(
                "Filter",
                Schema.either(
                                Shape.body().with("and", filters),
                                Shape.body().with("or", filters),
                                Shape.body().with("not", filter),
                                Shape.body()
                                        .with(
                                                "field",
                                                Schema.text(200)
                                                        .about(
                                                                "字段名，可跨引用：customer.region",
                                                                "A field, or one behind a reference: customer.region"))
                                        .with("op", operator)
                                        .maybe(
                                                "value",
                                                Schema.any()
                                                        .about(
                                                                "between 为两个值；in、notIn 为列表；during 为 today、thisMonth、{\"last\":7,\"unit\":\"day\"} 等；"
                                                                        + "人可写 \"me\"、\"myTeam\"；empty、notEmpty 没有值",
                                                                "Two values for between; a list for in and notIn; for during today, thisMonth,"
                                                                        + " {\"last\":7,\"unit\":\"day\"} and so on; people may be \"me\" or"
                                                                        + " \"myTeam\"; none for empty and notEmpty")),
                                Shape.body()
                                        .with(
                                                "exists",
                                                Schema.text()
                                                        .about(
                                                                "下级关系的名称，如 contacts",
                                                                "The name of a relation, e.g. contacts"))
                                        .maybe("where", filter))
                        .about(
                                "各字段可用的操作见记录结构中的 x-operators。空的或不成立的筛选是错误，绝不等于“全部”。",
                                "Which operators a field has stands in the record's schema as x-operators. An empty filter, or one"
                                        + " that makes no sense, is an error and never means everything."));
        api.schema("Sort", Shape.body().with("field", Schema.text()).maybe("descending", Schema.flag()));
    }

    private static void questions(Description api) {
        Schema sort = Schema.listOf(Schema.named("Sort"));
        api.schema(
                "RecordQuery",
                Shape.body()
                        .maybe("filter", Schema.named("Filter"))
                        .maybe("search", Schema.text(200))
                        .maybe("view", Schema.either(Schema.text(), Schema.id()))
                        .maybe("fields", Schema.listOf(Schema.text()))
                        .maybe("sort", sort)
                        .maybe("limit", Schema.integer(1, Selection.MOST).about("默认 50", "50 when absent"))
                        .maybe("after", Schema.text().about("上一页的 next", "The next of the page before"))
                        .maybe("count", Schema.oneOf("none", "capped", "exact"))
                        .maybe(
                                "deleted",
                                Schema.flag().about("查回收站，需要删除权限", "In the recycle bin; needs the right to delete"))
                        .maybe(
                                RecordJson.MAY,
                                Schema.flag().about("每条记录告知可做的修改", "Each record tells how one may change it")));
        api.schema("Count", Shape.answer().with("value", Schema.integer()).with("exact", Schema.flag()));
        api.schema(
                "Aggregation",
                Shape.body()
                        .maybe("filter", Schema.named("Filter"))
                        .maybe("groups", Schema.listOf(group()))
                        .maybe("measures", Schema.listOf(measure().with("function", function())))
                        .maybe("sort", sort)
                        .maybe("limit", Schema.integer(1, Aggregation.MOST)));
        Schema values = Schema.mapOf(Schema.any());
        api.schema(
                "Summary",
                Shape.answer()
                        .with(
                                "rows",
                                Schema.listOf(values)
                                        .about(
                                                "分组在字段名下，结果在 count 或 函数_字段 下",
                                                "Groups under the field's name, measures under count or function_field"))
                        .with("totals", values)
                        .with("more", Schema.flag().about("还有更多分组", "There are more groups")));
    }

    /** By what to group. */
    public static Shape group() {
        return Shape.body()
                .with("field", Schema.text())
                .maybe(
                        "bucket",
                        Schema.text()
                                .about(
                                        "day week month quarter year fiscalQuarter fiscalYear weekday monthOfYear hour，或 province city district，或人员的 department",
                                        "day week month quarter year fiscalQuarter fiscalYear weekday monthOfYear hour, or province city"
                                                + " district, or department of a person"))
                .maybe(
                        "ranges",
                        Schema.listOf(Schema.either(Schema.number(), Schema.text()))
                                .about("数字分段的界限，从小到大", "The limits between ranges of a number, ascending"));
    }

    /** How something is computed. */
    public static Schema function() {
        return Schema.oneOf(Arrays.stream(Aggregate.Function.values()).map(Aggregate.Function::wire));
    }

    /** What to compute, but for how. */
    public static Shape measure() {
        return Shape.body()
                .maybe("name", Schema.text())
                .maybe(
                        "of",
                        Schema.text()
                                .about(
                                        "下级列表的名称：按下级记录计算",
                                        "The name of a related list: computed of its records, at their own grain"))
                .maybe("field", Schema.text())
                .maybe("filter", Schema.named("Filter"))
                .maybe("percent", Schema.number().about("百分位数的百分数", "The per cent of a percentile"));
    }

    private static void stories(Description api) {
        Schema change = api.schema(
                "FieldChange",
                Shape.answer()
                        .with("field", Schema.text())
                        .with("label", Schema.text())
                        .with("from", Schema.any())
                        .with("to", Schema.any()));
        Schema action = Schema.oneOf("create", "update", "delete", "restore");
        api.schema("HistoryItem", told(action).with("changes", Schema.listOf(change)));
        Schema record = api.schema(
                "AnyRecord",
                Shape.answer()
                        .with("id", Schema.id())
                        .with("version", Schema.integer())
                        .andMore()
                        .about("任一对象的记录，见各对象的结构", "A record of any object; see the schema of each"));
        api.schema(
                "TimelineItem",
                happened()
                        .maybe("operation", Schema.id().about("可撤销的操作", "The operation that can be undone"))
                        .maybe("version", Schema.integer())
                        .maybe("action", action)
                        .with("kind", Schema.oneOf("activity", "change", "file", "paper"))
                        .with("record", Schema.named("RecordLink"))
                        .maybe("activity", record)
                        .maybe("file", record)
                        .maybe(
                                "paper",
                                Shape.answer()
                                        .with(
                                                "what",
                                                Schema.oneOf(
                                                        "sent",
                                                        "opened",
                                                        "revoked",
                                                        "started",
                                                        "signed",
                                                        "declined",
                                                        "completed",
                                                        "expired",
                                                        "voided"))
                                        .with("recipient", Schema.text())
                                        .with("mailed", Schema.flag())
                                        .with("device", Schema.text().orNull())
                                        .about("发出的文件的经过", "What happened with a paper that left"))
                        .maybe("changes", Schema.listOf(change)));
        api.schema(
                "ValueExplanation",
                Shape.answer()
                        .with("summary", Schema.text().orNull())
                        .with("asOf", Schema.moment().orNull().about("何时算得", "When it was reckoned"))
                        .with(
                                "lines",
                                Schema.listOf(Shape.answer()
                                        .with("text", Schema.text())
                                        .with("value", Schema.text().orNull())
                                        .with("points", Schema.decimal().orNull())
                                        .with(
                                                "records",
                                                Shape.answer()
                                                        .with("object", Schema.text())
                                                        .with("filter", Schema.named("Filter"))
                                                        .orNull()
                                                        .about("其依据的记录", "The records it was made from")))));
        api.schema(
                "Overview",
                Shape.answer()
                        .with(
                                "figures",
                                Schema.listOf(Shape.answer()
                                        .with("name", Schema.text())
                                        .with("label", Schema.text())
                                        .with(
                                                "kind",
                                                Schema.text().about("值的类型，同字段", "Of the value, as fields have kinds"))
                                        .with("value", Schema.any())
                                        .maybe("field", Schema.text())
                                        .maybe(
                                                "records",
                                                Shape.answer()
                                                        .with("object", Schema.text())
                                                        .with("filter", Schema.named("Filter"))))));
        api.schema(
                "AccessExplanation",
                Shape.answer()
                        .with(
                                "verbs",
                                Schema.listOf(Shape.answer()
                                        .with(
                                                "verb",
                                                Schema.oneOf(Arrays.stream(Verb.values())
                                                        .map(Verb::wire)))
                                        .with("allowed", Schema.flag())
                                        .with("reasons", Schema.listOf(Schema.text()))))
                        .with(
                                "commands",
                                Schema.listOf(Shape.answer()
                                        .with(
                                                "command",
                                                Schema.text()
                                                        .about(
                                                                "命令名，或 share、reveal、restore、purge",
                                                                "A command, or share, reveal, restore, purge"))
                                        .with("label", Schema.text())
                                        .with("allowed", Schema.flag())
                                        .with("reasons", Schema.listOf(Schema.text()))))
                        .with(
                                "fields",
                                Schema.listOf(Shape.answer()
                                        .with("field", Schema.text())
                                        .with("label", Schema.text())
                                        .with(
                                                "right",
                                                Schema.oneOf(Arrays.stream(FieldRight.values())
                                                        .map(FieldRight::wire)))
                                        .with("reason", Schema.text()))));
    }

    private static Schema doer() {
        return Shape.answer()
                .with("id", Schema.integer().with("minimum", 0).about("0：系统按规则所为", "0: the product, by its rules"))
                .with("label", Schema.text().orNull());
    }

    private static Shape told(Schema action) {
        return happened()
                .with("operation", Schema.id().about("可撤销的操作", "The operation that can be undone"))
                .with("version", Schema.integer())
                .with("action", action);
    }

    private static Shape happened() {
        return Shape.answer()
                .with("at", Schema.moment())
                .with("by", doer())
                .with("through", Schema.text().orNull().about("web、api、import 等", "web, api, import and so on"))
                .with("undoable", Schema.flag());
    }

    private static void results(Description api) {
        api.schema(
                "BulkPreview",
                Shape.answer()
                        .with("total", Schema.integer())
                        .with("allowed", Schema.integer())
                        .with(
                                "refused",
                                Schema.listOf(Shape.answer()
                                        .with("id", Schema.id())
                                        .with("label", Schema.text().orNull())
                                        .with("message", Schema.text()))));
        api.schema(
                "UpsertResult",
                Shape.answer()
                        .with("operation", Schema.id())
                        .with(
                                "items",
                                Schema.listOf(Shape.answer()
                                        .with("status", Schema.oneOf("created", "updated", "unchanged", "failed"))
                                        .with("id", Schema.id().orNull())
                                        .with("errors", Schema.listOf(Schema.named("FieldProblem"))))));
        api.schema(
                "Duplicate",
                Shape.answer()
                        .with("object", Schema.text().about("其他对象的同一号码也会列出", "Another one where a number is the same"))
                        .with("id", Schema.id().orNull().about("看不到时为 null", "Null when it may not be seen"))
                        .with("label", Schema.text().orNull())
                        .with("within", Schema.text().orNull().about("所属记录，如联系人的客户", "What it lives within"))
                        .with("score", Schema.number().about("1 为相同", "1 means the same"))
                        .with("fields", Schema.listOf(Schema.text()))
                        .with("message", Schema.text()));
    }
}
