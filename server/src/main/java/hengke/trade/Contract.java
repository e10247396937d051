package hengke.trade;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.approval.Approvable;
import hengke.capability.approval.Approved;
import hengke.capability.signing.Signed;
import hengke.capability.stage.Staged;
import hengke.expenses.Spent;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.paper.Printed;
import hengke.kernel.problem.Message;
import hengke.receivables.Billed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** What was agreed with a customer: for how much, from when until when, and on which terms. */
@Component
public final class Contract extends TradeDocument implements Approvable {
    static final String DRAFT = "draft";
    static final String SIGNING = "signing";
    static final String ACTIVE = "active";
    static final String DONE = "done";
    static final String TERMINATED = "terminated";
    static final String EXPIRED = "expired";

    {
        section("基本信息", "Basics");
    }

    public final Field<String> number = number("HT{yyyyMM}{0000}");
    public final Field<String> title = text("name")
            .label("合同名称", "Name")
            .alsoCalled("合同", "名称")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<Long> customer = customer();
    public final Field<Long> opportunity = opportunity().indexed();
    public final Field<Long> quote = quote();
    public final Field<Long> contact = contact("客户签约人", "Signs for the customer");
    public final Field<Long> supplements = reference("supplementTo", "contract")
            .label("补充的主合同", "Supplement to")
            .help("这是补充协议时填写", "For a supplementary agreement")
            .indexed();
    public final Field<String> kind = choice(
                    "kind",
                    of("sale", "销售合同", "Sale"),
                    of("service", "服务合同", "Service"),
                    of("framework", "框架合同", "Framework"),
                    of("supplement", "补充协议", "Supplement"))
            .label("合同类型", "Kind")
            .indexed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("sale")));
    public final Field<String> status = choice(
                    "status",
                    of(DRAFT, "草稿", "Draft").color("gray"),
                    of(SIGNING, "待签", "To be signed").color("orange"),
                    of(ACTIVE, "执行中", "In force").color("blue"),
                    of(DONE, "已完成", "Fulfilled").color("green"),
                    of(TERMINATED, "已终止", "Terminated").color("red"),
                    of(EXPIRED, "已到期", "Expired").color("gray"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(DRAFT)));
    public final Field<Money> amount = money("amount")
            .label("合同金额", "Amount")
            .help("有产品明细时为明细合计", "The sum of the lines, where there are any")
            .alsoCalled("金额", "合同总额")
            .listed()
            .headline();
    public final Field<LocalDate> signedOn =
            date("signedOn").label("签订日期", "Signed on").indexed().listed();
    public final Field<LocalDate> startDate = date("startDate").label("开始日期", "Begins");
    public final Field<LocalDate> endDate = date("endDate")
            .label("结束日期", "Ends")
            .help("含当天", "This day included")
            .alsoCalled("到期日期", "到期日")
            .indexed()
            .listed()
            .headline();

    {
        section("条款", "Terms");
    }

    public final Field<String> paymentTerms =
            longText("paymentTerms").label("付款条款", "Payment terms").alsoCalled("付款方式");
    public final Field<String> terms =
            longText("terms").label("其他条款", "Other terms").alsoCalled("条款");
    public final Field<String> remarks = remarks();

    {
        section("续约", "Renewal");
    }

    public final Field<Boolean> renews = flag("renews")
            .label("到期前提醒续约", "Renewal wanted")
            .help("结束前 30 天自动新建一条续约商机", "30 days before its end an opportunity to renew it is made");
    public final Field<Long> renewal = reference("renewal", "opportunity")
            .label("续约商机", "Renewal")
            .derived()
            .indexed();

    {
        workedOn(
                new Lined(
                        "contract-line",
                        customer,
                        status,
                        Set.of(DRAFT),
                        List.of(number, customer, amount, startDate, endDate, paymentTerms, terms),
                        amount),
                new Billed(Billed.CONTRACT, customer, amount, status, Set.of(TERMINATED)),
                new Spent(Spent.CONTRACT),
                new Printed(Papers.contract()),
                new Signed(status, DRAFT, SIGNING, ACTIVE, signedOn),
                new Approved(),
                new Staged(
                        status,
                        Documents.closing(
                                DRAFT,
                                List.of(ACTIVE, DONE, TERMINATED, EXPIRED),
                                List.of(
                                        new Move(DRAFT, SIGNING, Set.of(), List.of("amount")),
                                        new Move(DRAFT, ACTIVE, Set.of(), List.of("amount", "signedOn")),
                                        new Move(SIGNING, ACTIVE, Set.of(), List.of("amount", "signedOn")),
                                        new Move(ACTIVE, TERMINATED, Set.of(), List.of("remarks"))))));
    }

    Contract() {
        super("contract", "合同", "Contract", "Contracts");
    }

    @Override
    public Set<Field<?>> stages() {
        return Set.of(status, signedOn);
    }

    /** It is signed, or said to be in force. */
    @Override
    public boolean binds(Row before, Row after) {
        String from = before.get(status);
        return (from == null || from.equals(DRAFT)) && Approvable.at(after.get(status), List.of(SIGNING, ACTIVE));
    }

    @Override
    public boolean open(Row row) {
        return DRAFT.equals(row.get(status));
    }

    @Override
    public Optional<Message> stands(Row row) {
        return open(row) ? Optional.empty() : Optional.of(Message.of("trade.contractStands"));
    }
}
