package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with payments that stand: each is written with all that it settles from then on. */
abstract class PaymentCommand extends HeldCommand {
    private final Payment payment;
    private final LiveCatalog live;

    PaymentCommand(Payment payment, LiveCatalog live, Access access) {
        super(access);
        this.payment = payment;
        this.live = live;
    }

    /** Does it with one that stands. */
    abstract Verdict settle(Run run, Row held);

    final LiveCatalog live() {
        return live;
    }

    @Override
    public final boolean concerns(ObjectDefinition object) {
        return object.name().equals(payment.name());
    }

    @Override
    public final Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.is(payment.status, Payment.CONFIRMED),
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    protected final Verdict run(Run run, Row held) {
        return Payment.CONFIRMED.equals(held.get(payment.status))
                ? settle(run, held)
                : new Verdict.Refused(new Refusal.Conflict(
                        Objects.requireNonNull(held.get(payment.status)), notStanding(held, payment), Map.of()));
    }

    /** Why nothing is done with a payment that does not stand. */
    static Message notStanding(Row held, Payment payment) {
        return Message.of(
                Payment.WAITING.equals(held.get(payment.status)) ? "receivables.waiting" : "receivables.reversed");
    }

    /** Writes a payment with everything it settles from now on. */
    final Verdict write(Run run, Row held, Map<Field<?>, @Nullable Object> values, List<Draft> matches) {
        var lines = new Draft.Lines(live.current().lines(run.object()).getFirst(), matches);
        return Objects.requireNonNull(run.write(
                        List.of(Draft.update(held.id(), held.version(), values).with(List.of(lines))))
                .getFirst());
    }
}
