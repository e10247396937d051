package hengke.products;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What keeps products and prices sensible; the database is asked once for a batch. */
@Component
final class ProductRules implements Rule {
    private static final String PARTS =
            "select distinct product from bundle_part where product = any(?) and deleted_at is null";
    private static final String BUNDLES = "select id from product where id = any(?) and kind = 'bundle'";
    private static final String SINGLES = "select id from product where id = any(?) and kind <> 'bundle'";
    private static final String TAKEN = """
            select id, price_book, product, from_quantity, price_currency from price
            where price_book = any(?) and deleted_at is null""";
    private static final String ONE_AT_A_TIME = """
            select pg_advisory_xact_lock(hashtextextended('prices of book ' || id, 0))
            from unnest(cast(? as bigint[])) id order by id""";
    private static final String HELD = "select id from product where id = any(?) order by id for update";
    private static final long NEW = 0;

    private final Product product;
    private final BundlePart part;
    private final PriceBook book;
    private final Price price;
    private final LiveCatalog live;

    ProductRules(Product product, BundlePart part, PriceBook book, Price price, LiveCatalog live) {
        this.product = product;
        this.part = part;
        this.book = book;
        this.price = price;
        this.live = live;
    }

    /** What has one price. */
    private record Slot(long book, long product, BigDecimal fromQuantity, String currency) {}

    @Override
    public boolean concerns(ObjectDefinition object) {
        return Set.of(product.name(), part.name(), book.name(), price.name()).contains(object.name());
    }

    @Override
    public void before(Batch batch) {
        List<Edit> written = written(batch);
        String object = batch.object().name();
        if (object.equals(product.name())) {
            written.forEach(edit -> {
                checkPrices(edit, product.price, product.floorPrice, product.cost);
                checkDays(edit, product.from, product.until);
            });
            checkNotPart(batch, written);
        } else if (object.equals(book.name())) {
            written.forEach(edit -> checkDays(edit, book.from, book.until));
        } else if (object.equals(price.name())) {
            written.forEach(edit -> {
                checkPrices(edit, price.price, price.floorPrice);
                checkQuantity(edit, price.fromQuantity);
            });
            checkOnce(batch, written);
        } else {
            written.forEach(edit -> checkQuantity(edit, part.quantity));
            checkParts(batch, written);
        }
    }

    /** What has parts is a bundle. */
    @Override
    public void after(Batch batch) {
        if (!batch.object().name().equals(part.name())) {
            return;
        }
        List<Draft> becoming = those(batch, SINGLES, ids(written(batch), part.bundle)).stream()
                .sorted()
                .map(id -> Draft.update(id, null, Map.of(product.kind, Product.BUNDLE)))
                .toList();
        if (!becoming.isEmpty()) {
            batch.nested().write(live.current().object(product.name()), becoming);
        }
    }

    /** No price is below zero, and all are in one currency. */
    @SafeVarargs
    private static void checkPrices(Edit edit, Field<Money> of, Field<Money>... beside) {
        Money its = edit.after().get(of);
        Stream.concat(Stream.of(of), Stream.of(beside)).forEach(field -> {
            Money money = edit.after().get(field);
            if (money != null && money.amount().signum() < 0) {
                edit.refuse(field, Message.of("products.negative"));
            } else if (money != null && its != null && !money.currency().equals(its.currency())) {
                edit.refuse(field, Message.of("products.otherCurrency", its.currency()));
            }
        });
    }

    private static void checkDays(Edit edit, Field<LocalDate> from, Field<LocalDate> until) {
        LocalDate first = edit.after().get(from);
        LocalDate last = edit.after().get(until);
        if (first != null && last != null && last.isBefore(first)) {
            edit.refuse(until, Message.of("products.endsBeforeItBegins"));
        }
    }

    private static void checkQuantity(Edit edit, Field<BigDecimal> quantity) {
        BigDecimal many = edit.after().get(quantity);
        if (many != null && many.signum() <= 0) {
            edit.refuse(quantity, Message.of("products.noQuantity"));
        }
    }

    /**
     * No part is a bundle, and no bundle is a part: so nothing is part of itself, and a bundle is read in one step. The
     * products are held, so that of two who make each the part of the other at once one is told.
     */
    private void checkParts(Batch batch, List<Edit> written) {
        those(
                batch,
                HELD,
                Stream.of(ids(written, part.bundle), ids(written, part.product))
                        .flatMap(Stream::of)
                        .toArray(Long[]::new));
        Set<Long> bundles = those(batch, BUNDLES, ids(written, part.product));
        Set<Long> becoming = Set.of(ids(written, part.bundle));
        Set<Long> parts = those(batch, PARTS, ids(written, part.bundle));
        for (Edit edit : written) {
            Long contained = edit.after().get(part.product);
            if (contained != null && (bundles.contains(contained) || becoming.contains(contained))) {
                edit.refuse(part.product, Message.of("products.bundleInBundle"));
            }
            Long bundle = edit.after().get(part.bundle);
            if (bundle != null && parts.contains(bundle)) {
                edit.refuse(part.bundle, Message.of("products.isPart"));
            }
        }
    }

    /** A product of which a bundle has some does not become a bundle. */
    private void checkNotPart(Batch batch, List<Edit> written) {
        List<Edit> becoming = written.stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(product.kind))
                .filter(edit -> Product.BUNDLE.equals(edit.after().get(product.kind)))
                .toList();
        Set<Long> parts = those(
                batch, PARTS, becoming.stream().map(edit -> edit.after().id()).toArray(Long[]::new));
        becoming.stream()
                .filter(edit -> parts.contains(edit.after().id()))
                .forEach(edit -> edit.refuse(product.kind, Message.of("products.isPart")));
    }

    /** In a book a product has one price from each quantity on, in each currency; of two who add it at once one is told. */
    private void checkOnce(Batch batch, List<Edit> written) {
        List<Edit> whole = written.stream()
                .filter(edit -> Stream.of(price.book, price.product, price.fromQuantity, price.price)
                        .allMatch(field -> edit.after().get(field) != null))
                .toList();
        Long[] books = ids(whole, price.book);
        if (books.length == 0) {
            return;
        }
        batch.database().execute(ONE_AT_A_TIME, (Object) books);
        Map<Slot, Long> taken = new HashMap<>();
        batch.database()
                .fetch(TAKEN, (Object) books)
                .forEach(row -> taken.put(
                        new Slot(
                                row.get("price_book", Long.class),
                                row.get("product", Long.class),
                                row.get("from_quantity", BigDecimal.class).stripTrailingZeros(),
                                row.get("price_currency", String.class)),
                        row.get("id", Long.class)));
        for (Edit edit : whole) {
            long id = edit.action() == Action.CREATE ? NEW : edit.after().id();
            Long other = taken.putIfAbsent(slot(edit.after()), id);
            if (other != null && (id == NEW || other != id)) {
                edit.refuse(price.fromQuantity, Message.of("products.priceTwice"));
            }
        }
    }

    private Slot slot(Row row) {
        return new Slot(
                row.need(price.book),
                row.need(price.product),
                row.need(price.fromQuantity).stripTrailingZeros(),
                row.need(price.price).currency());
    }

    private static List<Edit> written(Batch batch) {
        return batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
    }

    private static Long[] ids(List<Edit> edits, Field<Long> reference) {
        return edits.stream()
                .map(edit -> edit.after().get(reference))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
    }

    private static Set<Long> those(Batch batch, String sql, Long[] ids) {
        return ids.length == 0
                ? Set.of()
                : Set.copyOf(batch.database().fetch(sql, (Object) ids).getValues(0, Long.class));
    }
}
