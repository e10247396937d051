package hengke.receivables;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.approval.Approvable;
import hengke.capability.approval.Approved;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.capability.stage.Staged;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/**
 * An invoice, from the request to the number the tax office gave it. One that was issued is not changed any more: a red
 * letter, which is an invoice with a negative amount, takes it back.
 */
@Component
public final class Invoice extends UnderBill implements Approvable {
    static final String REQUESTED = "requested";
    static final String ISSUED = "issued";
    static final String VOID = "void";
    static final String REVERSED = "reversed";
    static final String STATUS = "status";

    private static final List<String> ISSUED_WITH = List.of("invoiceNumber", "issuedOn");

    public final Field<String> number = autoNumber("number", "FP{yyyyMM}{0000}")
            .label("申请编号", "Number")
            .alsoCalled("编号", "开票编号")
            .unique()
            .title()
            .searched()
            .listed();
    public final Field<Long> customer = reference(CUSTOMER, "customer")
            .label("客户", "Customer")
            .derived()
            .listed()
            .headline()
            .within("invoices", "发票", "Invoices");
    public final Field<Money> amount = money(AMOUNT)
            .label("开票金额（含税）", "Amount with tax")
            .alsoCalled("开票金额", "价税合计", "金额")
            .required()
            .listed()
            .headline();
    public final Field<BigDecimal> taxRate = percent("taxRate", 0, 100).label("税率", "Tax rate");
    public final Field<Money> tax = money("tax").label("税额", "Tax").derived();
    public final Field<String> kind = choice(
                    "kind",
                    of("special", "增值税专用发票", "Special VAT invoice"),
                    of("ordinary", "增值税普通发票", "Ordinary VAT invoice"),
                    of("foreign", "形式发票", "Commercial invoice"))
            .label("发票类型", "Kind")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("special")));
    public final Field<String> status = choice(
                    STATUS,
                    of(REQUESTED, "待开票", "Requested").color("orange"),
                    of(ISSUED, "已开票", "Issued").color("green"),
                    of(VOID, "已作废", "Void").color("gray"),
                    of(REVERSED, "已红冲", "Reversed").color("red"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(REQUESTED)));
    public final Field<String> invoiceNumber = text("invoiceNumber", 60)
            .label("发票号码", "Invoice number")
            .alsoCalled("发票号", "数电票号码")
            .searched()
            .indexed()
            .listed();
    public final Field<LocalDate> issuedOn =
            date("issuedOn").label("开票日期", "Issued on").indexed().listed();
    public final Field<Long> redOf =
            reference("redOf", "invoice").label("红冲的发票", "Takes back").derived().indexed();

    {
        section("开票信息", "Whom it is made out to");
    }

    public final Field<String> title = text("title")
            .label("发票抬头", "Made out to")
            .help("不填为客户的默认开票信息", "The customer's own where nothing is said")
            .alsoCalled("抬头");
    public final Field<String> taxNumber =
            text("taxNumber", 30).label("税号", "Tax number").alsoCalled("纳税人识别号");
    public final Field<String> addressPhone = text("addressPhone", 300).label("地址电话", "Address and phone");
    public final Field<String> bankAccount = text("bankAccount", 300).label("开户行及账号", "Bank and account");
    public final Field<String> content =
            text("content", 500).label("开票内容", "What for").alsoCalled("货物或服务名称");
    public final Field<String> email = email("email").label("收票邮箱", "Send to");
    public final Field<String> remarks = text("remarks", 500).label("备注", "Remarks");

    {
        with(
                new Owned(),
                new Attached(),
                new Approved(),
                new Discussed(),
                new Staged(
                        status,
                        new Transitions(
                                true,
                                List.of(
                                        new Move(null, REQUESTED, Set.of(), List.of()),
                                        new Move(null, ISSUED, Set.of(), ISSUED_WITH),
                                        new Move(null, VOID, Set.of(), List.of()),
                                        new Move(REQUESTED, ISSUED, Set.of(), ISSUED_WITH),
                                        new Move(ISSUED, REVERSED, Set.of(), List.of()),
                                        new Move(REQUESTED, VOID, Set.of(), List.of()),
                                        new Move(VOID, REQUESTED, Set.of(), List.of())))));
    }

    Invoice() {
        super("invoice", "发票", "Invoice", "Invoices", "invoices", true);
        application("sales", "invoice");
    }

    /** Number and day come with the tax office's answer, after the approval. */
    @Override
    public Set<Field<?>> stages() {
        return Set.of(status, invoiceNumber, issuedOn);
    }

    /** It is issued. A red letter tells of what the tax office has taken back already: it is not kept from the books. */
    @Override
    public boolean binds(Row before, Row after) {
        return issued(after) && !issued(before) && after.get(redOf) == null;
    }

    @Override
    public boolean open(Row row) {
        return REQUESTED.equals(row.get(status));
    }

    @Override
    public Optional<Message> stands(Row row) {
        return open(row) ? Optional.empty() : Optional.of(Message.of("receivables.invoiceStands"));
    }

    @Override
    public Field<Long> customer() {
        return customer;
    }

    @Override
    public Field<Money> amount() {
        return amount;
    }

    @Override
    Ledger.Kind kind() {
        return Ledger.Kind.INVOICED;
    }

    @Override
    boolean counts(Row row) {
        return issued(row);
    }

    /** Has the tax office its number? */
    boolean issued(Row row) {
        return ISSUED.equals(row.get(status)) || REVERSED.equals(row.get(status));
    }
}
