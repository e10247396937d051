package hengke.trade;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.attachment.Attached;
import hengke.capability.due.Due;
import hengke.capability.owner.Owned;
import hengke.capability.task.Tasked;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Something a contract has to reach until a day: delivered, accepted, trained. */
@Component
public final class Milestone extends BusinessObject {
    static final String OPEN = "open";
    static final String DONE = "done";
    static final String STATUS = "status";
    static final String DUE_DATE = "dueDate";

    {
        section("基本信息", "Basics");
    }

    public final Field<String> title = text("name", 100)
            .label("里程碑", "Milestone")
            .alsoCalled("名称", "节点")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<Long> contract = reference("contract", "contract")
            .label("合同", "Contract")
            .required()
            .listed()
            .within("milestones", "里程碑", "Milestones");
    public final Field<LocalDate> dueDate = date(DUE_DATE)
            .label("计划日期", "Due")
            .alsoCalled("截止日期", "到期日")
            .required()
            .indexedAmong(STATUS, List.of(OPEN))
            .listed()
            .headline();
    public final Field<String> status = choice(
                    STATUS,
                    of(OPEN, "未完成", "Open").color("blue"),
                    of(DONE, "已完成", "Done").color("green"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(OPEN)));
    public final Field<Instant> doneAt =
            dateTime("doneAt").label("完成时间", "Done at").derived().listed();
    public final Field<Long> doneBy =
            user("doneBy").label("完成人", "Done by").derived().listed();
    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    {
        with(
                new Owned(),
                new Attached(),
                new Tasked(),
                new Discussed(),
                new Due(DUE_DATE, open(), new Label("30 天内到期", "Due within 30 days")));
    }

    Milestone() {
        super("milestone", "里程碑", "Milestone", "Milestones");
        application("sales", "milestone");
    }

    private static JsonNode open() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("field", STATUS)
                .put("op", Operator.EQ.wire())
                .put("value", OPEN);
    }
}
