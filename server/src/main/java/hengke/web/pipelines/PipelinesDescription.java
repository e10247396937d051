package hengke.web.pipelines;

import hengke.capability.pipeline.Category;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes pipelines. */
@Component
@Order(83)
final class PipelinesDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("销售管道", "Pipelines");
        Schema pipelines = api.schema("Pipelines", RecordShape.of(PipelinesController.PipelinesJson.class));
        section.get("/api/pipelines", "各对象的销售管道", "The pipelines of every object that goes through one")
                .answers(Shape.listOf(pipelines));
        Shape stage = Shape.body()
                .with("key", Schema.text(60).about("阶段字段的选项", "An option of the field of stages"))
                .with("rate", Schema.decimal().about("到此阶段的赢单率，百分数", "Won of a hundred that come so far"))
                .maybe("rottingDays", Schema.integer(1, 3_650).orNull())
                .maybe(
                        "category",
                        Schema.oneOf(Arrays.stream(Category.values()).map(Category::wire))
                                .about("预测类别；不填则按赢单率", "The forecast category; by the rate where it is left out"))
                .maybe(
                        "tasks",
                        Schema.listOf(Shape.body()
                                .with("key", Schema.text(200).about("阶段任务字段的选项", "An option of the field of tasks"))
                                .maybe("required", Schema.flag())));
        section.put("/api/pipelines/{object}", "修改销售管道", "Change the pipelines of an object")
                .explained(
                        "管道与阶段的名称是字段的选项；赢单与输单是每个管道的终点，不列出。",
                        "Pipelines and stages are options of the object's fields; won and lost end every pipeline and"
                                + " are not listed.")
                .body(Shape.body()
                        .with("version", Schema.integer())
                        .with(
                                "pipelines",
                                Schema.listOf(Shape.body()
                                        .with("key", Schema.text(60))
                                        .with("stages", Schema.listOf(stage)))))
                .answers(pipelines)
                .forAdministrators();
        section.get("/api/pipelines/{object}/movement", "管道变化", "What has changed since the beginning of a day")
                .explained(
                        "与不晚于该日的最近一次快照比较；金额为本位币。前四项合为全部，其余是留存商机的变化。",
                        "Against the newest snapshot up to that day, amounts in the company's currency. The first four parts"
                                + " make up all; the others tell how those that stayed have changed.")
                .needs("since", Schema.date())
                .answers(api.schema("PipelineMovement", RecordShape.of(MovementController.MovementJson.class)));
        section.get("/api/pipelines/{object}/movement/{part}", "变化的记录", "The records that moved in one way")
                .needs("since", Schema.date())
                .answers(Shape.listOf(api.schema("PipelineMover", RecordShape.of(MovementController.MoverJson.class))));
        section.get("/api/pipelines/of/{object}/{id}", "走过的阶段", "The steps of a record from stage to stage")
                .answers(Shape.listOf(api.schema("StageStep", RecordShape.of(PipelinesController.StepJson.class))));
        section.get(
                        "/api/pipelines/of/{object}/{id}/tasks",
                        "完成的阶段任务",
                        "The tasks of stages that are done, by whom and when")
                .explained(
                        "勾选与取消：修改记录的 tasksDone 字段。", "To tick and to untick: change the field tasksDone of the record.")
                .answers(Shape.listOf(api.schema("StageTick", RecordShape.of(PipelinesController.TickJson.class))));
    }
}
