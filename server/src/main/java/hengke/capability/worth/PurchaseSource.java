package hengke.capability.worth;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which records count as deals: those of one object. Fields by their names.
 *
 * @param customer the reference to whoever bought
 * @param at the day or moment
 * @param amount what it was worth; a negative one takes back from the sum and is no deal of its own
 * @param filter which of them count, over their own values; null for all
 * @param goods where it says what was bought; null where it does not
 */
public record PurchaseSource(
        String object,
        String customer,
        String at,
        String amount,
        @Nullable JsonNode filter,
        @Nullable Goods goods) {

    /** As JSON, no filter may also be a null that is written. */
    public PurchaseSource {
        filter = filter == null || filter.isNull() ? null : filter;
    }

    /**
     * What was bought.
     *
     * @param lines the object of the lines; null when the purchase itself names the product
     * @param purchase the reference of a line to its purchase
     * @param product the field that names it
     * @param amount what was paid for it; null where that is not told
     */
    public record Goods(
            @Nullable String lines,
            @Nullable String purchase,
            String product,
            @Nullable String amount) {}
}
