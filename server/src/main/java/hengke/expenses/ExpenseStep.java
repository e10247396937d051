package hengke.expenses;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step of a claim on its way: by whoever may edit it, and where it says so not by the one whose claim it is. */
final class ExpenseStep implements Command {
    private final Expense expense;
    private final Access access;
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
        this.expense = expense;
        this.access = access;
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
                access.visibility(actor, object, Verb.EDIT).criterion());
    }

    private boolean others(Actor actor) {
        return by == By.SOMEBODY_ELSE && !access.administrator(actor);
    }

    @Override
    public List<Verdict> run(Run run) {
        Set<Long> reached =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        run.hold();
        Map<Long, Row> rows = new Pages(run.database())
                        .byIds(
                                run.object(),
                                Visibility.EVERYTHING,
                                run.records(),
                                run.object().fields())
                        .stream()
                        .collect(Collectors.toMap(Row::id, row -> row));
        return run.records().stream()
                .map(id -> step(run, rows.get(id), reached.contains(id)))
                .toList();
    }

    private Verdict step(Run run, @Nullable Row row, boolean reached) {
        if (row == null) {
            return new Verdict.Refused(new Refusal.NotFound());
        }
        if (!reached) {
            return new Verdict.Refused(new Refusal.Forbidden(
                    Message.of("records.verb." + Verb.EDIT.wire(), run.object().label())));
        }
        if (!from.contains(row.get(expense.status))) {
            return refused("notNow", "expenses.notNow");
        }
        Actor actor = run.caller().actor();
        Long owner = row.get(Owned.OWNER);
        if (others(actor) && owner != null && owner == actor.user()) {
            return refused("own", "expenses.own");
        }
        if (Expense.OPEN.equals(from) && ItemRules.nothing(row.get(expense.total))) {
            return refused("noItems", "expenses.noItems");
        }
        return Objects.requireNonNull(run.write(List.of(Draft.update(row.id(), row.version(), values.of(run))))
                .getFirst());
    }

    private static Verdict refused(String code, String message) {
        return new Verdict.Refused(new Refusal.Conflict(code, Message.of(message), Map.of()));
    }
}
