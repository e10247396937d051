package hengke.trade;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What of orders is still to be delivered, held so that of several who deliver the same each sees what the others did. */
final class OpenOrders {
    private static final String HELD =
            "select id, status from \"order\" where id = any(?) order by id for no key update";
    private static final String LINES = """
            select id, document, product, name, unit, quantity, coalesce(delivered, 0) delivered from order_line
            where document = any(?) and deleted_at is null order by document, position, id""";

    private final Map<Long, String> statuses = new LinkedHashMap<>();
    private final Map<Long, Line> lines = new LinkedHashMap<>();

    /** A line of an order. */
    record Line(
            long id,
            long order,
            @Nullable Long product,
            String name,
            @Nullable String unit,
            BigDecimal quantity,
            BigDecimal delivered) {
        BigDecimal open() {
            return quantity.subtract(delivered);
        }
    }

    static OpenOrders held(DSLContext database, Collection<Long> orders) {
        OpenOrders open = new OpenOrders();
        Long[] ids = orders.stream().distinct().sorted().toArray(Long[]::new);
        if (ids.length > 0) {
            database.fetch(HELD, (Object) ids)
                    .forEach(row -> open.statuses.put(row.get("id", Long.class), row.get("status", String.class)));
            database.fetch(LINES, (Object) ids)
                    .forEach(row -> open.lines.put(
                            row.get("id", Long.class),
                            new Line(
                                    row.get("id", Long.class),
                                    row.get("document", Long.class),
                                    row.get("product", Long.class),
                                    row.get("name", String.class),
                                    row.get("unit", String.class),
                                    row.get("quantity", BigDecimal.class),
                                    row.get("delivered", BigDecimal.class))));
        }
        return open;
    }

    /** Is it under way, so that something may leave the house? */
    boolean underWay(long order) {
        return Order.DELIVERABLE.contains(Objects.requireNonNullElse(statuses.get(order), ""));
    }

    String status(long order) {
        return Objects.requireNonNullElse(statuses.get(order), "");
    }

    @Nullable
    Line line(long id) {
        return lines.get(id);
    }

    Stream<Line> of(long order) {
        return lines.values().stream().filter(line -> line.order() == order);
    }

    List<Line> open(long order) {
        return of(order).filter(line -> line.open().signum() > 0).toList();
    }

    /** How far an order that is under way has been delivered. */
    String reached(long order) {
        if (of(order).noneMatch(line -> line.delivered().signum() > 0)) {
            return Order.ACTIVE;
        }
        return open(order).isEmpty() ? Order.SHIPPED : Order.PARTIAL;
    }
}
