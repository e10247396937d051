package hengke.web.automation;

import hengke.automation.RunLog;
import hengke.web.Labelled;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes automations. */
@Component
@Order(87)
final class WorkflowsDescription implements ApiPart {
    private static final List<String> TRIGGERS =
            List.of("created", "changed", "became", "event", "day", "schedule", "called", "button");
    private static final List<String> STEPS = List.of(
            "change",
            "create",
            "task",
            "tell",
            "mail",
            "sms",
            "command",
            "submit",
            "webhook",
            "choice",
            "wait",
            "waitForDay",
            "until",
            "stop");
    private static final String STEP = "WorkflowStep";

    @Override
    public void describe(Description api) {
        Section section = api.section("自动化", "Automation");
        api.schema(STEP, step());
        Schema run = api.schema("WorkflowRun", RecordShape.of(WorkflowJson.RunJson.class));
        Shape answer = plan(Shape.answer()
                .with("id", Schema.id())
                .with("object", Schema.text())
                .with("name", Schema.text())
                .with("active", Schema.flag())
                .with("acting", RecordShape.of(Labelled.class))
                .with("edition", Schema.integer())
                .with("version", Schema.integer())
                .with("fault", Schema.text().orNull().about("目前不能开始的原因", "Why it cannot begin at present"))
                .with("runs", RecordShape.of(RunLog.Tally.class))
                .with("people", Schema.mapOf(Schema.mapOf(Schema.any()))));
        section.get("/api/workflows", "全部自动化，和可以自动化的对象", "All automations, and the objects there are")
                .answers(Shape.answer()
                        .with("items", Schema.listOf(answer))
                        .with("objects", Schema.listOf(RecordShape.of(WorkflowJson.ObjectJson.class)))
                        .with("offers", Schema.listOf(RecordShape.of(WorkflowJson.OfferJson.class))))
                .forAdministrators();
        section.get("/api/workflows/{id}", "一个自动化", "One automation")
                .answers(answer)
                .forAdministrators();
        section.post("/api/workflows", "新建自动化", "Add an automation")
                .explained(
                        "以 acting（默认为自己）的身份和权限执行；每一步都按当时的权限检查。",
                        "It acts as acting (yourself unless said), with the rights they have at each step.")
                .body(plan(wanted().with("object", Schema.text())))
                .creates(answer)
                .forAdministrators();
        section.put("/api/workflows/{id}", "修改自动化", "Change an automation")
                .explained("进行中的按开始时的版本继续。", "What is under way goes on by the edition it began with.")
                .body(plan(wanted().with("version", Schema.integer())))
                .answers(answer)
                .forAdministrators();
        section.delete("/api/workflows/{id}", "删除自动化，进行中的随之结束", "Delete an automation; what is under way ends")
                .answersNothing()
                .forAdministrators();
        section.post("/api/workflows/{id}/end", "结束进行中的", "End what is under way")
                .answers(Shape.answer().with("ended", Schema.integer()))
                .forAdministrators();
        section.post("/api/workflows/trial", "在一条记录上试运行，不留下任何改动", "Rehearse a plan on a record; nothing stays")
                .body(plan(wanted().with("object", Schema.text()).with("record", Schema.id())))
                .answers(api.schema("WorkflowRehearsal", RecordShape.of(WorkflowJson.RehearsalJson.class)))
                .forAdministrators();
        section.get("/api/workflows/{id}/runs", "运行记录，新的在前", "The runs, newest first")
                .query("status", Schema.oneOf(RunsController.STATUSES))
                .query("before", Schema.integer())
                .answers(Shape.answer()
                        .with("items", Schema.listOf(run))
                        .with("next", Schema.integer().orNull()))
                .forAdministrators();
        section.get("/api/workflows/{id}/counts", "当前版本每一步的数目", "How many have come to each step")
                .answers(Shape.listOf(RecordShape.of(RunLog.Count.class)))
                .forAdministrators();
        section.get("/api/workflows/runs/{run}", "一次运行的全部经过", "One run, with all it has done")
                .answers(api.schema("WorkflowRunWithSteps", RecordShape.of(WorkflowJson.RunWithSteps.class)))
                .forAdministrators();
        section.post("/api/workflows/runs/{run}/retry", "失败的重新执行", "Have a failed run take its step again")
                .answersNothing()
                .forAdministrators();
        section.post("/api/workflows/runs/{run}/dismiss", "放弃失败的", "Give a failed run up")
                .answersNothing()
                .forAdministrators();
        section.get("/api/workflows/buttons/{object}/{record}", "一条记录上可以按的按钮", "The buttons on a record")
                .answers(RecordShape.of(BeginningsController.ButtonsJson.class));
        section.post("/api/workflows/{id}/press", "按下按钮，开始自动化", "Press a button, which begins the automation")
                .explained(
                        "需要能修改这条记录；同一个 Idempotency-Key 只开始一次。",
                        "Needs the right to edit the record; the same Idempotency-Key begins once.")
                .body(Shape.body().with("record", Schema.id()))
                .answers(RecordShape.of(BeginningsController.PressedJson.class));
        section.post("/api/workflows/{id}/address", "生成或更换接收地址，只显示一次", "Make or replace the address; it is shown once")
                .answers(RecordShape.of(BeginningsController.AddressJson.class))
                .forAdministrators();
        section.get("/api/workflows/{id}/calls", "最近收到的请求和结果", "What came lately, and what became of it")
                .answers(api.schema("WorkflowCalls", RecordShape.of(BeginningsController.CallsJson.class)))
                .forAdministrators();
        section.post("/api/public/workflows/{secret}", "其他系统开始自动化", "Another program begins an automation")
                .explained(
                        "JSON 对象，不超过 64 KB。按自动化设定的字段找到一条记录。相同的 webhook-id 或 Idempotency-Key 只开始一次。"
                                + "没有开始时答 404，原因在自动化的收到记录里。",
                        "An object of JSON of at most 64 KB, which finds one record by the field that the automation says. The"
                                + " same webhook-id or Idempotency-Key begins once. Where nothing began the answer is 404, and"
                                + " why stands in what the automation received.")
                .body(Schema.any())
                .answers(RecordShape.of(CallsController.TakenJson.class))
                .forAnybody();
        section.get("/api/workflows/of/{object}/{record}", "哪些自动化处理过一条记录", "Which automations have acted on a record")
                .answers(Shape.listOf(RecordShape.of(WorkflowJson.ActedJson.class)));
    }

    private static Shape wanted() {
        return Shape.body()
                .with("name", Schema.text(60))
                .maybe("active", Schema.flag())
                .maybe("acting", Schema.id());
    }

    private static Shape plan(Shape shape) {
        return shape.maybe(
                        "trigger",
                        Schema.mapOf(Schema.any())
                                .about(
                                        "何时开始，kind：" + String.join(", ", TRIGGERS),
                                        "When it begins, kind: " + String.join(", ", TRIGGERS)))
                .maybe("when", Schema.named("Filter").orNull())
                .maybe("again", Schema.flag().about("进行中时可否再次开始", "May a record begin while a run is under way"))
                .maybe("nodes", Schema.listOf(Schema.named(STEP)));
    }

    private static Shape step() {
        return Shape.body()
                .with("id", Schema.text(20))
                .with("kind", Schema.oneOf(STEPS))
                .maybe("name", Schema.text(60))
                .maybe("values", Schema.mapOf(Schema.mapOf(Schema.any())))
                .maybe("object", Schema.text())
                .maybe("title", Schema.text(100))
                .maybe("text", Schema.text(2_000))
                .maybe("whom", Schema.mapOf(Schema.any()))
                .maybe("days", Schema.integer())
                .maybe("priority", Schema.text())
                .maybe("to", Schema.text().orNull().about("邮件地址或手机所在的字段", "The field with the address or mobile"))
                .maybe("template", Schema.id().about("哪个短信模板", "Which template of text messages"))
                .maybe(
                        "gaps",
                        Schema.mapOf(Schema.text()).about("模板每个变量的内容", "What stands in each gap of the template"))
                .maybe("comment", Schema.text(2_000))
                .maybe("endpoint", Schema.id().about("发送到哪个 Webhook", "To which webhook"))
                .maybe("fields", Schema.listOf(Schema.text()).about("只发送这些字段", "Only these fields are sent"))
                .maybe("command", Schema.text())
                .maybe("input", Schema.mapOf(Schema.any()))
                .maybe("span", Schema.mapOf(Schema.any()))
                .maybe("atMost", Schema.mapOf(Schema.any()))
                .maybe("field", Schema.text())
                .maybe("at", Schema.text().orNull())
                .maybe("condition", Schema.named("Filter").orNull())
                .maybe(
                        "ways",
                        Schema.listOf(Shape.body()
                                .maybe("id", Schema.text())
                                .maybe("name", Schema.text(60))
                                .maybe("condition", Schema.named("Filter").orNull())
                                .maybe("nodes", Schema.listOf(Schema.named(STEP)))));
    }
}
