package hengke.trade;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a delivery takes over from its order. One of which nobody says what it contains contains all that is open of its
 * order, also of another one it is given to; one that is taken back gives everything back.
 */
@Component
final class DeliveryRules implements Rule {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final Delivery delivery;
    private final DeliveryLine line;
    private final Order order;
    private final LiveCatalog live;

    DeliveryRules(Delivery delivery, DeliveryLine line, Order order, LiveCatalog live) {
        this.delivery = delivery;
        this.line = line;
        this.order = order;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(delivery.name());
    }

    @Override
    public void before(Batch batch) {
        List<Edit> made = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE
                        || edit.action() == Action.UPDATE && edit.changes(delivery.order))
                .filter(edit -> edit.after().get(delivery.order) != null)
                .toList();
        if (made.isEmpty()) {
            return;
        }
        List<Long> ids = made.stream()
                .map(edit -> edit.after().need(delivery.order))
                .distinct()
                .toList();
        OpenOrders open = OpenOrders.held(batch.database(), ids);
        ObjectDefinition orders = live.current().object(order.name());
        Map<Long, Row> rows = new Pages(batch.database())
                .byIds(orders, Visibility.EVERYTHING, ids, orders.fields()).stream()
                        .collect(Collectors.toMap(Row::id, row -> row));
        made.forEach(edit -> {
            Row its = rows.get(edit.after().need(delivery.order));
            if (its != null) {
                begin(edit, its, open);
            }
        });
    }

    private void begin(Edit edit, Row its, OpenOrders open) {
        if (!open.underWay(its.id()) && !Order.SHIPPED.equals(open.status(its.id()))) {
            edit.refuse(delivery.order, Message.of("trade.notDeliverable"));
        } else if (open.open(its.id()).isEmpty()) {
            edit.refuse(delivery.order, Message.of("trade.nothingOpen"));
        } else {
            edit.set(delivery.customer, its.get(order.customer));
            give(edit, delivery.deliveryAddress, its.get(order.deliveryAddress));
            give(edit, delivery.recipient, its.get(order.recipient));
            give(edit, delivery.phone, its.get(order.phone));
        }
    }

    /** What somebody has said stands. */
    private static <T> void give(Edit edit, Field<T> field, @Nullable T value) {
        if (value != null && edit.after().get(field) == null) {
            edit.set(field, value);
        }
    }

    @Override
    public void after(Batch batch) {
        ObjectDefinition lines = live.current().object(line.name());
        for (Edit edit : batch.open()) {
            boolean moved = edit.action() == Action.UPDATE && edit.changes(delivery.order);
            if (edit.action() == Action.CREATE || moved) {
                leave(batch, lines, moved ? ofOthers(batch.database(), edit) : List.of());
                if (standing(batch.database(), edit.after().id()).isEmpty()) {
                    batch.nested().write(lines, all(batch.database(), edit));
                }
            } else if (edit.action() == Action.UPDATE && edit.changes(delivery.status)) {
                List<Draft> counted = standing(batch.database(), edit.after().id()).stream()
                        .map(id -> Draft.update(id, null, Map.of()))
                        .toList();
                if (!counted.isEmpty()) {
                    batch.nested().write(lines, counted);
                }
            }
        }
    }

    /** A delivery that was entered for the wrong order takes nothing of it along. */
    private static void leave(Batch batch, ObjectDefinition lines, List<Long> ids) {
        if (!ids.isEmpty()) {
            batch.nested()
                    .write(lines, ids.stream().map(id -> Draft.delete(id, null)).toList());
        }
    }

    private List<Long> ofOthers(DSLContext database, Edit edit) {
        return database.fetch("""
                        select l.id from delivery_line l join order_line o on o.id = l.ordered
                        where l.delivery = ? and l.deleted_at is null and o.document <> ? order by l.id""", edit.after().id(), edit.after().need(delivery.order))
                .getValues("id", Long.class);
    }

    private List<Draft> all(DSLContext database, Edit edit) {
        long its = edit.after().need(delivery.order);
        List<OpenOrders.Line> open = OpenOrders.held(database, List.of(its)).open(its);
        if (open.isEmpty()) {
            throw new Refusal.Conflict("nothingOpen", Message.of("trade.nothingOpen"), Map.of());
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(open.size())
                .map(i -> {
                    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
                    values.put(line.delivery, edit.after().id());
                    values.put(line.ordered, open.get(i).id());
                    values.put(line.quantity, open.get(i).open());
                    values.put(line.position, i + 1L);
                    return Draft.create(values);
                })
                .toList();
    }

    private List<Long> standing(DSLContext database, long of) {
        return database
                .select(ID)
                .from(table(name(line.definition().table())))
                .where(field(name(line.delivery.column()), SQLDataType.BIGINT).eq(of))
                .and(field(name("deleted_at")).isNull())
                .orderBy(DSL.field(DSL.name(line.position.column())), ID)
                .fetch(ID)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
