package hengke.capability.primary;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import java.util.List;

/**
 * Of the records with the same group values exactly one is the default.
 *
 * @param flag says which
 * @param group e.g. the customer, or the customer and the kind of address
 */
public record OnePrimary(Field<Boolean> flag, List<Field<?>> group) implements Capability {
    @Override
    public String name() {
        return "onePrimary";
    }
}
