package hengke.trade;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far an order has been delivered is told by its deliveries alone; what was delivered is not cancelled. */
@Component
final class OrderRules implements Rule {
    private final Order order;

    OrderRules(Order order) {
        this.order = order;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(order.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE)
                .filter(edit -> delivered(edit.after().get(order.status)))
                .forEach(edit -> edit.refuse(order.status, Message.of("trade.byDeliveries")));
        List<Edit> moved = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(order.status))
                .toList();
        OpenOrders open = OpenOrders.held(
                batch.database(), moved.stream().map(edit -> edit.after().id()).toList());
        moved.forEach(edit -> keep(batch, edit, open.reached(edit.after().id())));
    }

    private void keep(Batch batch, Edit edit, String reached) {
        String asked = edit.after().get(order.status);
        if (Order.CANCELLED.equals(asked) && delivered(reached)) {
            edit.refuse(order.status, Message.of("trade.deliveredStays"));
        } else if (Order.ACTIVE.equals(asked)
                || delivered(asked) && (batch.caller().unlimited() || edit.back() != null)) {
            edit.set(order.status, reached);
        } else if (delivered(asked) && !reached.equals(asked)) {
            edit.refuse(order.status, Message.of("trade.byDeliveries"));
        }
    }

    private static boolean delivered(@Nullable String status) {
        return Order.PARTIAL.equals(status) || Order.SHIPPED.equals(status);
    }
}
