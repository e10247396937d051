package hengke.products;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.money.ExchangeRate;
import hengke.kernel.money.ExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What products cost a customer on a day. Of the price books that are in use, valid and meant for the customer, one that
 * names the customer comes before one for its level or region, and that before one for everybody; then the smaller
 * priority, then the newer book. In the book the price of the greatest quantity that is reached holds. Where no book has
 * the product in the currency, the list price holds, reckoned by the day's rate if it is in another currency.
 */
@Component
public final class Prices {
    private static final String FOUND = """
            select asked.place, p.price_amount as list, p.price_currency as list_currency,
                   p.floor_price_amount as list_floor, best.*
            from unnest(cast(? as int[]), cast(? as bigint[]), cast(? as numeric[])) as asked(place, product, quantity)
            join product p on p.id = asked.product and p.deleted_at is null
            left join lateral (
                select e.price_amount as price, e.floor_price_amount as floor, e.from_quantity, b.id as book
                from price e
                join price_book b on b.id = e.price_book and b.deleted_at is null and b.active
                left join customer c on c.id = cast(? as bigint)
                where e.product = asked.product and e.deleted_at is null
                  and e.price_currency = ? and e.from_quantity <= asked.quantity
                  and (b.valid_from is null or b.valid_from <= cast(? as date))
                  and (b.valid_until is null or b.valid_until >= cast(? as date))
                  and (coalesce(cardinality(b.customers), 0) = 0 or c.id = any(b.customers))
                  and (coalesce(cardinality(b.levels), 0) = 0 or c.level = any(b.levels))
                  and (b.region is null or c.region like b.region || '%')
                order by coalesce(cardinality(b.customers), 0) > 0 desc,
                         coalesce(cardinality(b.levels), 0) > 0 or b.region is not null desc,
                         b.priority, b.id desc, e.from_quantity desc, e.id desc
                limit 1) best on true
            order by asked.place""";

    /** How many of a product. */
    public record Asked(long product, BigDecimal quantity) {}

    /** Where a price comes from. */
    public enum Origin {
        BOOK,
        LIST,
        /** The list price, reckoned from another currency. */
        RATE
    }

    /**
     * What one costs.
     *
     * @param floor below it approval is needed; null where none is set
     * @param book by which, and from which quantity on; null for the list price
     */
    public record Found(
            long product,
            BigDecimal price,
            @Nullable BigDecimal floor,
            Origin origin,
            @Nullable Long book,
            @Nullable BigDecimal fromQuantity) {}

    /**
     * One statement for all; products that are gone or have no price in the currency are left out.
     *
     * @param customer null: for somebody of whom nothing is known
     * @param rates as they are now
     */
    public List<Found> of(
            DSLContext database,
            ExchangeRates rates,
            @Nullable Long customer,
            String currency,
            LocalDate day,
            List<Asked> asked) {
        Integer[] places = new Integer[asked.size()];
        Long[] products = new Long[asked.size()];
        BigDecimal[] quantities = new BigDecimal[asked.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
            products[i] = asked.get(i).product();
            quantities[i] = asked.get(i).quantity();
        }
        return database.fetch(FOUND, places, products, quantities, customer, currency, day, day).stream()
                .flatMap(row ->
                        found(row, asked.get(row.get("place", Integer.class)).product(), rates, currency, day).stream())
                .toList();
    }

    private static Optional<Found> found(
            Record row, long product, ExchangeRates rates, String currency, LocalDate day) {
        BigDecimal price = row.get("price", BigDecimal.class);
        if (price != null) {
            return Optional.of(new Found(
                    product,
                    price,
                    row.get("floor", BigDecimal.class),
                    Origin.BOOK,
                    row.get("book", Long.class),
                    row.get("from_quantity", BigDecimal.class)));
        }
        BigDecimal list = row.get("list", BigDecimal.class);
        String listCurrency = row.get("list_currency", String.class);
        BigDecimal floor = row.get("list_floor", BigDecimal.class);
        if (list == null || currency.equals(listCurrency)) {
            return Optional.ofNullable(list).map(amount -> new Found(product, amount, floor, Origin.LIST, null, null));
        }
        return rate(rates, listCurrency, day)
                .flatMap(from -> rate(rates, currency, day)
                        .map(to -> new Found(
                                product,
                                converted(list, from, to, currency),
                                floor == null ? null : converted(floor, from, to, currency),
                                Origin.RATE,
                                null,
                                null)));
    }

    /** What one unit of a currency is worth in the company's own. */
    private static Optional<BigDecimal> rate(ExchangeRates rates, String currency, LocalDate day) {
        return currency.equals(rates.base())
                ? Optional.of(BigDecimal.ONE)
                : rates.on(currency, day).map(ExchangeRate::rate);
    }

    /** Once, half up, to the digits of the currency. */
    private static BigDecimal converted(BigDecimal amount, BigDecimal from, BigDecimal to, String currency) {
        return amount.multiply(from).divide(to, Currencies.digits(currency), RoundingMode.HALF_UP);
    }
}
