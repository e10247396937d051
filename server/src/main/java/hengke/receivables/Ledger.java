package hengke.receivables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The ledger of receivables: only ever added to, in the transaction of the change it tells of. What was planned, received,
 * settled or invoiced is an entry; what is taken back is one with the opposite sign. Every balance is a sum of entries.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class Ledger implements Rule {
    private final Map<String, UnderBill> objects;

    Ledger(ObjectProvider<UnderBill> objects) {
        this.objects = objects.stream().collect(Collectors.toUnmodifiableMap(UnderBill::name, Function.identity()));
    }

    /** What an entry tells of. */
    public enum Kind {
        PLANNED,
        RECEIVED,
        SETTLED,
        INVOICED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where an amount belongs. */
    private record Account(
            @Nullable Long customer,
            @Nullable Long contract,
            @Nullable Long order,
            @Nullable Long plan,
            @Nullable Long payment,
            String currency) {

        static Account of(UnderBill under, Row row) {
            return new Account(
                    row.get(under.customer()),
                    row.get(under.contract),
                    row.get(under.order),
                    under.plan(row),
                    under.payment(row),
                    row.need(under.amount()).currency());
        }
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return objects.containsKey(object.name());
    }

    @Override
    public void after(Batch batch) {
        UnderBill under = Objects.requireNonNull(objects.get(batch.object().name()));
        var insert = batch.database()
                .insertInto(
                        table(name("receivable_entry")),
                        field(name("operation"), SQLDataType.BIGINT),
                        field(name("kind"), SQLDataType.CLOB),
                        field(name("record_id"), SQLDataType.BIGINT),
                        field(name("customer"), SQLDataType.BIGINT),
                        field(name(UnderBill.CONTRACT), SQLDataType.BIGINT),
                        field(name(UnderBill.ORDER), SQLDataType.BIGINT),
                        field(name("plan"), SQLDataType.BIGINT),
                        field(name("payment"), SQLDataType.BIGINT),
                        field(name("amount"), SQLDataType.NUMERIC),
                        field(name("currency"), SQLDataType.CLOB),
                        field(name("worth"), SQLDataType.NUMERIC));
        int entries = 0;
        for (Edit edit : batch.open()) {
            for (var moved : moved(under, edit).entrySet()) {
                Account account = moved.getKey();
                Money amount = moved.getValue();
                insert = insert.values(
                        batch.operation().id(),
                        under.kind().wire(),
                        edit.after().id(),
                        account.customer(),
                        account.contract(),
                        account.order(),
                        account.plan(),
                        account.payment(),
                        amount.amount(),
                        amount.currency(),
                        amount.worth());
                entries++;
            }
        }
        if (entries > 0) {
            insert.execute();
        }
    }

    /** What a change takes away and brings; nothing where it takes away what it brings. */
    private static Map<Account, Money> moved(UnderBill under, Edit edit) {
        Map<Account, Money> moved = new LinkedHashMap<>();
        boolean stood = edit.action() == Action.UPDATE || edit.action() == Action.DELETE;
        if (stood && under.counts(edit.before())) {
            Money before = edit.before().need(under.amount());
            moved.put(
                    Account.of(under, edit.before()),
                    new Money(
                            before.amount().negate(),
                            before.currency(),
                            before.worth().negate()));
        }
        if (edit.action() != Action.DELETE && under.counts(edit.after())) {
            moved.merge(Account.of(under, edit.after()), edit.after().need(under.amount()), Ledger::sum);
        }
        moved.values()
                .removeIf(amount ->
                        amount.amount().signum() == 0 && amount.worth().signum() == 0);
        return moved;
    }

    private static Money sum(Money one, Money other) {
        return new Money(
                one.amount().add(other.amount()), one.currency(), one.worth().add(other.worth()));
    }
}
