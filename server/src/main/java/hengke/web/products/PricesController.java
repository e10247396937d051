package hengke.web.products;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.money.ExchangeRates;
import hengke.kernel.money.LiveRates;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.products.PriceBook;
import hengke.products.Prices;
import hengke.products.Prices.Asked;
import hengke.products.Prices.Found;
import hengke.products.Product;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What products cost a customer, by the price books. */
@RestController
final class PricesController {
    static final int MOST = 500;

    private static final IdType CUSTOMER = new IdType(new IdType.Records("customer"));
    private static final IdType PRODUCT = new IdType(new IdType.Records("product"));
    private static final TextualType CURRENCY = new TextualType(TextualType.Form.TEXT, 3);
    private static final DecimalType QUANTITY =
            new DecimalType(DecimalType.Form.DECIMAL, 3, new BigDecimal("0.001"), new BigDecimal("1e12"));

    private final Prices prices;
    private final Product product;
    private final PriceBook book;
    private final Reading reading;
    private final Access access;
    private final LiveRates rates;
    private final DSLContext database;
    private final Clock clock;

    PricesController(
            Prices prices,
            Product product,
            PriceBook book,
            Reading reading,
            Access access,
            LiveRates rates,
            DSLContext database,
            Clock clock) {
        this.prices = prices;
        this.product = product;
        this.book = book;
        this.reading = reading;
        this.access = access;
        this.rates = rates;
        this.database = database;
        this.clock = clock;
    }

    /** What was asked for, with the prices of the products that have one. */
    record Answer(String currency, LocalDate date, List<Line> lines) {}

    /**
     * The price of one.
     *
     * @param floorPrice null where none is set, or the reader may not know it
     * @param book null for the list price, and for a book that is out of sight
     */
    record Line(
            long product,
            String price,
            @Nullable String floorPrice,
            String origin,
            @Nullable Book book,
            @Nullable String fromQuantity) {}

    record Book(long id, @Nullable String label) {}

    @PostMapping("/api/prices")
    Answer prices(Actor actor, @RequestBody ObjectNode asked) {
        ObjectDefinition products = reading.object(actor, product.name());
        requireRead(actor, products, product.price);
        ExchangeRates now = rates.now();
        Body body = new Body(asked);
        Long customer = body.optional("customer", CUSTOMER).orElse(null);
        String currency = body.optional("currency", CURRENCY).orElse(now.base());
        LocalDate day = body.optional("date", new DateType()).orElse(now.day(clock.instant()));
        List<Asked> lines = new ArrayList<>();
        for (Body line : body.each("lines")) {
            Long wanted = line.required("product", PRODUCT).orElse(0L);
            BigDecimal quantity = line.optional("quantity", QUANTITY).orElse(BigDecimal.ONE);
            line.refuseUnasked();
            lines.add(new Asked(wanted, quantity));
        }
        if (lines.size() > MOST) {
            body.refuse("lines", Message.of("value.tooMany", MOST));
        }
        if (!now.usable().contains(currency)) {
            body.refuse("currency", Message.of("money.notInUse", currency, String.join(" ", now.usable())));
        }
        body.done();
        if (customer != null) {
            reading.row(actor, reading.object(actor, "customer"), customer);
        }
        Set<Long> seen =
                reading
                        .titles(
                                actor,
                                products,
                                lines.stream().map(Asked::product).distinct().toList())
                        .stream()
                        .map(Row::id)
                        .collect(Collectors.toSet());
        List<Found> found = prices.of(
                database,
                now,
                customer,
                currency,
                day,
                lines.stream().filter(line -> seen.contains(line.product())).toList());
        return new Answer(currency, day, shown(actor, products, currency, found));
    }

    private void requireRead(Actor actor, ObjectDefinition object, Field<?> field) {
        if (!access.right(actor, object, field).atLeast(FieldRight.READ)) {
            throw new Refusal.NotFound();
        }
    }

    private List<Line> shown(Actor actor, ObjectDefinition products, String currency, List<Found> found) {
        boolean floors = access.right(actor, products, product.floorPrice).atLeast(FieldRight.READ);
        Map<Long, Book> books = books(actor, found);
        return found.stream()
                .map(each -> new Line(
                        each.product(),
                        money(each.price(), currency),
                        floors && each.floor() != null ? money(each.floor(), currency) : null,
                        each.origin().name().toLowerCase(Locale.ROOT),
                        each.book() == null ? null : books.get(each.book()),
                        each.fromQuantity() == null
                                ? null
                                : each.fromQuantity().stripTrailingZeros().toPlainString()))
                .toList();
    }

    private Map<Long, Book> books(Actor actor, List<Found> found) {
        List<Long> ids = found.stream()
                .map(Found::book)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Book> books = new HashMap<>();
        ObjectDefinition object = reading.catalog().object(book.name());
        if (!ids.isEmpty() && access.may(actor, object, Verb.READ)) {
            reading.titles(actor, object, ids)
                    .forEach(row -> books.put(row.id(), new Book(row.id(), text(reading.title(actor, object, row)))));
        }
        return books;
    }

    private static @Nullable String text(@Nullable Object title) {
        return title == null ? null : title.toString();
    }

    private static String money(BigDecimal amount, String currency) {
        return amount.setScale(Currencies.digits(currency), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
