package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was ignored is to be looked at again. */
@Component
@Order(22)
final class ReopenEntry extends HeldCommand {
    private final BankEntry entry;

    ReopenEntry(BankEntry entry, Access access) {
        super(access);
        this.entry = entry;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public Label label() {
        return new Label("恢复待认领", "Look again");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(entry.name());
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.is(entry.status, BankEntry.IGNORED),
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    protected Verdict run(Run run, Row held) {
        if (!BankEntry.IGNORED.equals(held.get(entry.status))) {
            return refused("notIgnored", "receivables.entryNotIgnored");
        }
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(entry.status, BankEntry.OPEN);
        values.put(entry.ignoredWhy, null);
        return write(run, held, values);
    }
}
