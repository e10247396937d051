package hengke.web.worth;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes how worth is told. */
@Component
@Order(83)
final class WorthDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("客户价值", "Customer value");
        Schema source = api.schema(
                "PurchaseSource",
                RecordShape.of(WorthJson.SourceJson.class)
                        .with("filter", Schema.named("Filter").orNull()));
        Schema worth = api.schema("Worth", RecordShape.of(WorthJson.class).with("sources", Schema.listOf(source)));
        section.get("/api/worth/{object}", "成交来源与 RFM 规则", "Sources of deals and rules of RFM")
                .answers(worth)
                .forAdministrators();
        section.patch("/api/worth/{object}", "修改成交来源与 RFM 规则", "Change them")
                .explained("保存后在后台重算全部客户。", "Every customer is then reckoned in the background.")
                .body(body())
                .answers(worth)
                .forAdministrators();
        section.post("/api/worth/{object}/preview", "试算：各类将有多少客户", "Try: how many would be in each segment")
                .body(body())
                .answers(api.schema("WorthTried", RecordShape.of(WorthController.Tried.class)))
                .forAdministrators();
        section.get("/api/worth/{object}/analysis", "客户分析：RFM、生命周期、同期群", "Analysis: RFM, life cycle, cohorts")
                .explained(
                        "只算本人可见的客户；无权读取的部分为空。", "Of the customers the reader sees; parts he may not read are absent.")
                .answers(api.schema(
                        "WorthAnalysis",
                        RecordShape.of(AnalysisController.Analysis.class)
                                .with(
                                        "opens",
                                        api.schema(
                                                        "CohortOpens",
                                                        RecordShape.of(AnalysisController.OpensJson.class)
                                                                .with(
                                                                        "filter",
                                                                        Schema.named("Filter")
                                                                                .orNull()))
                                                .orNull())));
        section.post("/api/worth/{object}/run", "在后台重算", "Reckon anew in the background")
                .answersNothing()
                .forAdministrators();
    }

    private static Shape body() {
        Schema cuts = Schema.listOf(Schema.decimal()).orNull();
        return Shape.body()
                .maybe(
                        "sources",
                        Schema.listOf(Shape.body()
                                .with("object", Schema.text())
                                .with("customer", Schema.text().about("指向客户的字段", "The reference to the customer"))
                                .with("at", Schema.text().about("日期字段", "The field of the date"))
                                .with("amount", Schema.text().about("金额字段", "The field of the amount"))
                                .maybe("filter", Schema.named("Filter").orNull())
                                .maybe(
                                        "goods",
                                        Shape.body()
                                                .maybe("lines", Schema.text().orNull())
                                                .maybe("purchase", Schema.text().orNull())
                                                .with("product", Schema.text())
                                                .maybe("amount", Schema.text().orNull())
                                                .orNull())))
                .maybe("without", Schema.listOf(Schema.text()).about("不计入的内置来源", "Shipped sources left out"))
                .maybe("months", Schema.integer(1, 240).orNull().about("空：全部时间", "None: all time"))
                .maybe("day", Schema.date().orNull().about("空：今天", "None: today"))
                .maybe("recency", cuts.about("2 至 5 分各至多多少天；空：五等分", "Days at most for 2 to 5; none: fifths"))
                .maybe("frequency", cuts)
                .maybe("monetary", cuts)
                .maybe("high", Schema.integer(2, 5).orNull().about("几分起算高；空：高于平均", "None: above average"))
                .maybe("version", Schema.integer());
    }
}
