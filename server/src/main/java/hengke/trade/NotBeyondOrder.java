package hengke.trade;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All deliveries of an order together never deliver more than was ordered, whoever delivers at the same time; and the
 * order says by itself how far it has been delivered.
 */
@Component
final class NotBeyondOrder implements Rule {
    private static final String DELIVERIES = "select id, \"order\", status from delivery where id = any(?)";
    private static final String ORDERED = "select distinct document from order_line where id = any(?)";
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(4);

    private final DeliveryLine line;
    private final Order order;
    private final LiveCatalog live;

    NotBeyondOrder(DeliveryLine line, Order order, LiveCatalog live) {
        this.line = line;
        this.order = order;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(line.name());
    }

    @Override
    public void before(Batch batch) {
        Map<Long, Record> deliveries = deliveries(batch);
        OpenOrders open = OpenOrders.held(batch.database(), orders(batch, deliveries));
        Map<Long, BigDecimal> delivered = new HashMap<>();
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .filter(edit -> deliveries.containsKey(edit.after().get(line.delivery)))
                .filter(edit ->
                        edit.after().get(line.ordered) != null && edit.after().get(line.quantity) != null)
                .toList();
        written.stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.before().get(line.ordered) != null)
                .forEach(edit -> delivered.merge(
                        edit.before().need(line.ordered),
                        orZero(edit.before().get(line.counted)).negate(),
                        BigDecimal::add));
        written.forEach(edit ->
                take(edit, Objects.requireNonNull(deliveries.get(edit.after().need(line.delivery))), open, delivered));
    }

    private Map<Long, Record> deliveries(Batch batch) {
        Long[] ids = batch.open().stream()
                .flatMap(edit -> Stream.of(edit.before(), edit.after()))
                .map(row -> row.get(line.delivery))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        Map<Long, Record> found = new HashMap<>();
        batch.database().fetch(DELIVERIES, (Object) ids).forEach(row -> found.put(row.get("id", Long.class), row));
        return found;
    }

    /** Those of the deliveries, and those of which something was or is sent. */
    private List<Long> orders(Batch batch, Map<Long, Record> deliveries) {
        Long[] ordered = batch.open().stream()
                .flatMap(edit -> Stream.of(edit.before(), edit.after()))
                .map(row -> row.get(line.ordered))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        return Stream.concat(
                        deliveries.values().stream().map(row -> row.get("order", Long.class)),
                        batch.database().fetch(ORDERED, (Object) ordered).getValues("document", Long.class).stream())
                .distinct()
                .toList();
    }

    private void take(Edit edit, Record delivery, OpenOrders open, Map<Long, BigDecimal> delivered) {
        long its = delivery.get("order", Long.class);
        OpenOrders.Line ordered = open.line(edit.after().need(line.ordered));
        BigDecimal quantity = edit.after().need(line.quantity);
        if (ordered == null || ordered.order() != its) {
            edit.refuse(line.ordered, Message.of("trade.otherOrder"));
            return;
        }
        if (quantity.signum() <= 0) {
            edit.refuse(line.quantity, Message.of("products.noQuantity"));
            return;
        }
        edit.set(line.product, ordered.product());
        edit.set(line.title, ordered.name());
        edit.set(line.unit, ordered.unit());
        if (Delivery.BACK.equals(delivery.get("status", String.class))) {
            edit.set(line.counted, NOTHING);
            return;
        }
        BigDecimal before =
                edit.action() == Action.UPDATE ? orZero(edit.before().get(line.counted)) : NOTHING;
        boolean more = quantity.compareTo(before) > 0;
        if (more && !open.underWay(its) && !Order.SHIPPED.equals(open.status(its))) {
            edit.refuse(line.quantity, Message.of("trade.notDeliverable"));
            return;
        }
        BigDecimal taken = ordered.delivered().add(delivered.getOrDefault(ordered.id(), BigDecimal.ZERO));
        if (taken.add(quantity).compareTo(ordered.quantity()) > 0) {
            edit.refuse(
                    line.quantity,
                    Message.of(
                            "trade.overDelivered",
                            NotBeyondQuote.shown(ordered.quantity()),
                            NotBeyondQuote.shown(taken),
                            NotBeyondQuote.shown(ordered.quantity().subtract(taken))));
        } else {
            edit.set(line.counted, quantity);
            delivered.merge(ordered.id(), quantity, BigDecimal::add);
        }
    }

    /** Orders that are under way follow what was delivered. */
    @Override
    public void after(Batch batch) {
        List<Long> orders = orders(batch, deliveries(batch));
        OpenOrders open = OpenOrders.held(batch.database(), orders);
        List<Draft> drafts = orders.stream()
                .distinct()
                .filter(id -> Order.FOLLOWING.contains(open.status(id)))
                .filter(id -> !open.reached(id).equals(open.status(id)))
                .map(id -> Draft.update(id, null, Map.of(order.status, open.reached(id))))
                .toList();
        if (!drafts.isEmpty()) {
            batch.nested().write(live.current().object(order.name()), drafts);
        }
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return Objects.requireNonNullElse(number, BigDecimal.ZERO);
    }
}
