package hengke.customers;

import hengke.capability.goal.Measure;
import hengke.capability.worth.PurchaseSources;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the company counts as deals, from every object it has chosen. As long as other records only stand in for deals
 * there is nothing to aim at here: they have a measure of their own.
 */
@Component
@Order(30)
final class DealAmount implements Measure {
    private final Customer customer;
    private final PurchaseSources sources;

    DealAmount(Customer customer, PurchaseSources sources) {
        this.customer = customer;
        this.sources = sources;
    }

    @Override
    public String key() {
        return "dealAmount";
    }

    @Override
    public Label label() {
        return new Label("成交金额", "Amount of deals");
    }

    @Override
    public Unit unit() {
        return Unit.MONEY;
    }

    @Override
    public List<Counted> counted(Catalog catalog) {
        PurchaseSources.Resolved deals = sources.of(catalog.object(customer.name()));
        return deals.standIn()
                ? List.of()
                : deals.bound().stream()
                        .map(source -> new Counted(
                                source.object().name(), source.source().filter(), source.at(), source.amount()))
                        .toList();
    }
}
