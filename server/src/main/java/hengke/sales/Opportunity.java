package hengke.sales;

import static hengke.capability.pipeline.Pipeline.stage;
import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Followed;
import hengke.capability.appointment.Scheduled;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.capability.pipeline.Pipeline;
import hengke.capability.pipeline.Pipelined;
import hengke.capability.prediction.Predicted;
import hengke.capability.share.Shared;
import hengke.capability.stage.Staged;
import hengke.capability.tag.Tagged;
import hengke.capability.task.Tasked;
import hengke.capability.worth.Purchase;
import hengke.customers.AcquisitionSources;
import hengke.expenses.Spent;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** A deal that may come about: with whom, how much, when, and how far it is. */
@Component
public final class Opportunity extends BusinessObject {
    /** The pipeline of what is renewed or extended. */
    public static final String RENEWAL = "renewal";

    private static final BigDecimal MOST = new BigDecimal("1e18");
    /** What was won is a deal as long as no contract or order says so better. */
    private static final JsonNode WON = JsonMapper.shared()
            .createObjectNode()
            .put("field", Pipelined.OUTCOME.name())
            .put("op", Operator.EQ.wire())
            .put("value", Pipelined.WON);

    private static final List<Option> TASKS = List.of(
            of("keyPerson", "找到关键决策人", "Key person found"),
            of("budget", "了解预算", "Budget known"),
            of("needsAgreed", "需求经客户确认", "Needs agreed with the customer"),
            of("rivals", "了解竞争对手", "Competitors known"),
            of("presented", "方案已向客户讲解", "Proposal presented"),
            of("answered", "客户已答复报价", "Quote answered"),
            of("terms", "合同条款达成一致", "Terms agreed"));

    {
        section("基本信息", "Basics");
    }

    public final Field<String> title = text("name")
            .label("商机名称", "Name")
            .alsoCalled("名称", "商机", "项目", "项目名称", "opportunity", "deal")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<Long> customer = reference("customer", "customer")
            .label("客户", "Customer")
            .required()
            .listed()
            .headline()
            .within("opportunities", "商机", "Opportunities");
    public final Field<Long> contact = reference("contact", "contact")
            .label("主要联系人", "Main contact")
            .alsoCalled("联系人")
            .indexed();
    public final Field<Money> amount = money("amount")
            .label("预计金额", "Amount")
            .alsoCalled("金额", "商机金额", "成交金额", "close value", "deal value")
            .listed()
            .headline();
    public final Field<LocalDate> closeDate = date("closeDate")
            .label("预计成交日期", "Expected close date")
            .alsoCalled("预计签约日期", "成交日期", "close date")
            .indexed()
            .listed()
            .headline();
    public final Field<String> pipeline = choice(
                    "pipeline",
                    of("standard", "标准销售流程", "Standard sales"),
                    of(RENEWAL, "续约/增购流程", "Renewal and extension"))
            .label("管道", "Pipeline")
            .alsoCalled("销售流程")
            .required()
            .indexed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("standard")));
    public final Field<String> stage = choice(
                    "stage",
                    of("contact", "初步沟通", "First talks").color("blue"),
                    of("needs", "需求确认", "Needs confirmed").color("cyan"),
                    of("proposal", "方案", "Proposal").color("geekblue"),
                    of("quote", "报价", "Quote").color("purple"),
                    of("negotiation", "商务谈判/合同", "Negotiation").color("orange"),
                    of(Pipelined.WON, "赢单", "Won").color("green"),
                    of(Pipelined.LOST, "输单", "Lost").color("gray"))
            .label("阶段", "Stage")
            .alsoCalled("销售阶段", "商机阶段", "deal stage")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("contact")));
    public final Field<BigDecimal> weighted = formula(
                    "weightedAmount",
                    new DecimalType(DecimalType.Form.DECIMAL, 2, BigDecimal.ZERO, MOST),
                    "round({amount} * {probability} / 100, 2)")
            .label("加权金额", "Weighted amount")
            .listed();
    public final Field<String> source =
            choice("source", AcquisitionSources.all()).label("来源", "Source");
    public final Field<String> nextStep = text("nextStep", 500).label("下一步", "Next step");

    {
        section("赢输", "Won or lost");
    }

    public final Field<Long> competitor =
            reference("competitor", "competitor").label("竞争对手", "Competitor").indexed();
    public final Field<String> lossReason = choice(
                    "lossReason",
                    of("price", "价格", "Price"),
                    of("product", "产品不满足", "Product does not fit"),
                    of("relation", "客情关系", "Relations"),
                    of("budget", "预算取消", "Budget withdrawn"),
                    of("timing", "时机不合适", "Timing"),
                    of("competitor", "输给竞争对手", "Lost to a competitor"),
                    of("noDecision", "客户未决策", "No decision"),
                    of("other", "其他", "Other"))
            .label("输单原因", "Reason of loss");
    public final Field<String> wonReason = choice(
                    "wonReason",
                    of("product", "产品匹配", "Product fits"),
                    of("price", "价格优势", "Price"),
                    of("service", "服务与口碑", "Service and reputation"),
                    of("relation", "客情关系", "Relations"),
                    of("delivery", "交付能力", "Delivery"),
                    of("other", "其他", "Other"))
            .label("赢单原因", "Why won");
    public final Field<String> review = longText("review").label("复盘", "Review");

    {
        section("备注", "Remarks");
    }

    public final Field<String> remarks =
            longText("remarks").label("备注", "Remarks").alsoCalled("说明", "描述", "notes");

    {
        with(
                new Owned(),
                new Followed(),
                new Tasked(),
                new Scheduled(),
                new Tagged(),
                new Attached(),
                new Shared(),
                new Spent(Spent.OPPORTUNITY),
                new Pipelined(
                        pipeline,
                        stage,
                        amount,
                        closeDate,
                        TASKS,
                        List.of(
                                new Pipeline(
                                        "standard",
                                        List.of(
                                                stage("contact", 10, 14, "keyPerson", "budget"),
                                                stage("needs", 25, 14, "needsAgreed", "rivals"),
                                                stage("proposal", 45, 21, "presented"),
                                                stage("quote", 60, 14, "answered"),
                                                stage("negotiation", 80, 14, "terms"))),
                                new Pipeline(
                                        RENEWAL,
                                        List.of(
                                                stage("contact", 50, 14),
                                                stage("quote", 70, 14),
                                                stage("negotiation", 85, 14))))),
                new Predicted(
                        Pipelined.OUTCOME,
                        Set.of(Pipelined.WON),
                        Set.of(Pipelined.LOST),
                        Pipelined.CLOSED_AT,
                        new Label("预测赢单率", "Predicted win rate"),
                        Set.of("stage", "probability", "forecastCategory", "lossReason", "wonReason", "review")),
                new Purchase(customer, Pipelined.CLOSED_AT, amount, WON, null, true),
                new Staged(
                        stage,
                        new Transitions(
                                false,
                                List.of(
                                        new Move(Transitions.ANY, Pipelined.WON, Set.of(), List.of("amount")),
                                        new Move(
                                                Transitions.ANY,
                                                Pipelined.LOST,
                                                Set.of(),
                                                List.of("lossReason", "competitor", "review"))))));
    }

    Opportunity() {
        super("opportunity", "商机", "Opportunity", "Opportunities");
        application("sales", "opportunity");
    }
}
