package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a delivery that was sent, by whoever may change it. */
abstract class DeliveryCommand extends HeldCommand {
    private final Delivery delivery;

    DeliveryCommand(Delivery delivery, Access access) {
        super(access);
        this.delivery = delivery;
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
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    protected final Verdict run(Run run, Row held) {
        return from().contains(held.get(delivery.status))
                ? write(run, held, values(run.input()))
                : refused("notStanding", "trade.notStanding");
    }
}
