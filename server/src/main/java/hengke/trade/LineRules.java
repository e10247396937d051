package hengke.trade;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.money.LiveRates;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills in lines from their products, and reckons what they come to. */
@Component
final class LineRules implements Rule {
    private final Map<String, TradeLine> lines;
    private final LineProducts products;
    private final LiveCatalog live;
    private final LiveRates rates;

    LineRules(ObjectProvider<TradeLine> lines, LineProducts products, LiveCatalog live, LiveRates rates) {
        this.lines = lines.stream().collect(Collectors.toUnmodifiableMap(TradeLine::name, Function.identity()));
        this.products = products;
        this.live = live;
        this.rates = rates;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return lines.containsKey(object.name());
    }

    @Override
    public void before(Batch batch) {
        TradeLine line = Objects.requireNonNull(lines.get(batch.object().name()));
        List<Edit> within = batch.open().stream()
                .filter(edit -> edit.after().get(line.document) != null)
                .toList();
        if (within.isEmpty()) {
            return;
        }
        ObjectDefinition document = document(line);
        String base = rates.held(batch.database()).base();
        Map<Long, Terms> terms = Terms.of(
                batch.database(),
                document,
                base,
                within.stream()
                        .flatMap(edit -> documents(line, edit))
                        .distinct()
                        .toList());
        Function<Edit, @Nullable Terms> its = edit -> terms.get(edit.after().need(line.document));
        within.forEach(edit -> keepClosed(batch, line, document, edit, terms));
        List<Edit> open = within.stream()
                .filter(edit -> !edit.refused() && edit.action() != Action.DELETE && its.apply(edit) != null)
                .toList();
        products.fill(batch, line, open, edit -> Objects.requireNonNull(its.apply(edit)));
        open.forEach(edit -> reckon(line, edit, Objects.requireNonNull(its.apply(edit)), base));
    }

    private ObjectDefinition document(TradeLine line) {
        return live.current()
                .targets(live.current()
                        .object(line.name())
                        .field(TradeLine.DOCUMENT)
                        .orElseThrow())
                .getFirst();
    }

    /** Lines of what has left the house stay as they are; the product itself may keep them right. */
    private static void keepClosed(
            Batch batch, TradeLine line, ObjectDefinition document, Edit edit, Map<Long, Terms> terms) {
        boolean closed = documents(line, edit).map(terms::get).anyMatch(its -> its != null && !its.open());
        if (closed && !batch.caller().unlimited()) {
            edit.refuse(line.document, Message.of("trade.closed", document.label()));
        }
    }

    /** The one it belongs to, and the one it belonged to before. */
    private static Stream<Long> documents(TradeLine line, Edit edit) {
        return Stream.of(edit.before(), edit.after())
                .map(row -> row.get(line.document))
                .filter(Objects::nonNull)
                .distinct();
    }

    private static void reckon(TradeLine line, Edit edit, Terms terms, String base) {
        BigDecimal quantity = edit.after().get(line.quantity);
        BigDecimal price = edit.after().get(line.price);
        if (quantity == null || price == null) {
            return; // refused as required
        }
        if (quantity.signum() <= 0) {
            edit.refuse(line.quantity, Message.of("products.noQuantity"));
            return;
        }
        if (price.signum() < 0) {
            edit.refuse(line.price, Message.of("products.negative"));
            return;
        }
        int digits = Currencies.digits(terms.currency());
        LineAmounts amounts = LineAmounts.of(
                quantity,
                price,
                orZero(edit.after(), line.discount),
                orZero(edit.after(), line.taxRate),
                terms.taxIncluded(),
                digits);
        Worth worth = new Worth(terms, base);
        if (!worth.fits(amounts.amount())) {
            edit.refuse(line.quantity, Message.of("trade.tooMuch"));
            return;
        }
        Money amount = worth.of(amounts.amount());
        Money net = worth.of(amounts.net());
        edit.set(line.amount, amount);
        edit.set(line.net, net);
        edit.set(
                line.tax,
                new Money(amounts.tax(), terms.currency(), amount.worth().subtract(net.worth())));
        edit.set(
                line.costAmount,
                Optional.ofNullable(edit.after().get(line.cost))
                        .map(cost -> worth.of(cost.multiply(quantity).setScale(digits, RoundingMode.HALF_UP)))
                        .orElse(null));
        if (line instanceof OrderLine ordered) {
            edit.set(ordered.held, Order.CANCELLED.equals(terms.status()) ? BigDecimal.ZERO.setScale(4) : quantity);
        }
    }

    /** Amounts in the document's currency with what they are worth by its rate, each converted once. */
    private record Worth(Terms terms, String base) {
        Money of(BigDecimal amount) {
            return new Money(amount, terms.currency(), inBase(amount));
        }

        boolean fits(BigDecimal amount) {
            return amount.compareTo(MoneyType.LIMIT) < 0 && inBase(amount).compareTo(MoneyType.LIMIT) < 0;
        }

        private BigDecimal inBase(BigDecimal amount) {
            return terms.currency().equals(base)
                    ? amount
                    : amount.multiply(terms.rate()).setScale(Currencies.digits(base), RoundingMode.HALF_UP);
        }
    }

    private static BigDecimal orZero(Row row, Field<BigDecimal> field) {
        return Objects.requireNonNullElse(row.get(field), BigDecimal.ZERO);
    }
}
