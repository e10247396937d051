package hengke.customers;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import hengke.kernel.text.value.CreditCode;
import hengke.kernel.text.value.Reading;
import org.springframework.stereotype.Component;

/** A credit code has a right check digit (GB 32100-2015). */
@Component
final class CustomerRules implements Rule {
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
        }
    }
}
