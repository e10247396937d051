package hengke.automation;

import hengke.kernel.metadata.Label;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Automations that many companies want, ready to be looked at, changed and switched on. */
@Component
public final class Offers {
    private static final Whom OWNER = new Whom(List.of(), List.of(), true, false, List.of());

    /** One of them; nothing of it is in force until somebody keeps it. */
    public record Offer(String key, Label name, Label text, String object, Plan plan) {}

    /** All of them, in the order of a sale. */
    public List<Offer> all() {
        return List.of(assign(), contact(), presales(), invoicing(), renewal());
    }

    private static Offer assign() {
        return new Offer(
                "assign",
                new Label("分配新线索", "Assign new leads"),
                new Label("没有负责人的新线索按分配规则交给销售。", "New leads without an owner go to people by the rules of routing."),
                "lead",
                new Plan(
                        new Trigger.Created(List.of()),
                        json("{\"field\":\"owner\",\"op\":\"empty\"}"),
                        false,
                        List.of(new Step.Run(
                                "route", "", "route", JsonMapper.shared().createObjectNode()))));
    }

    private static Offer contact() {
        return new Offer(
                "contact",
                new Label("下次联系前提醒", "Remind before the next contact"),
                new Label(
                        "在约好的下次联系时间当天早上提醒负责人。",
                        "Reminds the owner on the morning of the day agreed for the next contact."),
                "customer",
                new Plan(
                        new Trigger.Day("nextContactAt", 0, LocalTime.of(8, 30)),
                        null,
                        true,
                        List.of(new Step.Tell("tell", "", OWNER, "今天该联系客户了", "{name}，约好的时间：{nextContactAt}"))));
    }

    private static Offer presales() {
        return new Offer(
                "presales",
                new Label("商机进入方案阶段时通知", "Tell when a deal comes to the proposal"),
                new Label(
                        "通知负责人和上级；请加上售前人员或角色。",
                        "Tells the owner and their superior; add the people or role of presales."),
                "opportunity",
                new Plan(
                        new Trigger.Became("stage", List.of(StringNode.valueOf("proposal"))),
                        null,
                        true,
                        List.of(new Step.Tell(
                                "tell",
                                "",
                                new Whom(List.of(), List.of(), true, true, List.of()),
                                "商机进入方案阶段",
                                "{name}，客户：{customer}，金额：{amount}"))));
    }

    private static Offer invoicing() {
        return new Offer(
                "invoicing",
                new Label("订单完成后开票", "Invoice when an order is done"),
                new Label(
                        "订单完成时给负责人建一个开票任务，两个工作日内完成。", "Makes a task for the owner to invoice within two working days."),
                "order",
                new Plan(
                        new Trigger.Became("status", List.of(StringNode.valueOf("done"))),
                        null,
                        false,
                        List.of(new Step.Task("task", "", "为订单 {number} 开票", OWNER, 2, "high"))));
    }

    private static Offer renewal() {
        return new Offer(
                "renewal",
                new Label("到期前 30 天建续约商机", "A deal to renew 30 days before a contract ends"),
                new Label(
                        "执行中的合同到期前 30 天，为负责人建一个续约商机并通知。",
                        "30 days before a contract in force ends, makes a deal for its owner and tells them."),
                "contract",
                new Plan(
                        new Trigger.Day("endDate", -30, null),
                        json("{\"and\":[{\"field\":\"status\",\"op\":\"eq\",\"value\":\"active\"},"
                                + "{\"field\":\"renewal\",\"op\":\"empty\"}]}"),
                        false,
                        List.of(
                                new Step.Create(
                                        "deal",
                                        "",
                                        "opportunity",
                                        Map.of(
                                                "name", new Value.Words("续约：{name}"),
                                                "customer", new Value.Of("customer"),
                                                "amount", new Value.Of("amount"),
                                                "owner", new Value.Of("owner"),
                                                "closeDate", new Value.Of("endDate"))),
                                new Step.Tell("tell", "", OWNER, "合同快到期，已建续约商机", "{name}，{endDate} 到期"))));
    }

    private static JsonNode json(String filter) {
        return JsonMapper.shared().readTree(filter);
    }
}
