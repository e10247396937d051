package hengke.expenses;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an item may be, as long as its claim may be changed; it counts for a customer once that is confirmed. */
@Component
final class ItemRules implements Rule {
    private static final String HELD = """
            select id, status, customer, opportunity, contract from expense
            where id = any(?) order by id for no key update""";

    private final ExpenseItem item;

    ItemRules(ExpenseItem item) {
        this.item = item;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(item.name());
    }

    @Override
    public void before(Batch batch) {
        Map<Long, Record> claims = claims(batch);
        for (Edit edit : batch.open()) {
            boolean closed = its(edit)
                    .map(claims::get)
                    .anyMatch(claim -> claim != null && !Expense.OPEN.contains(claim.get("status", String.class)));
            if (closed && !batch.caller().unlimited()) {
                edit.refuse(item.expense, Message.of("expenses.closed"));
            } else if (edit.action() != Action.DELETE) {
                keep(edit);
                count(edit, claims.get(edit.after().get(item.expense)));
            }
        }
    }

    private Map<Long, Record> claims(Batch batch) {
        Long[] ids = batch.open().stream().flatMap(this::its).distinct().toArray(Long[]::new);
        Map<Long, Record> claims = new HashMap<>();
        batch.database().fetch(HELD, (Object) ids).forEach(row -> claims.put(row.get("id", Long.class), row));
        return claims;
    }

    /** The claim it belongs to, and the one it belonged to. */
    private Stream<Long> its(Edit edit) {
        return Stream.of(edit.before(), edit.after())
                .map(row -> row.get(item.expense))
                .filter(Objects::nonNull);
    }

    private void keep(Edit edit) {
        Money amount = edit.after().get(item.amount);
        Money tax = edit.after().get(item.tax);
        if (amount != null && amount.amount().signum() <= 0) {
            edit.refuse(item.amount, Message.of("expenses.notPositive"));
        }
        if (amount != null && tax != null) {
            if (!tax.currency().equals(amount.currency())) {
                edit.refuse(item.tax, Message.of("expenses.otherCurrency"));
            } else if (tax.amount().signum() < 0 || tax.amount().compareTo(amount.amount()) > 0) {
                edit.refuse(item.tax, Message.of("expenses.taxBeyond"));
            }
        }
    }

    private void count(Edit edit, @Nullable Record claim) {
        Record counted = claim != null && Expense.COUNTED.contains(claim.get("status", String.class)) ? claim : null;
        edit.set(item.customer, counted == null ? null : counted.get("customer", Long.class));
        edit.set(item.opportunity, counted == null ? null : counted.get("opportunity", Long.class));
        edit.set(item.contract, counted == null ? null : counted.get("contract", Long.class));
    }

    static boolean nothing(@Nullable Money total) {
        return total == null || total.amount().compareTo(BigDecimal.ZERO) <= 0;
    }
}
