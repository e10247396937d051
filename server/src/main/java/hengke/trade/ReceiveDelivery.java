package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.DateType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customer has what was sent. */
@Component
@org.springframework.core.annotation.Order(20)
final class ReceiveDelivery extends DeliveryCommand {
    private static final Field<LocalDate> DAY = Field.of("receivedOn", new DateType(), "签收日期", "Received on")
            .required()
            .byDefault(new DefaultValue.Now());

    private final Delivery delivery;

    ReceiveDelivery(Delivery delivery, Access access) {
        super(delivery, access);
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "receive";
    }

    @Override
    public Label label() {
        return new Label("签收", "Received");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(DAY);
    }

    @Override
    List<String> from() {
        return List.of(Delivery.SENT);
    }

    @Override
    Map<Field<?>, @Nullable Object> values(Row input) {
        return Map.of(delivery.status, Delivery.RECEIVED, delivery.receivedOn, input.need(DAY));
    }
}
