package hengke.demo;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Draft;
import hengke.products.BundlePart;
import hengke.products.Price;
import hengke.products.PriceBook;
import hengke.products.Product;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the invented company sells, with prices for good customers and for many at once. */
@Component
final class DemoProducts {
    private static final String CURRENCY = "CNY";

    private static final List<Offer> OFFERS = List.of(
            new Offer("云平台标准版（演示）", "subscription", "user", "1200", "900", "300", "6"),
            new Offer("云平台企业版（演示）", "subscription", "user", "2400", "1900", "620", "6"),
            new Offer("数据中台许可（演示）", "licence", "set", "180000", "150000", "40000", "13"),
            new Offer("智能网关 G2（演示）", "equipment", "unit", "6800", "5600", "3900", "13"),
            new Offer("会议终端 M1（演示）", "equipment", "unit", "12800", "10800", "7600", "13"),
            new Offer("六类网线（演示）", "material", "box", "520", "450", "310", "13"),
            new Offer("实施服务（演示）", "implementation", "day", "3000", "2400", "1500", "6"),
            new Offer("年度维保（演示）", "maintenance", "year", "28000", "22000", "9000", "6"));
    private static final int FULL = 1;
    private static final int GATEWAY = 3;
    private static final int DAYS = 6;

    private final Product product;
    private final BundlePart part;
    private final PriceBook book;
    private final Price price;

    DemoProducts(Product product, BundlePart part, PriceBook book, Price price) {
        this.product = product;
        this.part = part;
        this.book = book;
        this.price = price;
    }

    /** Something on offer; the amounts in yuan, the tax in percent. */
    private record Offer(
            String name, String category, String unit, String price, String floor, String cost, String tax) {}

    /** Answers the products, all but the bundle. */
    List<Long> write(DemoNetwork.Sink sink) {
        List<Long> products =
                sink.write(product, OFFERS.stream().map(this::draft).toList());
        long start = sink.write(
                        product,
                        List.of(draft(Map.of(
                                product.title, "上云起步套餐（演示）",
                                product.kind, "bundle",
                                product.category, "software",
                                product.unit, "set",
                                product.price, yuan("68000"),
                                product.taxRate, new BigDecimal("6")))))
                .getFirst();
        sink.write(
                part,
                List.of(
                        part(start, products.get(FULL), "20"),
                        part(start, products.get(GATEWAY), "2"),
                        part(start, products.get(DAYS), "5")));
        List<Long> books = sink.write(
                book,
                List.of(
                        draft(Map.of(book.title, "A、B 级客户价格（演示）", book.levels, List.of("A", "B"), book.priority, 10L)),
                        draft(Map.of(book.title, "批量采购价（演示）"))));
        sink.write(
                price,
                List.of(
                        price(books.getFirst(), products.get(FULL), "2200", "1"),
                        price(books.getFirst(), products.get(FULL), "2000", "100"),
                        price(books.getFirst(), products.get(GATEWAY), "6200", "1"),
                        price(books.getLast(), products.get(GATEWAY), "6500", "10"),
                        price(books.getLast(), products.get(GATEWAY), "5900", "50")));
        return products;
    }

    private Draft draft(Offer offer) {
        return draft(Map.of(
                product.title,
                offer.name(),
                product.category,
                offer.category(),
                product.unit,
                offer.unit(),
                product.price,
                yuan(offer.price()),
                product.floorPrice,
                yuan(offer.floor()),
                product.cost,
                yuan(offer.cost()),
                product.taxRate,
                new BigDecimal(offer.tax())));
    }

    private Draft part(long bundle, long of, String quantity) {
        return draft(Map.of(part.bundle, bundle, part.product, of, part.quantity, new BigDecimal(quantity)));
    }

    private Draft price(long of, long what, String amount, String from) {
        return draft(Map.of(
                price.book,
                of,
                price.product,
                what,
                price.price,
                yuan(amount),
                price.fromQuantity,
                new BigDecimal(from)));
    }

    private static Money yuan(String amount) {
        return Money.asked(new BigDecimal(amount), CURRENCY);
    }

    private static Draft draft(Map<Field<?>, ? extends Object> values) {
        return Draft.create(new LinkedHashMap<Field<?>, @Nullable Object>(values));
    }
}
