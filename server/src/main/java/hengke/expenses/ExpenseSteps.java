package hengke.expenses;

import hengke.expenses.ExpenseStep.By;
import hengke.kernel.access.Access;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The way of a claim: submitted, confirmed by somebody else or sent back, and paid. */
@Configuration(proxyBeanMethods = false)
class ExpenseSteps {
    private static final Field<String> REASON = Field.of(
                    "reason", new TextualType(TextualType.Form.TEXT, 500), "原因", "Reason")
            .required();
    private static final Field<LocalDate> PAID_ON =
            Field.of("paidOn", new DateType(), "付款日期", "Paid on").required().byDefault(new DefaultValue.Now());
    private static final Field<String> METHOD = Field.of(
            "method",
            new ChoiceType(List.of(
                    Option.of("银行转账", "银行转账", "Bank transfer"),
                    Option.of("现金", "现金", "Cash"),
                    Option.of("公司卡", "公司卡", "Company card"))),
            "付款方式",
            "Paid by");

    private final Expense expense;
    private final Access access;

    ExpenseSteps(Expense expense, Access access) {
        this.expense = expense;
        this.access = access;
    }

    @Bean
    @Order(20)
    ExpenseStep submitExpense(LiveOrganisation organisation, Clock clock) {
        return step("submit", new Label("提交", "Submit"), Expense.OPEN, By.ANYBODY, List.of(), _ -> {
            Map<Field<?>, @Nullable Object> values = new HashMap<>();
            values.put(expense.status, Expense.SUBMITTED);
            values.put(
                    expense.submittedOn,
                    LocalDate.now(clock.withZone(organisation.get().company().timeZone())));
            values.put(expense.sentBackWhy, null);
            return values;
        });
    }

    @Bean
    @Order(21)
    ExpenseStep withdrawExpense() {
        return step(
                "withdraw",
                new Label("撤回", "Withdraw"),
                List.of(Expense.SUBMITTED),
                By.ANYBODY,
                List.of(),
                _ -> Map.of(expense.status, Expense.DRAFT));
    }

    @Bean
    @Order(22)
    ExpenseStep confirmExpense() {
        return step(
                "confirm",
                new Label("确认", "Confirm"),
                List.of(Expense.SUBMITTED),
                By.SOMEBODY_ELSE,
                List.of(),
                run -> Map.of(
                        expense.status,
                        Expense.CONFIRMED,
                        expense.confirmedBy,
                        run.caller().actor().user()));
    }

    @Bean
    @Order(23)
    ExpenseStep sendBackExpense() {
        return step(
                "sendBack",
                new Label("退回", "Send back"),
                List.of(Expense.SUBMITTED, Expense.CONFIRMED),
                By.SOMEBODY_ELSE,
                List.of(REASON),
                run -> {
                    Map<Field<?>, @Nullable Object> values = new HashMap<>();
                    values.put(expense.status, Expense.SENT_BACK);
                    values.put(expense.sentBackWhy, run.input().need(REASON));
                    values.put(expense.confirmedBy, null);
                    return values;
                });
    }

    @Bean
    @Order(24)
    ExpenseStep payExpense() {
        return step(
                "pay",
                new Label("付款", "Pay"),
                List.of(Expense.CONFIRMED),
                By.SOMEBODY_ELSE,
                List.of(PAID_ON, METHOD),
                run -> {
                    Map<Field<?>, @Nullable Object> values = new HashMap<>();
                    values.put(expense.status, Expense.PAID);
                    values.put(expense.paidOn, run.input().need(PAID_ON));
                    values.put(expense.payment, run.input().get(METHOD));
                    return values;
                });
    }

    private ExpenseStep step(
            String name, Label label, List<String> from, By by, List<Field<?>> input, ExpenseStep.Values values) {
        return new ExpenseStep(expense, access, name, label, from, by, input, values);
    }
}
