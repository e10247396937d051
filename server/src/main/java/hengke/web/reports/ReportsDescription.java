package hengke.web.reports;

import hengke.kernel.report.Figure;
import hengke.kernel.report.Question;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import hengke.web.records.SharedSchemas;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes reports. */
@Component
@Order(55)
final class ReportsDescription implements ApiPart {
    private static final Schema NUMBER = Schema.either(Schema.number(), Schema.text());
    private static final Schema ID = Schema.either(Schema.id(), Schema.text())
            .about("自带报表的编号是文本", "The id of a report that the product brings is a text");

    @Override
    public void describe(Description api) {
        Schema question = api.schema("ReportQuestion", question(Shape.body()));
        Schema table = api.schema("ReportTable", table());
        Shape shown = shown(Shape.answer());
        Schema report = api.schema("Report", shown(Shape.answer()).with("question", Schema.mapOf(Schema.any())));
        Section section = api.section("报表", "Reports");
        section.post("/api/reports/run", "计算报表", "Answer a question for figures")
                .explained(
                        "以提问者的权限计算；每个指标按自己的粒度统计，合计来自记录本身，不是分组之和。members 的 filter 加上 filter 可打开其记录。",
                        "With the eyes of whoever asks. Each measure is taken at its own grain, and totals are those of the records,"
                                + " not sums of groups. The filter of members together with filter opens their records.")
                .body(question)
                .answers(table);
        section.post("/api/reports/export", "报表导出为 xlsx", "The same as a workbook")
                .body(question(Shape.body()).maybe("title", Schema.text()))
                .answersFile("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Schema.bytes());
        section.get("/api/reports", "自带的、自己的和共享的报表", "Reports the product brings, one's own, and shared ones")
                .answers(Shape.listOf(shown));
        section.get("/api/reports/{id}", "一个报表", "A report").answers(report);
        section.post("/api/reports", "保存报表", "Keep a report")
                .body(kept(Shape.body()
                        .with("name", Schema.text(KeptJson.LONGEST_NAME))
                        .with("question", question)
                        .with("chart", chart())))
                .creates(report);
        section.patch("/api/reports/{id}", "修改报表", "Change a report")
                .explained("只有创建人和管理员可改。", "Only its owner and administrators may.")
                .body(kept(Shape.body()
                        .with("version", Schema.integer())
                        .maybe("name", Schema.text(KeptJson.LONGEST_NAME))
                        .maybe("question", question)
                        .maybe("chart", chart())))
                .answers(report);
        section.delete("/api/reports/{id}", "删除报表", "Delete a report")
                .needs("version", Schema.integer())
                .answersNothing();
        dashboards(api);
    }

    private static void dashboards(Description api) {
        Schema filters = Schema.listOf(Schema.oneOf(DashboardsController.FILTERS));
        Schema tiles = Schema.listOf(api.schema(
                "DashboardTile",
                Shape.body()
                        .with("report", ID)
                        .with("x", Schema.integer(0, DashboardsController.WIDE - 1))
                        .with("y", Schema.integer())
                        .with("w", Schema.integer(1, DashboardsController.WIDE))
                        .with("h", Schema.integer(1, DashboardsController.HIGH))
                        .maybe("title", Schema.text(100))));
        Schema dashboard = api.schema(
                "Dashboard", about(Shape.answer()).with("tiles", tiles).with("filters", filters));
        Section section = api.section("仪表盘", "Dashboards");
        section.get("/api/dashboards", "自带的、自己的和共享的仪表盘", "Dashboards the product brings, one's own, and shared ones")
                .answers(Shape.listOf(about(Shape.answer())));
        section.get("/api/dashboards/{id}", "一个仪表盘", "A dashboard")
                .explained("图块中读者看不到的报表为空。", "Tiles of reports that a reader does not find stay empty.")
                .answers(dashboard);
        section.post("/api/dashboards", "新建仪表盘", "Make a dashboard")
                .body(kept(Shape.body()
                        .with("name", Schema.text(KeptJson.LONGEST_NAME))
                        .maybe("tiles", tiles)
                        .maybe("filters", filters)))
                .creates(dashboard);
        section.patch("/api/dashboards/{id}", "修改仪表盘", "Change a dashboard")
                .explained("只有创建人和管理员可改。", "Only its owner and administrators may.")
                .body(kept(Shape.body()
                        .with("version", Schema.integer())
                        .maybe("name", Schema.text(KeptJson.LONGEST_NAME))
                        .maybe("tiles", tiles)
                        .maybe("filters", filters)))
                .answers(dashboard);
        section.delete("/api/dashboards/{id}", "删除仪表盘", "Delete a dashboard")
                .needs("version", Schema.integer())
                .answersNothing();
    }

    private static Shape kept(Shape body) {
        return body.maybe("folder", Schema.text(KeptJson.LONGEST_FOLDER).orNull())
                .maybe("shared", Schema.flag());
    }

    private static Shape chart() {
        return Shape.answer().with("kind", Schema.oneOf(KeptReportsController.CHARTS));
    }

    private static Shape shown(Shape report) {
        return about(report).with("object", Schema.text()).with("chart", chart());
    }

    private static Shape about(Shape kept) {
        return kept.with("id", ID)
                .with("name", Schema.text())
                .with("folder", Schema.text())
                .with("shared", Schema.flag())
                .with("owner", Schema.named("Labelled").orNull())
                .with("mine", Schema.flag())
                .with("changeable", Schema.flag())
                .with("version", Schema.integer())
                .with("shipped", Schema.flag());
    }

    private static Shape question(Shape body) {
        return body.with("object", Schema.text())
                .maybe("filter", Schema.named("Filter").orNull())
                .maybe(
                        "period",
                        Shape.body()
                                .with("field", Schema.text())
                                .with(
                                        "range",
                                        Schema.any()
                                                .about(
                                                        "与筛选的 during 相同，如 thisMonth、{\"last\":12,\"unit\":\"month\"}、{\"from\":…,\"until\":…}",
                                                        "As during has it in filters: thisMonth, {\"last\":12,\"unit\":\"month\"},"
                                                                + " {\"from\":…,\"until\":…}"))
                                .orNull())
                .maybe(
                        "compare",
                        Schema.oneOf(Arrays.stream(Question.Comparison.values())
                                        .map(Question.Comparison::wire)
                                        .toList())
                                .orNull())
                .maybe("rows", Schema.listOf(SharedSchemas.group()))
                .maybe("columns", Schema.listOf(SharedSchemas.group()))
                .with("measures", Schema.listOf(figure()))
                .maybe(
                        "having",
                        Schema.listOf(Shape.body()
                                .with("measure", Schema.text())
                                .with("op", Schema.oneOf("gt", "ge", "lt", "le", "eq", "ne"))
                                .with("value", NUMBER)))
                .maybe(
                        "sort",
                        Shape.body()
                                .with("by", Schema.text())
                                .maybe("descending", Schema.flag())
                                .orNull())
                .maybe("top", Schema.integer(1, 500).orNull())
                .maybe("others", Schema.flag())
                .maybe("gaps", Schema.flag());
    }

    private static Shape figure() {
        return SharedSchemas.measure()
                .maybe("function", SharedSchemas.function())
                .maybe(
                        "formula",
                        Schema.text().about("由其他指标算出，代替 function", "Made of other measures, in place of function"))
                .maybe("label", Schema.text())
                .maybe("as", Schema.oneOf("number", "percent"))
                .maybe(
                        "show",
                        Schema.oneOf(Arrays.stream(Question.Show.values())
                                .map(Question.Show::wire)
                                .toList()));
    }

    private static Shape table() {
        Schema values =
                Schema.listOf(Schema.either(Schema.number(), Schema.text()).orNull());
        Schema filter = Schema.named("Filter").orNull();
        Schema places = Schema.listOf(Schema.integer());
        return Shape.answer()
                .with(
                        "dimensions",
                        Schema.listOf(Shape.answer()
                                .with("on", Schema.oneOf("rows", "columns"))
                                .with("field", Schema.text())
                                .with("label", Schema.text())
                                .with("bucket", Schema.text().orNull())
                                .with(
                                        "members",
                                        Schema.listOf(Shape.answer()
                                                .with("value", Schema.any())
                                                .with("label", Schema.text())
                                                .with("filter", filter)
                                                .maybe("others", Schema.flag())))))
                .with(
                        "measures",
                        Schema.listOf(Shape.answer()
                                .with("name", Schema.text())
                                .with("label", Schema.text())
                                .with(
                                        "kind",
                                        Schema.oneOf(Arrays.stream(Figure.Kind.values())
                                                .map(Figure.Kind::wire)
                                                .toList()))
                                .with("show", Schema.text())
                                .with("filter", filter)
                                .with("currency", Schema.text().orNull())))
                .with(
                        "levels",
                        Schema.listOf(Shape.answer()
                                        .with("by", places)
                                        .with(
                                                "cells",
                                                Schema.listOf(Shape.answer()
                                                        .with("at", places)
                                                        .with("values", values)
                                                        .maybe("before", values))))
                                .about("最细的在前，合计在后", "The finest first, the total last"))
                .with("filter", filter)
                .with("at", Schema.moment());
    }
}
