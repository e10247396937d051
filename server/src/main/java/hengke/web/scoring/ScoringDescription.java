package hengke.web.scoring;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes rules of scoring. */
@Component
@Order(83)
final class ScoringDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("评分规则", "Scoring");
        Schema scoring = api.schema("Scoring", RecordShape.of(ScoringJson.class));
        Shape body = body(api);
        section.get("/api/scoring", "可评分的对象及其规则", "What can be scored, and by which rules")
                .answers(Shape.listOf(scoring))
                .forAdministrators();
        section.get("/api/scoring/{object}", "一个对象的评分规则", "The rules of one object")
                .answers(scoring)
                .forAdministrators();
        section.put("/api/scoring/{object}", "修改评分规则", "Change the rules")
                .explained(
                        "已有记录在后台重新评级，进度见 progress；人工指定的等级不变。",
                        "Records are rated anew in the background, see progress; levels set by hand stay.")
                .body(body)
                .answers(scoring)
                .forAdministrators();
        section.post("/api/scoring/{object}/preview", "这些规则会改变什么", "What these rules would change")
                .body(body)
                .answers(api.schema("ScoringPreview", RecordShape.of(ScoringJson.PreviewJson.class)))
                .forAdministrators();
    }

    private static Shape body(Description api) {
        Schema name = Schema.text(ScoringReader.NAME.maxLength());
        return Shape.body()
                .maybe("active", Schema.flag())
                .maybe(
                        "keepsEarlier",
                        Schema.flag().about("启用前已有的等级保留为人工指定", "Levels given before stay as set by hand"))
                .maybe(
                        "rules",
                        Schema.listOf(Shape.body()
                                .with("name", name)
                                .with("filter", Schema.named("Filter"))
                                .with("points", Schema.integer())
                                .maybe("group", Schema.text().orNull())
                                .maybe(
                                        "decay",
                                        api.schema(
                                                        "ScoringDecay",
                                                        Shape.body()
                                                                .with(
                                                                        "since",
                                                                        Schema.text()
                                                                                .about(
                                                                                        "发生日期的字段",
                                                                                        "The field that says when it was"))
                                                                .with(
                                                                        "halfLife",
                                                                        Schema.integer()
                                                                                .about(
                                                                                        "半衰期（天）",
                                                                                        "Days in which the points halve")))
                                                .orNull())))
                .maybe(
                        "groups",
                        Schema.listOf(Shape.body()
                                .with("name", name)
                                .with("cap", Schema.integer().about("最多计多少分（正负都是）", "Counts no more, for or against"))))
                .maybe(
                        "bands",
                        Schema.listOf(Shape.body()
                                .with("from", Schema.integer().about("达到多少分", "From so many points on"))
                                .with("level", Schema.text().about("等级字段的选项", "An option of the level"))))
                .maybe("version", Schema.integer().about("读到的版本", "The version that was read"));
    }
}
