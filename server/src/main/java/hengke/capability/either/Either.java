package hengke.capability.either;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import java.util.List;

/**
 * At most one of these fields has a value, as a payment is for a contract or for an order.
 *
 * @param among the fields
 * @param needed one of them has
 */
public record Either(List<Field<?>> among, boolean needed) implements Capability {
    public Either {
        among = List.copyOf(among);
    }

    @Override
    public String name() {
        return "either";
    }
}
