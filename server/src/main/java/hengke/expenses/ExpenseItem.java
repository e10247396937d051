package hengke.expenses;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Something that was spent, on a day, with its receipts. */
@Component
public final class ExpenseItem extends BusinessObject {
    static final String EXPENSE = "expense";
    static final String AMOUNT = "amount";
    static final String TAX = "tax";
    static final String CUSTOMER = "customer";
    static final String OPPORTUNITY = "opportunity";
    static final String CONTRACT = "contract";

    public final Field<Long> position =
            integer("position", 1, 100_000).label("行号", "Position").following();
    public final Field<Long> expense = reference(EXPENSE, Expense.NAME)
            .label("费用报销", "Expense claim")
            .required()
            .listed()
            .asLines("lines", "费用明细", "Items", position);
    public final Field<String> kind = choice(
                    "kind",
                    of("travel", "交通", "Travel"),
                    of("lodging", "住宿", "Lodging"),
                    of("meals", "餐饮", "Meals"),
                    of("entertainment", "招待", "Entertainment"),
                    of("gifts", "礼品", "Gifts"),
                    of("telephone", "通讯", "Telephone"),
                    of("office", "办公", "Office"),
                    of("express", "快递", "Express"),
                    of("other", "其他", "Other"))
            .label("费用类型", "Kind")
            .required()
            .listed();
    public final Field<LocalDate> day =
            date("day").label("日期", "Day").required().indexed().listed();
    public final Field<Money> amount =
            money(AMOUNT).label("金额", "Amount").required().listed();
    public final Field<Money> tax = money(TAX).label("其中税额", "Tax in it").help("专票上可抵扣的税额", "As the invoice says");
    public final Field<String> title =
            text("name").label("说明", "What it was").title().listed();
    public final Field<List<Long>> receipts = files("receipts").label("票据", "Receipts");
    public final Field<Long> customer = reference(CUSTOMER, "customer")
            .label("计入客户", "Counted for the customer")
            .derived()
            .indexed();
    public final Field<Long> opportunity = reference(OPPORTUNITY, "opportunity")
            .label("计入商机", "Counted for the opportunity")
            .derived()
            .indexed();
    public final Field<Long> contract = reference(CONTRACT, "contract")
            .label("计入合同", "Counted for the contract")
            .derived()
            .indexed();

    ExpenseItem() {
        super("expense-item", "费用明细", "Expense", "Expenses");
    }
}
