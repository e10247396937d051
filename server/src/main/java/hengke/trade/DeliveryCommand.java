package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
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

/** What becomes of a delivery that was sent, by whoever may change it. */
abstract class DeliveryCommand implements Command {
    private final Delivery delivery;
    private final Access access;

    DeliveryCommand(Delivery delivery, Access access) {
        this.delivery = delivery;
        this.access = access;
    }

    /** The statuses of those it concerns. */
    abstract List<String> from();

    /** What is written of one. */
    abstract Map<Field<?>, @Nullable Object> values(Row input);

    @Override
    public final boolean concerns(ObjectDefinition object) {
        return object.name().equals(delivery.name());
    }

    @Override
    public final Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.in(delivery.status, from()),
                access.visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    public final List<Verdict> run(Run run) {
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
        return run.records().stream().map(id -> run(run, rows.get(id), reached)).toList();
    }

    private Verdict run(Run run, @Nullable Row row, Set<Long> reached) {
        if (row == null) {
            return new Verdict.Refused(new Refusal.NotFound());
        }
        if (!reached.contains(row.id())) {
            return new Verdict.Refused(new Refusal.Forbidden(
                    Message.of("records.verb." + Verb.EDIT.wire(), run.object().label())));
        }
        return from().contains(row.get(delivery.status))
                ? Objects.requireNonNull(run.write(List.of(Draft.update(row.id(), row.version(), values(run.input()))))
                        .getFirst())
                : new Verdict.Refused(new Refusal.Conflict("notStanding", Message.of("trade.notStanding"), Map.of()));
    }
}
