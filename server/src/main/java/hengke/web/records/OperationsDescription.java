package hengke.web.records;

import hengke.kernel.records.Operation;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes what was done, how far it is, and taking it back. */
@Component
@Order(30)
final class OperationsDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        api.header(
                OperationJson.HEADER,
                Schema.text()
                        .about(
                                "这次修改的操作，可用 POST /api/operations/{id}/undo 撤销",
                                "The operation of this change, which POST /api/operations/{id}/undo takes back"));
        Schema operation = api.schema("Operation", operation());
        Section section = api.section("操作与撤销", "Operations and undo");
        section.get("/api/operations", "操作列表，新的在前", "Operations, newest first")
                .query("mine", Schema.flag().about("默认 true；管理员可看全部", "true when absent; administrators may see all"))
                .query("after", Schema.text())
                .answers(Shape.pageOf(operation));
        section.get("/api/operations/{id}", "进度与结果", "How far it is, and what came of it")
                .answers(operation);
        section.post("/api/operations/{id}/undo", "撤销", "Undo")
                .explained(
                        "只恢复此后没有再改过的值，其余列在 conflicts。撤销本身也是一个操作。",
                        "Puts back only what has not been changed since, and lists the rest as conflicts. Undoing is itself an operation.")
                .answers(operation)
                .carries(OperationJson.HEADER);
        section.post("/api/operations/{id}/cancel", "取消正在进行的操作", "Cancel an operation that runs")
                .answers(operation);
    }

    private static Shape operation() {
        return Shape.answer()
                .with("id", Schema.id())
                .with(
                        "kind",
                        Schema.oneOf(Arrays.stream(Operation.Kind.values()).map(Operation.Kind::wire)))
                .with("label", Schema.text())
                .with("act", Schema.text().orNull().about("所做的命令的名称", "The name of the command that was run"))
                .with("object", Schema.text().orNull())
                .with(
                        "status",
                        Schema.oneOf(Arrays.stream(Operation.Status.values()).map(Operation.Status::wire)))
                .with("total", Schema.integer())
                .with("done", Schema.integer())
                .with("changed", Schema.integer())
                .with("failed", Schema.integer())
                .with("undoable", Schema.flag())
                .with("undoneBy", Schema.id().orNull().about("撤销它的操作", "The operation that undid it"))
                .with("through", Schema.text())
                .with("startedAt", Schema.moment())
                .with("finishedAt", Schema.moment().orNull())
                .with("message", Schema.text().orNull().about("失败的原因", "Why it failed"))
                .with("by", Schema.named("Labelled"))
                .maybe("import", Schema.id().about("来自导入时：导入的编号", "Of an import that was just begun: its id"))
                .with(
                        "conflicts",
                        Schema.listOf(Shape.answer()
                                .with("object", Schema.text())
                                .with("id", Schema.id())
                                .with("label", Schema.text().orNull())
                                .with("field", Schema.text().about("空表示整条记录", "Empty for the whole record"))
                                .with("message", Schema.text())));
    }
}
