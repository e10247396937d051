package hengke.receivables;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Money that came in, as the bank tells it; once it is known whom it is from, a payment is made of it. */
@Component
public final class BankEntry extends BusinessObject {
    static final String NAME = "bank-entry";
    static final String STATUS = "status";
    static final String OPEN = "open";
    static final String ACCEPTED = "accepted";
    static final String IGNORED = "ignored";

    public final Field<String> number = autoNumber("number", "B{yyyyMM}{0000}")
            .label("编号", "Number")
            .unique()
            .title()
            .listed();
    public final Field<LocalDate> day = date("day")
            .label("交易日期", "Day")
            .alsoCalled("记账日期", "入账日期", "日期")
            .required()
            .indexed()
            .listed()
            .headline();
    public final Field<Money> amount = money("amount")
            .label("到账金额", "Amount")
            .alsoCalled("贷方金额", "收入金额", "金额")
            .required()
            .listed()
            .headline();
    public final Field<String> payer = text("payer")
            .label("对方户名", "Name of the account")
            .alsoCalled("付款人", "对方名称")
            .indexed()
            .searched()
            .listed()
            .headline();
    public final Field<String> payerAccount =
            text("payerAccount", 60).label("对方账号", "Account").alsoCalled("付款账号");
    public final Field<String> remark = text("remark", 500)
            .label("摘要", "Remark")
            .alsoCalled("用途", "附言")
            .searched()
            .listed();
    public final Field<String> reference = text("reference", 100)
            .label("流水号", "Bank reference")
            .alsoCalled("银行流水号", "交易流水号")
            .searched()
            .listed();
    public final Field<String> status = choice(
                    STATUS,
                    of(OPEN, "待认领", "Open").color("orange"),
                    of(ACCEPTED, "已认领", "Accepted").color("green"),
                    of(IGNORED, "已忽略", "Ignored").color("gray"))
            .label("状态", "Status")
            .derived()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(OPEN)));
    public final Field<Long> customer = reference("customer", "customer")
            .label("认领客户", "Customer")
            .derived()
            .indexed()
            .listed();
    public final Field<Long> payment =
            reference("payment", "payment").label("回款", "Payment").derived().indexed();
    public final Field<String> ignoredWhy =
            text("ignoredWhy", 500).label("忽略原因", "Why it was ignored").derived();
    public final Field<String> mark = text("mark", 200)
            .label("识别码", "Mark")
            .help("同一笔流水只收一次", "By which the same entry is taken once")
            .derived()
            .unique();
    public final Field<JsonNode> raw =
            json("raw").label("银行原文", "As the bank wrote it").derived();

    {
        with(new Owned());
    }

    BankEntry() {
        super(NAME, "银行流水", "Bank entry", "Bank entries");
        application("sales", "money");
    }
}
