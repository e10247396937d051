package hengke.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotes with their lines, their editions, and the orders made of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuoteTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = created("customer", "\"name\":\"华东泵业\"").path("id").asLong();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_quote_is_written_with_its_lines_and_is_their_sum_to_the_cent() {
        long pump = product("循环泵", "33.33", "20");
        JsonNode quote = quote(
                "{\"product\":%d,\"quantity\":3},{\"name\":\"上门安装\",\"price\":\"100\",\"taxRate\":6,\"discount\":15}"
                        .formatted(pump));
        assertThat(quote.at("/lines/0/name").asString()).isEqualTo("循环泵");
        assertThat(quote.at("/lines/0/unit").asString()).isEqualTo("个");
        assertThat(number(quote, "/lines/0/price")).isEqualByComparingTo("33.33");
        assertThat(number(quote, "/lines/0/taxRate")).isEqualByComparingTo("13");
        assertThat(quote.at("/lines/0/amount/amount").asString()).isEqualTo("99.99");
        assertThat(quote.at("/lines/1/amount/amount").asString()).isEqualTo("85.00");
        assertThat(quote.at("/total/amount").asString()).isEqualTo("184.99");
        assertThat(quote.at("/net/amount").asString()).isEqualTo("168.68");
        assertThat(quote.at("/tax/amount").asString()).isEqualTo("16.31");
        assertThat(quote.at("/cost/amount").asString()).isEqualTo("60.00");
        assertThat(quote.at("/validUntil").asString()).isNotEmpty();
        // read again: the same
        JsonNode read = admin.get("/api/records/quote/" + quote.path("id").asLong())
                .expect(200)
                .body();
        assertThat(read.path("lines")).isEqualTo(quote.path("lines"));
        assertThat(read.path("total")).isEqualTo(quote.path("total"));
        assertThat(read.path("version")).isEqualTo(quote.path("version"));
    }

    @Test
    void lines_are_changed_taken_out_put_in_and_moved_in_one_step_and_back() {
        JsonNode quote =
                quote("{\"name\":\"一\",\"price\":1},{\"name\":\"二\",\"price\":2},{\"name\":\"三\",\"price\":3}");
        long second = quote.at("/lines/1/id").asLong();
        long third = quote.at("/lines/2/id").asLong();
        ApiClient.Answer changed = change(
                quote,
                "\"lines\":[{\"id\":%d},{\"name\":\"四\",\"price\":4},{\"id\":%d,\"quantity\":5}]"
                        .formatted(third, second));
        assertThat(names(changed.body())).containsExactly("三", "四", "二");
        assertThat(changed.text("/total/amount")).isEqualTo("17.00");
        assertThat(changed.number("/version"))
                .isGreaterThan(quote.path("version").asLong());
        // who saw the quote as it was does not write over it, and is told the lines as they are
        JsonNode stale = admin.patch(
                        "/api/records/quote/" + quote.path("id").asLong(),
                        "{\"version\":%d,\"lines\":[]}"
                                .formatted(quote.path("version").asLong()))
                .expect(409)
                .body();
        assertThat(stale.path("code").asString()).isEqualTo("stale");
        assertThat(names(stale.path("current"))).containsExactly("三", "四", "二");
        // a line of another quote is none of this one
        JsonNode other = quote("{\"name\":\"别的\",\"price\":9}");
        assertThat(admin.patch(
                                "/api/records/quote/" + other.path("id").asLong(),
                                "{\"version\":%d,\"lines\":[{\"id\":%d}]}"
                                        .formatted(other.path("version").asLong(), third))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("lines[0].id");
        admin.post(
                        "/api/operations/"
                                + changed.response()
                                        .headers()
                                        .firstValue("Hengke-Operation")
                                        .orElseThrow() + "/undo",
                        "{}")
                .expect(200);
        JsonNode back = read("quote", quote.path("id").asLong());
        assertThat(names(back)).containsExactlyInAnyOrder("一", "二", "三");
        assertThat(back.at("/total/amount").asString()).isEqualTo("6.00");
    }

    @Test
    void what_is_wrong_with_a_line_is_told_at_its_place_and_nothing_is_kept() {
        long before = count("quote");
        JsonNode refused = admin.post("/api/records/quote", """
                {"customer":%d,"lines":[{"name":"好","price":1},{"name":"坏","price":-1},{"price":1},{"name":"多","price":1,"quantity":0}]}""".formatted(customer))
                .expect(422)
                .body();
        assertThat(refused.at("/errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("lines[1].price", "lines[2].name", "lines[3].quantity");
        assertThat(admin.post(
                                "/api/records/quote",
                                "{\"customer\":%d,\"lines\":[{\"nosuch\":1}],\"other\":2}".formatted(customer))
                        .expect(422)
                        .body()
                        .at("/errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("lines[0].nosuch", "other");
        assertThat(count("quote")).isEqualTo(before);
    }

    @Test
    void what_was_sent_stays_as_it_was_and_a_new_edition_takes_its_place() {
        JsonNode quote = quote("{\"name\":\"服务\",\"price\":500}");
        long id = quote.path("id").asLong();
        JsonNode sent = change(quote, "\"status\":\"sent\"").body();
        assertThat(admin.patch(
                                "/api/records/quote/" + id,
                                "{\"version\":%d,\"lines\":[]}"
                                        .formatted(sent.path("version").asLong()))
                        .expect(422)
                        .text("/errors/0/field"))
                .startsWith("lines");
        assertThat(admin.patch(
                                "/api/records/quote/" + id,
                                "{\"version\":%d,\"taxIncluded\":false}"
                                        .formatted(sent.path("version").asLong()))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("taxIncluded");
        admin.patch(
                        "/api/records/quote-line/" + sent.at("/lines/0/id").asLong(),
                        "{\"version\":%d,\"price\":1}"
                                .formatted(sent.at("/lines/0/version").asLong()))
                .expect(422);
        admin.post("/api/records/quote/" + id + "/commands/revise", "{}").expect(200);
        JsonNode old = read("quote", id);
        assertThat(old.path("status").asString()).isEqualTo("superseded");
        JsonNode next = read("quote", newest("quote", "previous", id));
        assertThat(next.path("number").asString()).isEqualTo(old.path("number").asString() + "-2");
        assertThat(next.path("edition").asLong()).isEqualTo(2);
        assertThat(next.path("status").asString()).isEqualTo("draft");
        assertThat(next.path("total")).isEqualTo(old.path("total"));
        assertThat(admin.post("/api/records/quote/" + id + "/commands/revise", "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("notRevisable");
    }

    @Test
    void an_order_takes_what_is_left_of_a_quote_and_all_together_never_more() {
        JsonNode quote =
                quote("{\"name\":\"阀门\",\"price\":10,\"quantity\":100},{\"name\":\"弯头\",\"price\":1,\"quantity\":7}");
        long id = quote.path("id").asLong();
        change(quote, "\"status\":\"sent\"");
        admin.post("/api/records/quote/" + id + "/commands/order", "{}").expect(200);
        assertThat(read("quote", id).path("status").asString()).isEqualTo("accepted");
        JsonNode order = read("order", newest("order", "quote", id));
        assertThat(order.at("/total/amount").asString()).isEqualTo("1007.00");
        assertThat(admin.post("/api/records/quote/" + id + "/commands/order", "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("noLines");
        // part of it only
        long first = order.at("/lines/0/id").asLong();
        JsonNode less = admin.patch(
                        "/api/records/order/" + order.path("id").asLong(),
                        "{\"version\":%d,\"lines\":[{\"id\":%d,\"quantity\":30}]}"
                                .formatted(order.path("version").asLong(), first))
                .expect(200)
                .body();
        assertThat(less.at("/total/amount").asString()).isEqualTo("300.00");
        admin.post("/api/records/quote/" + id + "/commands/order", "{}").expect(200);
        JsonNode rest = read("order", newest("order", "quote", id));
        assertThat(number(rest, "/lines/0/quantity")).isEqualByComparingTo("70");
        assertThat(number(rest, "/lines/1/quantity")).isEqualByComparingTo("7");
        JsonNode refused = admin.patch(
                        "/api/records/order/" + rest.path("id").asLong(),
                        "{\"version\":%d,\"lines\":[{\"id\":%d,\"quantity\":71}]}"
                                .formatted(
                                        rest.path("version").asLong(),
                                        rest.at("/lines/0/id").asLong()))
                .expect(422)
                .body();
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("lines[0].quantity");
        // a cancelled order gives it back
        admin.patch(
                        "/api/records/order/" + rest.path("id").asLong(),
                        "{\"version\":%d,\"status\":\"cancelled\"}"
                                .formatted(rest.path("version").asLong()))
                .expect(200);
        assertThat(number(read("quote", id), "/lines/0/ordered")).isEqualByComparingTo("30");
        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> admin.post("/api/records/quote/" + id + "/commands/order", "{}")
                                .status()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(number(read("quote", id), "/lines/0/ordered")).isEqualByComparingTo("100");
    }

    @Test
    void amounts_in_another_currency_are_converted_once_by_the_rate_of_the_quote_s_day() {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", "{\"version\":%d,\"values\":{\"money.active\":[\"USD\"]}}".formatted(version))
                .expect(200);
        for (String[] rate : new String[][] {{"2026-01-01", "7.1"}, {"2026-02-01", "7.3333"}}) {
            long next = admin.get("/api/settings").expect(200).number("/version");
            admin.post(
                            "/api/settings/rates",
                            "{\"version\":%d,\"currency\":\"USD\",\"from\":\"%s\",\"rate\":\"%s\"}"
                                    .formatted(next, rate[0], rate[1]))
                    .expect(200);
        }
        JsonNode quote = created(
                "quote",
                "\"customer\":%d,\"currency\":\"USD\",\"date\":\"2026-01-31\",\"lines\":[{\"name\":\"a\",\"price\":\"1.05\",\"taxRate\":13},{\"name\":\"b\",\"price\":\"2.07\",\"taxRate\":13}]"
                        .formatted(customer));
        assertThat(quote.at("/total/amount").asString()).isEqualTo("3.12");
        assertThat(quote.at("/total/currency").asString()).isEqualTo("USD");
        // 1.05 × 7.1 = 7.455 → 7.46; 2.07 × 7.1 = 14.697 → 14.70
        assertThat(quote.at("/total/base").asString()).isEqualTo("22.16");
        JsonNode later = change(quote, "\"date\":\"2026-02-01\"").body();
        assertThat(later.at("/total/base").asString()).isEqualTo("22.88");
        JsonNode without = change(later, "\"taxIncluded\":false").body();
        assertThat(without.at("/net/amount").asString()).isEqualTo("3.12");
        assertThat(without.at("/total/amount").asString()).isEqualTo("3.53");
        assertThat(new BigDecimal(without.at("/net/base").asString())
                        .add(new BigDecimal(without.at("/tax/base").asString())))
                .isEqualByComparingTo(without.at("/total/base").asString());
        admin.post("/api/records/quote", "{\"customer\":%d,\"currency\":\"XAF\"}".formatted(customer))
                .expect(422);
    }

    @Test
    void a_quote_on_paper_says_what_its_reader_may_see_and_can_be_searched() throws Exception {
        long pump = product("金额方案 <b>&", "88", "20");
        JsonNode quote = created(
                "quote",
                "\"customer\":%d,\"name\":\"第一期\",\"terms\":\"预付 30%%；{customer.name} 收\",\"lines\":[{\"product\":%d,\"quantity\":2}]"
                        .formatted(customer, pump));
        byte[] pdf = admin.download("/api/records/quote/" + quote.path("id").asLong() + "/paper");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("报价单", quote.path("number").asString(), "华东泵业", "金额方案 <b>&", "¥176.00", "壹佰柒拾陆元整")
                    .contains("预付 30%")
                    .doesNotContain("成本", "毛利", "20.00");
        }
        admin.get("/api/records/customer/" + customer + "/paper").expect(404);
    }

    @Test
    void a_quote_leaves_as_it_is_with_its_paper_and_a_link_and_its_owner_hears_when_it_is_opened() throws Exception {
        long contact = created(
                        "contact", "\"customer\":%d,\"name\":\"沈工\",\"email\":\"shen@example.com\"".formatted(customer))
                .path("id")
                .asLong();
        long pump = product("出价的泵", "88", "21.37");
        JsonNode quote = created(
                "quote",
                "\"customer\":%d,\"contact\":%d,\"lines\":[{\"product\":%d,\"quantity\":2}]"
                        .formatted(customer, contact, pump));
        String sendings = "/api/sendings/quote/" + quote.path("id").asLong();
        JsonNode proposal = admin.get(sendings + "/proposal").expect(200).body();
        assertThat(proposal.at("/recipients/0/address").asString()).isEqualTo("shen@example.com");
        assertThat(proposal.path("text").asString())
                .contains(quote.path("number").asString(), "{link}")
                .doesNotContain("{title}");
        String order =
                "{\"to\":[\"shen@example.com\"],\"subject\":\"报价\",\"text\":\"请看\\n{link}\",\"attached\":true,\"days\":7}";
        // without an account to send from nothing leaves, and the quote is a draft as before
        assertThat(admin.post(sendings, order).expect(422).text("/errors/0/field"))
                .isEqualTo("to");
        assertThat(read("quote", quote.path("id").asLong()).path("status").asString())
                .isEqualTo("draft");
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            account(server.getSmtp().getPort());
            JsonNode left = admin.post(sendings, order).expect(201).body();
            assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
            JsonNode sent = read("quote", quote.path("id").asLong());
            assertThat(sent.path("status").asString()).isEqualTo("sent");
            // what came: the words with the link, and the paper
            MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
            String link = left.at("/items/0/link").asString();
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("请看", link);
            byte[] attached = parts.getBodyPart(1).getInputStream().readAllBytes();
            assertThat(text(attached)).contains("¥176.00", "出价的泵").doesNotContain("仅供", "21.37", "42.74", "成本", "毛利");
            // a later change is not what the customer sees
            admin.post("/api/records/quote/" + quote.path("id").asLong() + "/commands/revise", "{}")
                    .expect(200);
            String secret = link.substring(link.lastIndexOf('/') + 1);
            String path = "/api/public/papers/" + secret;
            ApiClient stranger = new ApiClient(application);
            JsonNode shown = stranger.get(path).expect(200).body();
            assertThat(shown.propertyNames())
                    .containsExactlyInAnyOrder("title", "kind", "company", "recipient", "sentAt", "until", "pages");
            byte[] marked = stranger.download(path + "/file");
            assertThat(text(marked))
                    .contains("仅供 shen@example.com 查阅", "¥176.00")
                    .doesNotContain("21.37", "成本");
            assertThat(ImageIO.read(new ByteArrayInputStream(stranger.download(path + "/pages/1")))
                            .getWidth())
                    .isGreaterThan(800);
            stranger.get(path + "/pages/9").expect(404);
            assertThat(application
                            .database()
                            .dsl()
                            .fetch("select * from sent_paper")
                            .format())
                    .doesNotContain(secret);
            HttpResponse<String> page = application.get("/p/" + secret);
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");

            // looking is no opening; a program's is none, nor one's own; the same reader again is one
            stranger.send("POST", path + "/opened", null, "User-Agent", "Barracuda Link Scanner")
                    .expect(204);
            admin.send("POST", path + "/opened", null, "User-Agent", "Mozilla/5.0 (iPhone) Mobile")
                    .expect(204);
            assertThat(openings(sendings)).isZero();
            for (String browser :
                    List.of("Mozilla/5.0 (iPhone) Mobile", "Mozilla/5.0 (iPhone) Mobile", "Mozilla/5.0 (X11)")) {
                stranger.send("POST", path + "/opened", null, "User-Agent", browser)
                        .expect(204);
            }
            assertThat(openings(sendings)).isEqualTo(2);
            assertThat(application
                            .database()
                            .dsl()
                            .fetch(
                                    "select payload ->> 'what' from outbox where kind = 'record.happened' and record_id = ?",
                                    quote.path("id").asLong())
                            .getValues(0, String.class))
                    .as("others hear of the first")
                    .containsExactly("paper.opened");
            assertThat(admin.get("/api/records/quote/" + quote.path("id").asLong() + "/timeline?kinds=paper")
                            .expect(200)
                            .body()
                            .path("items"))
                    .extracting(item -> item.at("/paper/what").asString() + " "
                            + item.at("/paper/device").asString())
                    .containsExactly("opened desktop", "opened phone", "sent ");
            assertThat(admin.get("/api/notifications").expect(200).body().path("items"))
                    .extracting(notice -> notice.path("title").asString())
                    .containsOnlyOnce("客户打开了您发出的文件");

            long paper = left.at("/items/0/id").asLong();
            admin.delete(sendings + "/" + paper + "/link").expect(204);
            String gone = stranger.get(path).expect(404).text("/detail");
            assertThat(stranger.get("/api/public/papers/nosuch").expect(404).text("/detail"))
                    .isEqualTo(gone);
            assertThat(admin.get(sendings).expect(200).text("/items/0/link")).isEqualTo("revoked");
        } finally {
            server.stop();
            account(null);
        }
    }

    private static void account(@Nullable Integer port) {
        String values = port == null
                ? "{\"mail.host\":null,\"mail.port\":null,\"mail.security\":null,\"mail.from\":null}"
                : "{\"mail.host\":\"127.0.0.1\",\"mail.port\":%d,\"mail.security\":\"none\",\"mail.from\":\"crm@example.com\"}"
                        .formatted(port);
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", "{\"version\":%d,\"values\":%s}".formatted(version, values))
                .expect(200);
    }

    private static long openings(String sendings) {
        return admin.get(sendings).expect(200).number("/items/0/openings");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_quote_becomes_a_contract_whose_amount_is_what_its_lines_come_to() {
        JsonNode quote = quote("{\"name\":\"维保\",\"price\":1000,\"quantity\":12}");
        change(quote, "\"status\":\"sent\"");
        JsonNode answer = admin.post("/api/records/quote/" + quote.path("id").asLong() + "/commands/contract", "{}")
                .expect(200)
                .body();
        assertThat(answer.at("/made/object").asString()).isEqualTo("contract");
        JsonNode contract = read("contract", answer.at("/made/id").asLong());
        assertThat(contract.at("/amount/amount").asString()).isEqualTo("12000.00");
        assertThat(contract.at("/quote/id").asLong()).isEqualTo(quote.path("id").asLong());
        JsonNode cheaper = admin.patch(
                        "/api/records/contract/" + contract.path("id").asLong(),
                        "{\"version\":%d,\"amount\":\"1\",\"lines\":[{\"id\":%d,\"discount\":10}]}"
                                .formatted(
                                        contract.path("version").asLong(),
                                        contract.at("/lines/0/id").asLong()))
                .expect(200)
                .body();
        assertThat(cheaper.at("/amount/amount").asString()).isEqualTo("10800.00");
        assertThat(cheaper.path("version"))
                .isEqualTo(read("contract", contract.path("id").asLong()).path("version"));
        // agreed by hand where there are no lines
        JsonNode plain = created("contract", "\"customer\":%d,\"name\":\"框架\",\"amount\":\"5000\"".formatted(customer));
        assertThat(plain.at("/amount/amount").asString()).isEqualTo("5000.00");
        assertThat(admin.patch(
                                "/api/records/contract/" + plain.path("id").asLong(),
                                "{\"version\":1,\"status\":\"active\"}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("signedOn");
    }

    @Test
    void what_ends_says_so_its_owner_is_reminded_and_what_is_renewed_is_renewed_once() {
        LocalDate today = LocalDate.now(application.bean(Clock.class));
        JsonNode ending = contract("要续约的合同", today.plusDays(29), "true");
        JsonNode later = contract("还早的合同", today.plusDays(31), "true");
        JsonNode never = contract("不续约的合同", today.plusDays(5), "false");
        JsonNode over = contract("已过期的合同", today.minusDays(1), "false");
        JsonNode lapsed = created(
                "quote",
                "\"customer\":%d,\"status\":\"sent\",\"date\":\"2026-01-01\",\"validUntil\":\"2026-01-31\""
                        .formatted(customer));
        ContractDates dates = application.bean(ContractDates.class);
        Stream.generate(() -> CompletableFuture.runAsync(dates::run))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        JsonNode renewed = read("contract", ending.path("id").asLong());
        JsonNode renewal = read("opportunity", renewed.at("/renewal/id").asLong());
        assertThat(renewal.path("pipeline").asString()).isEqualTo("renewal");
        assertThat(renewal.at("/amount/amount").asString()).isEqualTo("8000.00");
        assertThat(renewal.path("closeDate").asString())
                .isEqualTo(today.plusDays(29).toString());
        assertThat(admin.post("/api/records/opportunity/query", "{\"search\":\"要续约的合同\",\"count\":\"exact\"}")
                        .expect(200)
                        .number("/count/value"))
                .isOne();
        assertThat(read("contract", later.path("id").asLong()).path("renewal").isNull())
                .isTrue();
        assertThat(read("contract", never.path("id").asLong()).path("renewal").isNull())
                .isTrue();
        assertThat(read("contract", over.path("id").asLong()).path("status").asString())
                .isEqualTo("expired");
        assertThat(read("quote", lapsed.path("id").asLong()).path("status").asString())
                .isEqualTo("expired");
        List<String> notices = admin.get("/api/notifications")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("title").asString() + " "
                        + notice.path("body").asString())
                .toList();
        assertThat(notices).containsOnlyOnce("合同还有 5 天到期 不续约的合同", "合同快到期，已新建续约商机 要续约的合同");
        assertThat(notices).noneMatch(notice -> notice.contains("已过期的合同"));
    }

    @Test
    void who_may_not_know_what_a_product_costs_is_not_told_by_lines_totals_filters_or_what_leaves() throws Exception {
        long role = admin.post("/api/roles", """
                        {"name":"报价销售","grants":[
                          {"object":"customer","verb":"read","scope":"own"},{"object":"product","verb":"read","scope":"all"},
                          {"object":"quote","verb":"read","scope":"own"},{"object":"quote","verb":"create","scope":"own"},
                          {"object":"quote","verb":"edit","scope":"own"}],
                         "fields":[{"object":"product","field":"cost","right":"hidden"},
                                   {"object":"product","field":"floorPrice","right":"hidden"}]}""").expect(201).number("/id");
        long seller = admin.post(
                        "/api/users",
                        "{\"login\":\"seller\",\"name\":\"销售\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        ApiClient quoting = new ApiClient(application).signIn("seller", PASSWORD);
        long pump = product("成本保密的泵", "50", "31");
        long own = created("customer", "\"name\":\"销售自己的客户\",\"owner\":%d".formatted(seller))
                .path("id")
                .asLong();
        JsonNode quote = quoting.post(
                        "/api/records/quote",
                        "{\"customer\":%d,\"owner\":%d,\"lines\":[{\"product\":%d,\"quantity\":2}]}"
                                .formatted(own, seller, pump))
                .expect(201)
                .body();
        assertThat(quote.at("/total/amount").asString()).isEqualTo("100.00");
        assertThat(List.of("cost", "margin")).noneMatch(quote::has);
        assertThat(List.of("cost", "costAmount", "floorPrice")).noneMatch(quote.at("/lines/0")::has);
        assertThat(read("quote", quote.path("id").asLong()).at("/cost/amount").asString())
                .isEqualTo("62.00");
        String less = "{\"version\":%d,\"lines\":[{\"id\":%d,\"quantity\":1}]}"
                .formatted(
                        quote.path("version").asLong(), quote.at("/lines/0/id").asLong());
        JsonNode changed = quoting.patch(
                        "/api/records/quote/" + quote.path("id").asLong(), less)
                .expect(200)
                .body();
        assertThat(changed.at("/total/amount").asString()).isEqualTo("50.00");
        quoting.post("/api/records/quote/query", "{\"filter\":{\"field\":\"cost\",\"op\":\"gt\",\"value\":30}}")
                .expect(422);
        quoting.post("/api/records/quote/query", "{\"sort\":[{\"field\":\"margin\",\"descending\":true}]}")
                .expect(422);
        quoting.post(
                        "/api/records/quote-line/aggregate",
                        "{\"groups\":[],\"measures\":[{\"function\":\"sum\",\"field\":\"costAmount\"}]}")
                .expect(422);
        // nor by what leaves: a seller's paper, and an administrator's read by the seller
        String sendings = "/api/sendings/quote/" + quote.path("id").asLong();
        for (ApiClient sender : List.of(admin, quoting)) {
            JsonNode left = sender.post(sendings, "{\"reader\":\"客户\",\"days\":1}")
                    .expect(201)
                    .body();
            String link = left.at("/items/0/link").asString();
            assertThat(text(new ApiClient(application)
                            .download("/api/public/papers/" + link.substring(link.lastIndexOf('/') + 1) + "/file")))
                    .contains("仅供 客户 查阅")
                    .doesNotContain("31.00", "62.00", "成本：", "毛利");
            String file = sendings + "/" + left.at("/items/0/id").asLong() + "/file";
            if (sender == quoting) {
                assertThat(text(quoting.download(file))).doesNotContain("31.00", "62.00");
            } else {
                // it may hold what the seller may not see: here the telephone of the contact
                quoting.get(file).expect(403);
            }
        }
        // nor of a quote for a customer that is out of sight
        JsonNode others = quote("{\"name\":\"别人的\",\"price\":1}");
        quoting.get("/api/records/quote/" + others.path("id").asLong() + "/paper")
                .expect(404);
        quoting.post("/api/sendings/quote/" + others.path("id").asLong(), "{\"reader\":\"x\",\"days\":1}")
                .expect(404);
        quoting.post(
                        "/api/records/quote-line",
                        "{\"document\":%d,\"name\":\"x\",\"price\":1}"
                                .formatted(others.path("id").asLong()))
                .expect(422);
    }

    private static JsonNode contract(String name, LocalDate end, String renews) {
        return created(
                "contract",
                "\"customer\":%d,\"name\":\"%s\",\"amount\":\"8000\",\"status\":\"active\",\"signedOn\":\"2026-01-01\",\"endDate\":\"%s\",\"renews\":%s"
                        .formatted(customer, name, end, renews));
    }

    private static JsonNode quote(String lines) {
        return created("quote", "\"customer\":%d,\"lines\":[%s]".formatted(customer, lines));
    }

    private static ApiClient.Answer change(JsonNode record, String values) {
        return admin.patch(
                        "/api/records/quote/" + record.path("id").asLong(),
                        "{\"version\":%d,%s}".formatted(record.path("version").asLong(), values))
                .expect(200);
    }

    private static JsonNode read(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id).expect(200).body();
    }

    private static long newest(String object, String reference, long id) {
        return admin.post("/api/records/" + object + "/query", """
                {"filter":{"field":"%s","op":"eq","value":%d},"sort":[{"field":"id","descending":true}]}""".formatted(reference, id))
                .expect(200)
                .number("/items/0/id");
    }

    private static long count(String object) {
        return admin.post("/api/records/" + object + "/query", "{\"count\":\"exact\",\"limit\":1}")
                .expect(200)
                .number("/count/value");
    }

    private static List<String> names(JsonNode quote) {
        return quote.path("lines")
                .valueStream()
                .map(line -> line.path("name").asString())
                .toList();
    }

    private static BigDecimal number(JsonNode json, String path) {
        return new BigDecimal(json.at(path).asString());
    }

    private static long product(String name, String price, String cost) {
        return created("product", "\"name\":\"%s\",\"price\":\"%s\",\"cost\":\"%s\"".formatted(name, price, cost))
                .path("id")
                .asLong();
    }

    private static JsonNode created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
