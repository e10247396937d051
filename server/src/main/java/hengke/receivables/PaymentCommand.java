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
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done with payments that stand, by whoever may change them: each is held, and written with what it settles. */
abstract class PaymentCommand implements Command {
    private final Payment payment;
    private final LiveCatalog live;
    private final Access access;

    PaymentCommand(Payment payment, LiveCatalog live, Access access) {
        this.payment = payment;
        this.live = live;
        this.access = access;
    }

    /** Does it with one payment that is held and stands. */
    abstract Verdict run(Run run, Row held);

    final LiveCatalog live() {
        return live;
    }

    final Access access() {
        return access;
    }

    @Override
    public final boolean concerns(ObjectDefinition object) {
        return object.name().equals(payment.name());
    }

    @Override
    public final Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.is(payment.status, Payment.CONFIRMED),
                access.visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    public final List<Verdict> run(Run run) {
        Set<Long> reached =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        Map<Long, Row> held = Stored.held(run.database(), run.object(), run.records());
        return run.records().stream()
                .map(id -> {
                    Row row = held.get(id);
                    if (row == null) {
                        return new Verdict.Refused(new Refusal.NotFound());
                    }
                    if (!reached.contains(id)) {
                        return new Verdict.Refused(new Refusal.Forbidden(Message.of(
                                "records.verb." + Verb.EDIT.wire(), run.object().label())));
                    }
                    return Payment.CONFIRMED.equals(row.get(payment.status))
                            ? run(run, row)
                            : refused("reversed", "receivables.reversed");
                })
                .toList();
    }

    /** Writes a payment with everything it settles from now on. */
    final Verdict write(Run run, Row held, Map<Field<?>, @Nullable Object> values, List<Draft> matches) {
        var lines = new Draft.Lines(live.current().lines(run.object()).getFirst(), matches);
        return Objects.requireNonNull(run.write(
                        List.of(Draft.update(held.id(), held.version(), values).with(List.of(lines))))
                .getFirst());
    }

    static Verdict refused(String code, String message) {
        return new Verdict.Refused(new Refusal.Conflict(code, Message.of(message), Map.of()));
    }
}
