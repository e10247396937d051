package hengke.trade;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.money.ExchangeRate;
import hengke.kernel.money.ExchangeRates;
import hengke.kernel.money.LiveRates;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.products.Prices;
import hengke.products.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a line takes over from its product when the product is put in: name, unit, tax, price, floor and cost. */
@Component
final class LineProducts {
    private static final String FOUND = """
            select id, name, edition, unit, tax_rate, cost_amount, cost_currency from product where id = any(?)""";
    private static final int DIGITS = 6;

    private final Product product;
    private final Prices prices;
    private final LiveRates rates;
    private final LiveCatalog live;

    LineProducts(Product product, Prices prices, LiveRates rates, LiveCatalog live) {
        this.product = product;
        this.prices = prices;
        this.rates = rates;
        this.live = live;
    }

    /** Two statements for all lines, and one more for each document beyond the first. */
    void fill(Batch batch, TradeLine line, List<Edit> edits, Function<Edit, Terms> terms) {
        List<Edit> put = edits.stream()
                .filter(edit -> edit.after().get(line.product) != null)
                .filter(edit -> edit.action() == Action.CREATE || edit.changes(line.product))
                .toList();
        edits.stream()
                .filter(edit -> edit.after().get(line.product) == null && edit.changes(line.product))
                .forEach(edit ->
                        List.of(line.listPrice, line.floorPrice, line.cost).forEach(field -> edit.set(field, null)));
        if (put.isEmpty()) {
            return;
        }
        ExchangeRates now = rates.held(batch.database());
        Map<Long, Record> known = products(batch, line, put);
        put.forEach(edit -> Optional.ofNullable(known.get(edit.after().need(line.product)))
                .ifPresent(found -> describe(line, edit, found, terms.apply(edit), now)));
        Map<Terms, List<Edit>> alike = new LinkedHashMap<>();
        put.forEach(edit ->
                alike.computeIfAbsent(terms.apply(edit), _ -> new ArrayList<>()).add(edit));
        alike.forEach((those, its) -> price(batch, line, those, its, now));
    }

    private static Map<Long, Record> products(Batch batch, TradeLine line, List<Edit> put) {
        Map<Long, Record> known = new HashMap<>();
        Long[] ids = put.stream()
                .map(edit -> edit.after().need(line.product))
                .distinct()
                .toArray(Long[]::new);
        batch.database().fetch(FOUND, (Object) ids).forEach(row -> known.put(row.get("id", Long.class), row));
        return known;
    }

    private void describe(TradeLine line, Edit edit, Record found, Terms terms, ExchangeRates now) {
        give(edit, line.title, named(found));
        give(edit, line.unit, unit(found.get("unit", String.class)));
        give(edit, line.taxRate, found.get("tax_rate", BigDecimal.class));
        BigDecimal cost = found.get("cost_amount", BigDecimal.class);
        edit.set(
                line.cost,
                cost == null
                        ? null
                        : rate(now, found.get("cost_currency", String.class), terms)
                                .map(rate -> cost.multiply(rate).divide(terms.rate(), DIGITS, RoundingMode.HALF_UP))
                                .orElse(null));
    }

    private static String named(Record found) {
        String edition = found.get("edition", String.class);
        String name = found.get("name", String.class);
        String whole = edition == null ? name : name + " " + edition;
        return whole.length() > 200 ? name : whole;
    }

    /** What a unit is called on the company's paper. */
    private @Nullable String unit(@Nullable String value) {
        return live.current().object(product.name()).field(product.unit.name()).stream()
                .filter(field -> field.type() instanceof ChoiceType)
                .flatMap(field -> ((ChoiceType) field.type()).options().stream())
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .map(label -> label.chinese())
                .findFirst()
                .orElse(value);
    }

    private static Optional<BigDecimal> rate(ExchangeRates now, String currency, Terms terms) {
        return currency.equals(now.base())
                ? Optional.of(BigDecimal.ONE)
                : now.on(currency, terms.date()).map(ExchangeRate::rate);
    }

    /** The price may be agreed by hand; what the books say is kept beside it. */
    private void price(Batch batch, TradeLine line, Terms terms, List<Edit> edits, ExchangeRates now) {
        List<Prices.Asked> asked = edits.stream()
                .map(edit -> new Prices.Asked(
                        edit.after().need(line.product),
                        Objects.requireNonNullElse(edit.after().get(line.quantity), BigDecimal.ONE)))
                .toList();
        List<Prices.Found> found =
                prices.of(batch.database(), now, terms.customer(), terms.currency(), terms.date(), asked);
        int at = 0;
        for (Edit edit : edits) {
            Prices.Found its =
                    at < found.size() && found.get(at).product() == edit.after().need(line.product)
                            ? found.get(at++)
                            : null;
            edit.set(line.listPrice, its == null ? null : scaled(its.price()));
            edit.set(line.floorPrice, its == null || its.floor() == null ? null : scaled(its.floor()));
            give(edit, line.price, its == null ? null : scaled(its.price()));
        }
    }

    private static BigDecimal scaled(BigDecimal price) {
        return price.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** What somebody has said stands. */
    private static <T> void give(Edit edit, Field<T> field, @Nullable T value) {
        if (value != null && (!edit.asked(field) || edit.after().get(field) == null)) {
            edit.set(field, value);
        }
    }
}
