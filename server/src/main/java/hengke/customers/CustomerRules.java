package hengke.customers;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import hengke.kernel.text.value.CreditCode;
import hengke.kernel.text.value.Reading;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A credit code has a right check digit (GB 32100-2015), and no company is above itself. */
@Component
final class CustomerRules implements Rule {
    private static final int DEEPEST = 50;

    private final Customer customer;

    CustomerRules(Customer customer) {
        this.customer = customer;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(customer.name());
    }

    @Override
    public void before(Batch batch) {
        for (Edit edit : batch.open()) {
            if (edit.action() == Action.DELETE) {
                continue;
            }
            String code = edit.after().get(customer.creditCode);
            if (code != null && edit.changes(customer.creditCode)) {
                switch (CreditCode.read(code)) {
                    case Reading.Value<String>(String value) -> edit.set(customer.creditCode, value);
                    case Reading.Refused<String>(Message reason) -> edit.refuse(customer.creditCode, reason);
                    case Reading.Blank<String>() -> edit.set(customer.creditCode, null);
                }
            }
            Long parent = edit.after().get(customer.parent);
            if (parent != null
                    && edit.action() == Action.UPDATE
                    && edit.changes(customer.parent)
                    && isAbove(batch, edit.before().id(), parent)) {
                edit.refuse(customer.parent, Message.of("customer.ownParent"));
            }
        }
    }

    /** Is the customer the other one, or somewhere above it? The chain is locked so that two moves cannot close a circle. */
    private boolean isAbove(Batch batch, long upper, long lower) {
        batch.database().fetch("select pg_advisory_xact_lock(728, 1)");
        Set<Long> seen = new HashSet<>();
        Long at = lower;
        while (at != null && seen.size() < DEEPEST && seen.add(at)) {
            if (at == upper) {
                return true;
            }
            at = batch.database()
                    .select(DSL.field(DSL.name("parent"), Long.class))
                    .from(DSL.table(DSL.name("customer")))
                    .where(DSL.field(DSL.name("id"), Long.class).eq(at))
                    .fetchOneInto(Long.class);
        }
        return Objects.nonNull(at);
    }
}
