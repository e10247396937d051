package hengke.expenses;

import hengke.capability.owner.Owned;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a claim on its way: by whoever may edit it, and where it says so not by the one whose claim it is. */
final class ExpenseStep extends HeldCommand {
    private final Expense expense;
    private final String name;
    private final Label label;
    private final List<String> from;
    private final By by;
    private final List<Field<?>> input;
    private final Values values;

    /** Who takes the step. */
    enum By {
        ANYBODY,
        /** Not by the one whose claim it is, but for administrators. */
        SOMEBODY_ELSE
    }

    /** What is written by the step. */
    interface Values {
        Map<Field<?>, @Nullable Object> of(Run run);
    }

    ExpenseStep(
            Expense expense,
            Access access,
            String name,
            Label label,
            List<String> from,
            By by,
            List<Field<?>> input,
            Values values) {
        super(access);
        this.expense = expense;
        this.name = name;
        this.label = label;
        this.from = from;
        this.by = by;
        this.input = input;
        this.values = values;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Label label() {
        return label;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(expense.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return input;
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.in(expense.status, from),
                others(actor) ? Criterion.not(Criterion.is(Owned.OWNER, actor.user())) : Criterion.ALWAYS,
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    private boolean others(Actor actor) {
        return by == By.SOMEBODY_ELSE && !access().administrator(actor);
    }

    @Override
    protected Verdict run(Run run, Row held) {
        if (!from.contains(held.get(expense.status))) {
            return refused("notNow", "expenses.notNow");
        }
        Actor actor = run.caller().actor();
        Long owner = held.get(Owned.OWNER);
        if (others(actor) && owner != null && owner == actor.user()) {
            return refused("own", "expenses.own");
        }
        if (Expense.OPEN.equals(from) && ItemRules.nothing(held.get(expense.total))) {
            return refused("noItems", "expenses.noItems");
        }
        return write(run, held, values.of(run));
    }
}
