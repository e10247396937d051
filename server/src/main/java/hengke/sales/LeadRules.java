package hengke.sales;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import org.springframework.stereotype.Component;

/** A lead is converted by the command, which makes what it becomes, and not by its status. */
@Component
final class LeadRules implements Rule {
    private final Lead lead;

    LeadRules(Lead lead) {
        this.lead = lead;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(lead.name());
    }

    @Override
    public void before(Batch batch) {
        for (Edit edit : batch.open()) {
            boolean written = edit.action() == Action.CREATE || edit.action() == Action.UPDATE;
            boolean converted = Lead.CONVERTED.equals(edit.after().get(lead.status));
            if (written && converted != (edit.after().get(lead.convertedAt) != null)) {
                edit.refuse(lead.status, Message.of("sales.convertByCommand"));
            }
        }
    }
}
