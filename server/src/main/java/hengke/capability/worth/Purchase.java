package hengke.capability.worth;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Its records are deals, unless the company decides otherwise.
 *
 * @param customer who bought
 * @param at when
 * @param amount for how much
 * @param filter which of them count; null for all
 * @param goods what was bought; null where it does not say
 * @param standsIn counts only as long as no other source does, so that nothing counts twice
 */
public record Purchase(
        Field<Long> customer,
        Field<?> at,
        Field<Money> amount,
        @Nullable JsonNode filter,
        PurchaseSource.@Nullable Goods goods,
        boolean standsIn)
        implements Capability {
    @Override
    public String name() {
        return "purchase";
    }

    PurchaseSource of(String object) {
        return new PurchaseSource(object, customer.name(), at.name(), amount.name(), filter, goods);
    }
}
