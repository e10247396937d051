package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends all that is open of orders; parts of it are sent by writing the delivery with its lines. */
@Component
@org.springframework.core.annotation.Order(11)
final class DeliverOrder implements Command {
    private static final Field<String> CARRIER =
            Field.of("carrier", new TextualType(TextualType.Form.TEXT, 60), "承运方", "Carrier");
    private static final Field<String> TRACKING =
            Field.of("trackingNumber", new TextualType(TextualType.Form.TEXT, 60), "运单号", "Tracking number");

    private final Order order;
    private final Delivery delivery;
    private final LiveCatalog live;
    private final Access access;

    DeliverOrder(Order order, Delivery delivery, LiveCatalog live, Access access) {
        this.order = order;
        this.delivery = delivery;
        this.live = live;
        this.access = access;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public Label label() {
        return new Label("发货", "Deliver");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(order.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(CARRIER, TRACKING);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return access.may(actor, live.current().object(delivery.name()), Verb.CREATE)
                ? Criterion.in(order.status, List.copyOf(Order.DELIVERABLE))
                : Criterion.NEVER;
    }

    @Override
    public Optional<String> makes(ObjectDefinition object) {
        return Optional.of(delivery.name());
    }

    @Override
    public List<Verdict> run(Run run) {
        ObjectDefinition made = live.current().object(delivery.name());
        if (!access.may(run.caller().actor(), made, Verb.CREATE)) {
            Verdict forbidden = new Verdict.Refused(
                    new Refusal.Forbidden(Message.of("records.verb." + Verb.CREATE.wire(), made.label())));
            return run.records().stream().map(_ -> forbidden).toList();
        }
        run.hold();
        Map<Long, Row> rows = new Pages(run.database())
                        .byIds(
                                run.object(),
                                Visibility.EVERYTHING,
                                run.records(),
                                run.object().fields())
                        .stream()
                        .collect(Collectors.toMap(Row::id, row -> row));
        return run.records().stream()
                .map(id -> deliver(run, made, rows.get(id)))
                .toList();
    }

    private Verdict deliver(Run run, ObjectDefinition made, @Nullable Row row) {
        if (row == null) {
            return new Verdict.Refused(new Refusal.NotFound());
        }
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(delivery.order, row.id());
        values.put(delivery.carrier, run.input().get(CARRIER));
        values.put(delivery.trackingNumber, run.input().get(TRACKING));
        return switch (Objects.requireNonNull(
                run.writing().write(made, List.of(Draft.create(values))).getFirst())) {
            case Verdict.Written _ -> new Verdict.Written(row, false);
            case Verdict.Refused refused -> refused;
        };
    }
}
