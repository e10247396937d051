package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the draft of a contract of a quote, with its lines. */
@Component
@Order(11)
final class ContractQuote extends DocumentCommand {
    private static final List<String> AGREED = List.of(Quote.SENT, Quote.ACCEPTED);

    private final Quote quote;
    private final Contract contract;

    ContractQuote(LiveCatalog live, Access access, Quote quote, Contract contract) {
        super(live, access);
        this.quote = quote;
        this.contract = contract;
    }

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public Label label() {
        return new Label("转合同", "Make a contract");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(quote.name());
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.in(quote.status, AGREED);
    }

    @Override
    ObjectDefinition target(ObjectDefinition from) {
        return live().current().object(contract.name());
    }

    @Override
    void complete(Row from, Map<Field<?>, @Nullable Object> values) {
        if (!AGREED.contains(from.get(quote.status))) {
            throw new Refusal.Conflict("notOrderable", Message.of("trade.notOrderable"), Map.of());
        }
        values.put(contract.quote, from.id());
        values.put(contract.title, Objects.requireNonNullElse(from.get(quote.subject), from.need(quote.number)));
        values.remove(contract.terms);
        values.put(contract.paymentTerms, from.get(quote.terms));
    }
}
