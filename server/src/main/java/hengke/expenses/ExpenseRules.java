package hengke.expenses;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** A claim that is on its way stays as it is; whose customer it was follows from the deal, and its items follow it. */
@Component
final class ExpenseRules implements Rule {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final Expense expense;
    private final ExpenseItem item;
    private final LiveCatalog live;

    ExpenseRules(Expense expense, ExpenseItem item, LiveCatalog live) {
        this.expense = expense;
        this.item = item;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(expense.name());
    }

    @Override
    public void before(Batch batch) {
        for (Edit edit : batch.open()) {
            String before = edit.before().get(expense.status);
            boolean closed = before != null && !Expense.OPEN.contains(before);
            if (edit.action() == Action.DELETE && closed && edit.back() == null) {
                edit.refuse(new Refusal.Conflict("submitted", Message.of("expenses.closed"), Map.of()));
            } else if (edit.action() == Action.UPDATE
                    && closed
                    && !batch.caller().unlimited()) {
                Stream.<Field<?>>of(
                                expense.title,
                                expense.customer,
                                expense.opportunity,
                                expense.contract,
                                expense.number,
                                Owned.OWNER)
                        .filter(edit::changes)
                        .forEach(field -> edit.refuse(field, Message.of("expenses.closed")));
            }
            if (edit.action() != Action.DELETE && edit.after().get(expense.customer) == null) {
                customerOf(batch.database(), edit);
            }
        }
    }

    private void customerOf(DSLContext database, Edit edit) {
        Stream.of(expense.opportunity, expense.contract)
                .filter(reference -> edit.after().get(reference) != null)
                .findFirst()
                .ifPresent(reference -> edit.set(
                        expense.customer,
                        database.select(field(name("customer"), SQLDataType.BIGINT))
                                .from(table(name(reference.name())))
                                .where(ID.eq(edit.after().need(reference)))
                                .fetchOne(0, Long.class)));
    }

    @Override
    public void after(Batch batch) {
        ObjectDefinition items = live.current().object(item.name());
        List<Draft> drafts = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE)
                .filter(edit -> Stream.of(expense.status, expense.customer, expense.opportunity, expense.contract)
                        .anyMatch(edit::changes))
                .flatMap(edit -> items(batch.database(), edit.after().id()).stream())
                .map(id -> Draft.update(id, null, Map.of()))
                .toList();
        if (!drafts.isEmpty()) {
            batch.nested().write(items, drafts);
        }
    }

    private List<Long> items(DSLContext database, long of) {
        return database
                .select(ID)
                .from(table(name(item.definition().table())))
                .where(field(name(item.expense.column()), SQLDataType.BIGINT).eq(of))
                .and(field(name("deleted_at")).isNull())
                .orderBy(ID)
                .fetch(ID)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
