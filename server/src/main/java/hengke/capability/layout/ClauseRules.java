package hengke.capability.layout;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.LayoutCheck;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Each other text of a clause is another edition; what stands in braces is a name. */
@Component
final class ClauseRules implements Rule {
    private final Clause clause;

    ClauseRules(Clause clause) {
        this.clause = clause;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(clause.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .filter(edit -> edit.changes(clause.text))
                .forEach(this::check);
    }

    private void check(Edit edit) {
        LayoutCheck.noName(Objects.requireNonNullElse(edit.after().get(clause.text), ""))
                .ifPresent(name -> edit.refuse(clause.text, Message.of("paper.unknownValue", name)));
        long last = Objects.requireNonNullElse(edit.before().get(clause.edition), 0L);
        edit.set(clause.edition, last + 1);
    }
}
