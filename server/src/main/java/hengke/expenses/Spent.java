package hengke.expenses;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import java.util.List;

/**
 * The record knows what was spent for it: of claims that are confirmed or paid.
 *
 * @param reference by which items point at it
 */
public record Spent(String reference) implements Capability {
    public static final String CUSTOMER = ExpenseItem.CUSTOMER;
    public static final String OPPORTUNITY = ExpenseItem.OPPORTUNITY;
    public static final String CONTRACT = ExpenseItem.CONTRACT;

    private static final Field<Money> EXPENSES = Field.of("expenses", new MoneyType(), "费用", "Expenses")
            .help("已确认和已付款的报销", "Claims that are confirmed or paid");

    @Override
    public String name() {
        return "spent";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(EXPENSES.computed(
                new Computation.RollUp("expense-item", reference, Summing.SUM, ExpenseItem.AMOUNT, null)));
    }
}
