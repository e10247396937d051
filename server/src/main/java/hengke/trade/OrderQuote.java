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
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes an order of what has not been ordered yet of a quote; the customer has accepted it by that. Lines taken out of
 * the order, or made smaller, can be ordered later.
 */
@Component
@org.springframework.core.annotation.Order(10)
final class OrderQuote extends DocumentCommand {
    private static final List<String> ORDERED = List.of(Quote.SENT, Quote.ACCEPTED);

    private final Quote quote;
    private final QuoteLine quoteLine;
    private final Order order;
    private final OrderLine orderLine;

    OrderQuote(LiveCatalog live, Access access, Quote quote, QuoteLine quoteLine, Order order, OrderLine orderLine) {
        super(live, access);
        this.quote = quote;
        this.quoteLine = quoteLine;
        this.order = order;
        this.orderLine = orderLine;
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Label label() {
        return new Label("转订单", "Make an order");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(quote.name());
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.in(quote.status, ORDERED);
    }

    @Override
    ObjectDefinition target(ObjectDefinition from) {
        return live().current().object(order.name());
    }

    @Override
    void complete(Row from, Map<Field<?>, @Nullable Object> values) {
        if (!ORDERED.contains(from.get(quote.status))) {
            throw new Refusal.Conflict("notOrderable", Message.of("trade.notOrderable"), Map.of());
        }
        values.put(order.quote, from.id());
    }

    @Override
    Optional<Map<Field<?>, @Nullable Object>> line(Row from, Map<Field<?>, @Nullable Object> values) {
        BigDecimal ordered = Objects.requireNonNullElse(from.get(quoteLine.ordered), BigDecimal.ZERO);
        BigDecimal left = from.need(quoteLine.quantity).subtract(ordered);
        values.put(orderLine.quantity, left);
        values.put(orderLine.quoted, from.id());
        return left.signum() > 0 ? Optional.of(values) : Optional.empty();
    }

    @Override
    Verdict afterwards(Run run, Row from, Row made) {
        return Quote.ACCEPTED.equals(from.get(quote.status))
                ? new Verdict.Written(from, false)
                : run.write(List.of(Draft.update(from.id(), from.version(), Map.of(quote.status, Quote.ACCEPTED))))
                        .getFirst();
    }
}
