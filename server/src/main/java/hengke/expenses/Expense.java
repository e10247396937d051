package hengke.expenses;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.approval.Approvable;
import hengke.capability.approval.Approved;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.capability.task.Tasked;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Message;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** A claim of what somebody has spent, with its items and receipts; once it is on its way it stays as it is. */
@Component
public final class Expense extends BusinessObject implements Approvable {
    static final String NAME = "expense";
    static final String DRAFT = "draft";
    static final String SUBMITTED = "submitted";
    static final String SENT_BACK = "sentBack";
    static final String CONFIRMED = "confirmed";
    static final String PAID = "paid";
    /** It may still be changed. */
    static final List<String> OPEN = List.of(DRAFT, SENT_BACK);
    /** It counts as spent. */
    static final List<String> COUNTED = List.of(CONFIRMED, PAID);

    {
        section("基本信息", "Basics");
    }

    public final Field<String> number = autoNumber("number", "E{yyyyMM}{0000}")
            .label("报销单号", "Number")
            .alsoCalled("编号")
            .unique()
            .searched()
            .listed();
    public final Field<String> title = text("name")
            .label("事由", "What for")
            .alsoCalled("报销事由", "主题")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<Long> customer = reference("customer", "customer")
            .label("客户", "Customer")
            .help("不填即为商机或合同的客户", "The deal's or the contract's, where nothing is said")
            .indexed()
            .listed();
    public final Field<Long> opportunity =
            reference("opportunity", "opportunity").label("商机", "Opportunity").indexed();
    public final Field<Long> contract =
            reference("contract", "contract").label("合同", "Contract").indexed();
    public final Field<Money> total = rollUp(
                    "total", new MoneyType(), "expense-item", ExpenseItem.EXPENSE, Summing.SUM, ExpenseItem.AMOUNT)
            .label("报销金额", "Total")
            .alsoCalled("金额")
            .listed()
            .headline();
    public final Field<Money> tax = rollUp(
                    "tax", new MoneyType(), "expense-item", ExpenseItem.EXPENSE, Summing.SUM, ExpenseItem.TAX)
            .label("其中税额", "Tax in it");
    public final Field<String> status = choice(
                    "status",
                    of(DRAFT, "草稿", "Draft").color("gray"),
                    of(SUBMITTED, "已提交", "Submitted").color("blue"),
                    of(SENT_BACK, "已退回", "Sent back").color("red"),
                    of(CONFIRMED, "已确认", "Confirmed").color("cyan"),
                    of(PAID, "已付款", "Paid").color("green"))
            .label("状态", "Status")
            .derived()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(DRAFT)));

    {
        section("经过", "What became of it");
    }

    public final Field<LocalDate> submittedOn = date("submittedOn")
            .label("提交日期", "Submitted on")
            .derived()
            .indexed()
            .listed();
    public final Field<Long> confirmedBy =
            user("confirmedBy").label("确认人", "Confirmed by").derived();
    public final Field<LocalDate> paidOn =
            date("paidOn").label("付款日期", "Paid on").derived().indexed().listed();
    public final Field<String> payment =
            text("payment", 100).label("付款方式", "Paid by").derived();
    public final Field<String> sentBackWhy =
            text("sentBackWhy", 500).label("退回原因", "Why it was sent back").derived();
    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    {
        with(new Owned(), new Attached(), new Tasked(), new Discussed(), new Approved());
    }

    Expense() {
        super(NAME, "费用报销", "Expense claim", "Expense claims");
        application("sales", NAME);
    }

    @Override
    public Set<Field<?>> stages() {
        return Set.of(status);
    }

    /** It is on its way to be paid. */
    @Override
    public boolean binds(Row before, Row after) {
        return Approvable.at(before.get(status), OPEN)
                && Approvable.at(after.get(status), List.of(SUBMITTED, CONFIRMED));
    }

    @Override
    public boolean open(Row row) {
        return Approvable.at(row.get(status), OPEN) && !ItemRules.nothing(row.get(total));
    }

    @Override
    public Optional<Message> stands(Row row) {
        return PAID.equals(row.get(status)) ? Optional.of(Message.of("expenses.stands")) : Optional.empty();
    }

    @Override
    public Map<Field<?>, @Nullable Object> follows(News news, Row row) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        if (news.submitted()) {
            values.put(status, SUBMITTED);
            values.put(submittedOn, news.today());
            values.put(sentBackWhy, null);
        } else if (news.approved()) {
            values.put(status, CONFIRMED);
            values.put(confirmedBy, news.by() > 0 ? news.by() : null);
        } else if (news.turnedDown()) {
            values.put(status, SENT_BACK);
            values.put(sentBackWhy, news.why().isBlank() ? null : news.why());
        } else {
            values.put(status, DRAFT);
            values.put(confirmedBy, null);
        }
        return values;
    }
}
