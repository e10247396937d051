package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Money on the bank that no customer has paid, e.g. interest: it is not asked about any more. */
@Component
@Order(21)
final class IgnoreEntry extends HeldCommand {
    private static final Field<String> REASON =
            Field.of("reason", new TextualType(TextualType.Form.TEXT, 500), "原因", "Reason");

    private final BankEntry entry;

    IgnoreEntry(BankEntry entry, Access access) {
        super(access);
        this.entry = entry;
    }

    @Override
    public String name() {
        return "ignore";
    }

    @Override
    public Label label() {
        return new Label("忽略", "Ignore");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(entry.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(REASON);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.is(entry.status, BankEntry.OPEN),
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    protected Verdict run(Run run, Row held) {
        if (!BankEntry.OPEN.equals(held.get(entry.status))) {
            return refused("notOpen", "receivables.entryNotOpen");
        }
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(entry.status, BankEntry.IGNORED);
        values.put(entry.ignoredWhy, run.input().get(REASON));
        return write(run, held, values);
    }
}
