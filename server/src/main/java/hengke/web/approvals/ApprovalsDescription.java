package hengke.web.approvals;

import hengke.capability.approval.flow.Action.Where;
import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.Node.Empty;
import hengke.capability.approval.flow.Node.Late;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.Node.Self;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes approvals. */
@Component
@Order(86)
final class ApprovalsDescription implements ApiPart {
    private static final String NODE = "ApprovalNode";

    @Override
    public void describe(Description api) {
        Section section = api.section("审批", "Approvals");
        Schema approval = api.schema("Approval", RecordShape.of(ApprovalJson.class));
        Schema step = api.schema("ApprovalStep", RecordShape.of(ApprovalJson.StepJson.class));
        api.schema(NODE, node());
        tasks(section, approval, api.schema("ApprovalEntry", RecordShape.of(ApprovalJson.EntryJson.class)));
        section.post("/api/approvals", "提交审批", "Submit a record for approval")
                .explained(
                        "按适用的第一个流程开始审批；期间记录不能修改（423）。",
                        "Begins by the first template that applies; meanwhile the record cannot be changed (423).")
                .body(said(about()))
                .creates(approval);
        section.post("/api/approvals/forecast", "提交前预览审批路径和人", "Who would be asked, before it is submitted")
                .body(about())
                .answers(Shape.listOf(step));
        section.get("/api/approvals/of/{object}/{record}", "一条记录的审批", "The approvals of a record")
                .answers(api.schema("ApprovalsOfRecord", RecordShape.of(ApprovalJson.OfRecordJson.class)));
        section.get("/api/approvals/{id}", "一个审批的全部经过", "One approval, with all that was done")
                .explained(
                        "只有申请人、审批人、被抄送人、能看到记录的人和管理员可见；字段按各自权限，加上所在节点指定显示的字段。",
                        "For whoever asked, is or was asked, was told or sees the record, and administrators; fields by"
                                + " one's own rights, and those that one's step shows.")
                .answers(approval);
        section.get("/api/approvals/{id}/paper", "审批记录 PDF", "An approval as PDF")
                .explained(
                        "字段、明细、节点和经过，按打印人可见；带公司证书签名，可在 /verify 核对。",
                        "Fields, lines, steps and log as its reader sees them; signed, to be checked at /verify.")
                .answersFile(MediaType.APPLICATION_PDF_VALUE, Schema.bytes());
        section.put("/api/approvals/{id}/read", "抄送已阅", "A copy was read").answersNothing();
        section.post(
                        "/api/approvals/{id}/{act}",
                        "撤回、催办、重新提交、终止、评论、撤销已通过",
                        "Withdraw, urge, submit again, stop, comment, take back what was approved")
                .explained(
                        "act：" + String.join(", ", ApprovalsController.ACTS),
                        "act: " + String.join(", ", ApprovalsController.ACTS))
                .body(said(Shape.body()))
                .answers(approval);
        templates(section, step);
    }

    private static Shape said(Shape body) {
        return body.maybe("comment", Schema.text(2_000))
                .maybe("files", Schema.listOf(Schema.id()).about("附件，须为自己上传的", "Files one has uploaded oneself"));
    }

    private static Shape about() {
        return Shape.body()
                .with("object", Schema.text())
                .with("record", Schema.id())
                .maybe(
                        "chosen",
                        Schema.mapOf(Schema.listOf(Schema.id()))
                                .about("发起人自选的审批人，按节点", "Whom the one who asks names, by node"));
    }

    private static void tasks(Section section, Schema approval, Schema entry) {
        section.get("/api/approvals/tasks", "待我审批、我已处理、我发起的、抄送我的", "What waits for me, and what did")
                .query("mine", Schema.oneOf(TasksController.MINE))
                .query("before", Schema.integer())
                .answers(Shape.answer()
                        .with("items", Schema.listOf(entry))
                        .with("next", Schema.integer().orNull()));
        section.get("/api/approvals/tasks/count", "待我审批与未读抄送的数目", "How much waits for me")
                .answers(Shape.answer().with("waiting", Schema.integer()).with("copied", Schema.integer()));
        section.post("/api/approvals/tasks/approve", "批量同意，逐条处理", "Agree to several, each for itself")
                .body(said(Shape.body().with("ids", Schema.listOf(Schema.id()))))
                .answers(Shape.answer()
                        .with("done", Schema.integer())
                        .with(
                                "failed",
                                Schema.listOf(
                                        Shape.answer().with("id", Schema.id()).with("reason", Schema.text()))));
        section.post("/api/approvals/tasks/{id}/{act}", "处理一个审批任务", "Deal with a task")
                .explained(
                        "act：" + String.join(", ", TasksController.ACTS)
                                + "。拒绝和退回要写原因。退回 to 为 start 即退回申请人；directly 为真时重新提交后直接回到这一步。",
                        "act: " + String.join(", ", TasksController.ACTS)
                                + ". A refusal or return needs a comment. To start means back to whoever asked; directly goes on"
                                + " here afterwards instead of step by step.")
                .body(acting())
                .answers(approval);
        section.post(
                        "/api/approvals/tasks/of/{approval}/{number}/{act}",
                        "按编号：管理员转交、减签、拿回",
                        "By number: an administrator passes it on, somebody is taken out, an agreement is taken back")
                .explained("act：transfer, remove-signer, take-back", "act: transfer, remove-signer, take-back")
                .body(said(Shape.body()).maybe("person", Schema.id()))
                .answers(approval);
    }

    private static Shape acting() {
        return said(Shape.body())
                .maybe(
                        "form",
                        Schema.integer(0, Integer.MAX_VALUE)
                                .about("看到的是第几版内容；已被修改则 409", "Which form was seen; 409 where it has changed since"))
                .maybe(
                        "values",
                        Schema.mapOf(Schema.any())
                                .about(
                                        "同意时写入的字段，须为节点允许修改的；明细写 lines: [{id, 字段}]",
                                        "With an approval: fields the step lets one write; of lines as lines: [{id, field}]"))
                .maybe(
                        "chosen",
                        Schema.mapOf(Schema.listOf(Schema.id()))
                                .about(
                                        "上一审批人自选：下一步由谁审批，按节点",
                                        "Who is asked next, by node, where the flow leaves it to whoever agrees"))
                .maybe("to", Schema.text())
                .maybe("directly", Schema.flag())
                .maybe("person", Schema.id())
                .maybe("people", Schema.listOf(Schema.id()))
                .maybe("where", constants(Where.values()))
                .maybe("mode", constants(Mode.values()));
    }

    private static void templates(Section section, Schema step) {
        Shape answer = Shape.answer()
                .with("id", Schema.id())
                .with("object", Schema.text())
                .with("name", Schema.text())
                .with("active", Schema.flag())
                .with("position", Schema.integer())
                .with("edition", Schema.integer())
                .with("version", Schema.integer())
                .with("when", Schema.named("Filter").orNull())
                .with("repeats", constants(Flow.Repeats.values()))
                .with("withdrawable", constants(Flow.Withdrawable.values()))
                .with("revocable", constants(Flow.Revocable.values()))
                .with("seal", Schema.id().orNull())
                .with("nodes", Schema.listOf(Schema.named(NODE)));
        section.get("/api/approvals/templates", "全部审批流程，和可以审批的对象", "All templates, and what can be approved")
                .answers(Shape.answer()
                        .with("items", Schema.listOf(answer))
                        .with(
                                "objects",
                                Schema.listOf(Shape.answer()
                                        .with("name", Schema.text())
                                        .with("label", Schema.text())
                                        .with(
                                                "editable",
                                                Schema.listOf(Shape.answer()
                                                        .with("name", Schema.text())
                                                        .with("label", Schema.text()))))))
                .forAdministrators();
        section.get("/api/approvals/templates/{id}", "一个审批流程", "One template")
                .answers(answer)
                .forAdministrators();
        section.post("/api/approvals/templates", "新建审批流程", "Add a template")
                .body(drawn().with("object", Schema.text()).with("name", Schema.text(60)))
                .creates(answer)
                .forAdministrators();
        section.put("/api/approvals/templates/{id}", "修改审批流程", "Change a template")
                .explained("进行中的审批按开始时的版本继续。", "What runs goes on by the edition it began with.")
                .body(drawn().with("name", Schema.text(60)).with("version", Schema.integer()))
                .answers(answer)
                .forAdministrators();
        section.delete("/api/approvals/templates/{id}", "删除审批流程", "Delete a template")
                .answersNothing()
                .forAdministrators();
        section.post("/api/approvals/templates/trial", "在一条记录上试运行", "Try a flow on a record")
                .body(flow().with("object", Schema.text())
                        .with("record", Schema.id())
                        .maybe("starter", Schema.id())
                        .maybe("chosen", Schema.mapOf(Schema.listOf(Schema.id()))))
                .answers(Shape.answer().with("applies", Schema.flag()).with("items", Schema.listOf(step)))
                .forAdministrators();
    }

    private static Shape drawn() {
        return flow().maybe("active", Schema.flag()).maybe("position", Schema.integer(0, 10_000));
    }

    private static Shape flow() {
        return Shape.body()
                .maybe("when", Schema.named("Filter").orNull())
                .maybe("repeats", constants(Flow.Repeats.values()))
                .maybe("withdrawable", constants(Flow.Withdrawable.values()))
                .maybe(
                        "revocable",
                        constants(Flow.Revocable.values()).about("通过后可否撤销", "Whether an approval can be taken back"))
                .maybe(
                        "seal",
                        Schema.id()
                                .orNull()
                                .about("通过后打印的记录加盖的印章", "The seal on the printed record of what was approved"))
                .with("nodes", Schema.listOf(Schema.named(NODE)));
    }

    private static Shape node() {
        return Shape.body()
                .with("id", Schema.text(20))
                .with("kind", Schema.oneOf(FlowReader.KINDS))
                .maybe("name", Schema.text(60))
                .maybe("approvers", Schema.mapOf(Schema.any()).about("谁", "Who: " + String.join(", ", FlowReader.WHO)))
                .maybe("mode", constants(Mode.values()))
                .maybe("ratio", Schema.integer(0, 1_000))
                .maybe("empty", constants(Empty.values()))
                .maybe("emptyPerson", Schema.any())
                .maybe("self", constants(Self.values()))
                .maybe("backTo", Schema.text().orNull())
                .maybe(
                        "late",
                        Shape.body()
                                .with("hours", Schema.integer(1, 1_000))
                                .with("action", constants(Late.Then.values()))
                                .orNull())
                .maybe("many", Schema.integer(1, 1_000).about("等多久", "How long it waits"))
                .maybe("unit", constants(Node.Wait.Unit.values()))
                .maybe("shows", Schema.listOf(Schema.text()).about("显示的字段", "Fields that are shown"))
                .maybe("edits", Schema.listOf(Schema.text()).about("审批时可修改的字段", "Fields that may be written"))
                .maybe("hides", Schema.listOf(Schema.text()).about("隐藏的字段", "Fields that are hidden"))
                .maybe(
                        "ways",
                        Schema.listOf(Shape.body()
                                .maybe("id", Schema.text())
                                .maybe("name", Schema.text(60))
                                .maybe("condition", Schema.named("Filter").orNull())
                                .with("nodes", Schema.listOf(Schema.named(NODE)))));
    }

    private static Schema constants(Enum<?>... constants) {
        return Schema.oneOf(Stream.of(constants).map(ApprovalJson::wire));
    }
}
