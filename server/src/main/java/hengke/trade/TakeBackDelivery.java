package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was sent came back, or never left: it is open again. The delivery stays on record. */
@Component
@org.springframework.core.annotation.Order(21)
final class TakeBackDelivery extends DeliveryCommand {
    private static final Field<String> REASON = Field.of(
                    "reason", new TextualType(TextualType.Form.TEXT, 500), "原因", "Reason")
            .required();

    private final Delivery delivery;

    TakeBackDelivery(Delivery delivery, Access access) {
        super(delivery, access);
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "takeBack";
    }

    @Override
    public Label label() {
        return new Label("退回", "Take back");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(REASON);
    }

    @Override
    public boolean dangerous() {
        return true;
    }

    @Override
    List<String> from() {
        return List.of(Delivery.SENT, Delivery.RECEIVED);
    }

    @Override
    Map<Field<?>, @Nullable Object> values(Row input) {
        return Map.of(delivery.status, Delivery.BACK, delivery.backWhy, input.need(REASON));
    }
}
