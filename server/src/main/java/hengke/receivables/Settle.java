package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets what is left of payments settle what their customers owe, what was due first before the rest. */
@Component
@Order(20)
final class Settle extends PaymentCommand {
    private final Payment payment;
    private final PaymentPlan plan;
    private final Settling settling;

    Settle(Payment payment, PaymentPlan plan, Settling settling, LiveCatalog live, Access access) {
        super(payment, live, access);
        this.payment = payment;
        this.plan = plan;
        this.settling = settling;
    }

    @Override
    public String name() {
        return "settle";
    }

    @Override
    public Label label() {
        return new Label("自动核销", "Settle what is owed");
    }

    /** Only terms in sight are settled. */
    @Override
    Verdict settle(Run run, Row held) {
        Money whole = held.need(payment.amount);
        Money left = Money.asked(whole.amount().subtract(Bills.amount(held.get(payment.matched))), whole.currency());
        Set<Long> terms = access().reached(
                        run.database(),
                        run.caller().actor(),
                        live().current().object(plan.name()),
                        Verb.READ,
                        settling.termsOf(run.database(), held.need(payment.customer)));
        List<Draft> drafts = settling.drafts(held.id(), left, settling.ofTerms(run.database(), terms));
        if (drafts.isEmpty()) {
            return refused("nothingToSettle", "receivables.nothingToSettle");
        }
        Stream<Draft> standing =
                settling.standing(run.database(), held.id()).stream().map(id -> Draft.update(id, null, Map.of()));
        return write(
                run, held, Map.of(), Stream.concat(standing, drafts.stream()).toList());
    }
}
