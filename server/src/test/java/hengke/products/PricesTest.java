package hengke.products;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Products, price books, and what a customer pays by them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PricesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static int made;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_book_that_fits_the_customer_best_holds_and_in_it_the_quantity_that_is_reached() {
        long pump = product("100");
        long anyone = customer("\"level\":\"C\"");
        long good = customer("\"level\":\"A\",\"region\":\"330106\"");
        long named = customer("\"level\":\"A\"");
        assertThat(price(anyone, pump, "1").path("origin").asString()).isEqualTo("list");

        long everybody = book("\"priority\":1");
        price(everybody, pump, "95", "1");
        price(everybody, pump, "90", "10");
        long levels = book("\"levels\":[\"A\",\"B\"],\"priority\":500");
        price(levels, pump, "80", "1");
        long hangzhou = book("\"region\":\"3301\",\"priority\":400");
        price(hangzhou, pump, "75", "1");
        long only = book("\"customers\":[%d],\"priority\":900".formatted(named));
        price(only, pump, "70", "1");
        price(only, pump, "60", "100");

        assertThat(amount(anyone, pump, "9.999")).isEqualTo("95.00");
        assertThat(amount(anyone, pump, "10")).isEqualTo("90.00");
        assertThat(amount(good, pump, "50")).isEqualTo("75.00");
        assertThat(amount(named, pump, "99")).isEqualTo("70.00");
        JsonNode bulk = price(named, pump, "100");
        assertThat(bulk.path("price").asString()).isEqualTo("60.00");
        assertThat(bulk.path("fromQuantity").asString()).isEqualTo("100");
        assertThat(bulk.at("/book/id").asLong()).isEqualTo(only);
        // nobody in particular
        assertThat(amount(null, pump, "1")).isEqualTo("95.00");
        // below the quantity of its own book the next one holds
        long seldom = product("100");
        price(only, seldom, "50", "10");
        price(everybody, seldom, "99", "1");
        assertThat(amount(named, seldom, "9")).isEqualTo("99.00");
    }

    @Test
    void a_book_holds_from_its_first_day_to_its_last_and_only_while_it_is_in_use() {
        long valve = product("40");
        long book = book("\"validFrom\":\"2026-03-01\",\"validUntil\":\"2026-03-31\"");
        price(book, valve, "30", "1");
        assertThat(on("2026-02-28", valve)).isEqualTo("40.00");
        assertThat(on("2026-03-01", valve)).isEqualTo("30.00");
        assertThat(on("2026-03-31", valve)).isEqualTo("30.00");
        assertThat(on("2026-04-01", valve)).isEqualTo("40.00");
        admin.patch("/api/records/price-book/" + book, "{\"active\":false,\"version\":1}")
                .expect(200);
        assertThat(on("2026-03-15", valve)).isEqualTo("40.00");
    }

    @Test
    void in_another_currency_a_book_holds_or_the_rate_of_the_day() {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", "{\"version\":%d,\"values\":{\"money.active\":[\"USD\"]}}".formatted(version))
                .expect(200);
        long next = admin.get("/api/settings").expect(200).number("/version");
        admin.post("/api/settings/rates", """
                        {"version":%d,"currency":"USD","from":"2026-01-01","rate":"8"}""".formatted(next)).expect(200);
        long valve = product("40.10");
        JsonNode reckoned = asked("\"currency\":\"USD\"", valve);
        assertThat(reckoned.path("origin").asString()).isEqualTo("rate");
        // 40.10 / 8 = 5.0125
        assertThat(reckoned.path("price").asString()).isEqualTo("5.01");
        long book = book("");
        admin.post("/api/records/price", """
                        {"priceBook":%d,"product":%d,"price":{"amount":"4.50","currency":"USD"}}""".formatted(book, valve)).expect(201);
        assertThat(asked("\"currency\":\"USD\"", valve).path("price").asString())
                .isEqualTo("4.50");
        assertThat(asked("", valve).path("price").asString()).isEqualTo("40.10");
        assertThat(admin.post("/api/prices", "{\"currency\":\"XXX\",\"lines\":[]}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("currency");
    }

    @Test
    void prices_and_parts_that_make_no_sense_are_refused_at_their_field() {
        refused("product", "\"name\":\"坏\",\"price\":\"-1\"", "price");
        refused("product", "\"name\":\"坏\",\"price\":\"10\",\"taxRate\":\"101\"", "taxRate");
        refused(
                "product",
                "\"name\":\"坏\",\"price\":\"1\",\"validFrom\":\"2026-02-01\",\"validUntil\":\"2026-01-01\"",
                "validUntil");
        long single = product("10");
        long bundle = product("15");
        long another = made("product", "\"name\":\"另一套餐\",\"price\":\"15\",\"kind\":\"bundle\"");
        made("bundle-part", "\"bundle\":%d,\"product\":%d,\"quantity\":\"2\"".formatted(bundle, single));
        assertThat(admin.get("/api/records/product/" + bundle).text("/kind")).isEqualTo("bundle");
        refused("bundle-part", "\"bundle\":%d,\"product\":%d".formatted(single, product("1")), "bundle");
        refused("bundle-part", "\"bundle\":%d,\"product\":%d".formatted(another, another), "product");
        refused("bundle-part", "\"bundle\":%d,\"product\":%d".formatted(bundle, another), "product");
        refused("bundle-part", "\"bundle\":%d,\"product\":%d,\"quantity\":\"0\"".formatted(bundle, single), "quantity");
        long book = book("");
        price(book, single, "9", "1");
        refused("price", "\"priceBook\":%d,\"product\":%d,\"price\":\"8\"".formatted(book, single), "fromQuantity");
        // a product of which a bundle has some cannot become a bundle itself
        admin.patch("/api/records/product/" + single, "{\"kind\":\"bundle\",\"version\":1}")
                .expect(422);
    }

    @Test
    void of_two_who_make_each_a_part_of_the_other_at_once_one_is_told() {
        for (int attempt = 0; attempt < 8; attempt++) {
            long one = product("1");
            long other = product("2");
            List<CompletableFuture<Integer>> both = Stream.of(List.of(one, other), List.of(other, one))
                    .map(pair -> CompletableFuture.supplyAsync(() -> admin.post(
                                    "/api/records/bundle-part",
                                    "{\"bundle\":%d,\"product\":%d}".formatted(pair.getFirst(), pair.getLast()))
                            .status()))
                    .toList();
            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 422);
        }
    }

    @Test
    void who_may_not_know_floor_prices_and_books_is_told_the_price_alone() {
        long pump = made("product", "\"name\":\"泵\",\"price\":\"10\",\"floorPrice\":\"8\"");
        long hidden = product("7");
        price(book(""), pump, "9", "1");
        long role = admin.post("/api/roles", """
                        {"name":"报价员","grants":[{"object":"product","verb":"read","scope":"filter",
                          "filter":{"field":"price","op":"ge","value":"8"}}],
                         "fields":[{"object":"product","field":"floorPrice","right":"hidden"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"quoter","name":"报价员","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        ApiClient quoter = new ApiClient(application).signIn("quoter", PASSWORD);
        JsonNode lines = quoter.post(
                        "/api/prices", "{\"lines\":[{\"product\":%d},{\"product\":%d}]}".formatted(pump, hidden))
                .expect(200)
                .body()
                .path("lines");
        assertThat(lines.size()).isEqualTo(1);
        assertThat(lines.at("/0/price").asString()).isEqualTo("9.00");
        assertThat(lines.at("/0/floorPrice").isNull()).isTrue();
        assertThat(lines.at("/0/book").isNull()).isTrue();
        quoter.post("/api/prices", "{\"customer\":%d,\"lines\":[]}".formatted(customer("")))
                .expect(404);
    }

    private static long made(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .number("/id");
    }

    private static void refused(String object, String values, String field) {
        assertThat(admin.post("/api/records/" + object, "{" + values + "}")
                        .expect(422)
                        .body()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly(field);
    }

    private static long product(String price) {
        return made("product", "\"name\":\"产品 %d\",\"price\":\"%s\"".formatted(++made, price));
    }

    private static long customer(String values) {
        return made("customer", "\"name\":\"第 %d 家公司\"%s".formatted(++made, values.isEmpty() ? "" : "," + values));
    }

    private static long book(String values) {
        return made("price-book", "\"name\":\"价格表 %d\"%s".formatted(++made, values.isEmpty() ? "" : "," + values));
    }

    private static void price(long book, long product, String price, String from) {
        made(
                "price",
                "\"priceBook\":%d,\"product\":%d,\"price\":\"%s\",\"fromQuantity\":\"%s\""
                        .formatted(book, product, price, from));
    }

    private static JsonNode price(Long customer, long product, String quantity) {
        return lines("\"customer\":" + customer, product, quantity);
    }

    private static String amount(Long customer, long product, String quantity) {
        return price(customer, product, quantity).path("price").asString();
    }

    private static String on(String day, long product) {
        return lines("\"date\":\"" + day + "\"", product, "1").path("price").asString();
    }

    private static JsonNode asked(String more, long product) {
        return lines(more.isEmpty() ? "\"customer\":null" : more, product, "1");
    }

    private static JsonNode lines(String more, long product, String quantity) {
        return admin.post(
                        "/api/prices",
                        "{%s,\"lines\":[{\"product\":%d,\"quantity\":\"%s\"}]}".formatted(more, product, quantity))
                .expect(200)
                .body()
                .at("/lines/0");
    }
}
