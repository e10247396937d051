package hengke.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hengke.sales.SellersWorld;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Plans, payments, what they settle, and invoices: every fen agrees with the ledger. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceivablesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    @BeforeEach
    void somebody_who_owes_nothing() {
        customer = created("customer", "\"name\":\"客户 %s\"".formatted(UUID.randomUUID()))
                .path("id")
                .asLong();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void every_balance_is_what_the_ledger_says() {
        assertThat(application.bean(LedgerCheck.class).differences()).isEmpty();
    }

    @Test
    void a_plan_by_percent_comes_to_the_contract_to_the_fen() {
        long contract = contract("100000.01");
        plan(
                        contract,
                        "{\"dueDate\":\"2026-12-01\",\"percent\":33.33,\"name\":\"首付款\"},"
                                + "{\"dueDate\":\"2027-03-01\",\"percent\":33.33},{\"dueDate\":\"2027-06-01\",\"percent\":33.34}")
                .expect(200);
        List<JsonNode> terms = terms(contract);
        assertThat(terms)
                .extracting(term -> term.at("/amount/amount").asString())
                .containsExactly("33330.00", "33330.00", "33340.01");
        assertThat(terms).extracting(term -> term.path("name").asString()).containsExactly("首付款", "第 2 期", "第 3 期");
        assertThat(terms).extracting(term -> term.at("/customer/id").asLong()).containsOnly(customer);
        JsonNode read = read("contract", contract);
        assertThat(read.at("/planned/amount").asString()).isEqualTo("100000.01");
        assertThat(read.path("dueSince").asString()).isEqualTo("2026-12-01");
        assertThat(number(read, "/unpaid")).isEqualByComparingTo("100000.01");
        assertThat(admin.get("/api/records/customer/%d/overview".formatted(customer))
                        .expect(200)
                        .body()
                        .path("figures"))
                .filteredOn(figure -> figure.path("name").asString().equals("unpaid"))
                .singleElement()
                .satisfies(figure -> assertThat(number(figure, "/value")).isEqualByComparingTo("100000.01"));
    }

    @Test
    void what_is_wrong_with_a_plan_is_told_at_its_place_and_nothing_is_kept() {
        long contract = contract("1000");
        JsonNode errors = plan(
                        contract, "{\"dueDate\":\"2026-13-01\",\"amount\":\"x\"},{\"amount\":\"5\",\"nosuch\":1}")
                .expect(422)
                .body()
                .path("errors");
        assertThat(errors)
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder(
                        "terms[0].dueDate", "terms[0].amount", "terms[1].dueDate", "terms[1].nosuch");
        assertThat(plan(contract, "{\"dueDate\":\"2026-12-01\",\"amount\":\"999.99\"}")
                        .expect(422)
                        .text("/errors/0/message"))
                .isEqualTo("各期合计 999.99，应为 1000.00");
        assertThat(terms(contract)).isEmpty();
        // by single records neither
        created("payment-plan", "\"contract\":%d,\"dueDate\":\"2026-12-01\",\"amount\":\"600\"".formatted(contract));
        assertThat(admin.post(
                                "/api/records/payment-plan",
                                "{\"contract\":%d,\"dueDate\":\"2026-12-01\",\"amount\":\"400.01\"}"
                                        .formatted(contract))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("amount");
    }

    @Test
    void a_plan_made_anew_keeps_what_was_paid_and_the_history() {
        long contract = contract("1000");
        plan(
                        contract,
                        "{\"dueDate\":\"2026-12-01\",\"amount\":\"400\"},{\"dueDate\":\"2027-01-01\",\"amount\":\"600\"}")
                .expect(200);
        long first = terms(contract).getFirst().path("id").asLong();
        payment(contract, "150");
        assertThat(plan(contract, "{\"dueDate\":\"2026-12-01\",\"amount\":\"1000\"}")
                        .expect(422)
                        .text("/errors/0/message"))
                .contains("已有回款");
        assertThat(plan(
                                contract,
                                "{\"id\":%d,\"dueDate\":\"2026-12-01\",\"amount\":\"149.99\"},{\"dueDate\":\"2027-01-01\",\"amount\":\"850.01\"}"
                                        .formatted(first))
                        .expect(422)
                        .text("/errors/0/message"))
                .contains("150");
        plan(
                        contract,
                        "{\"id\":%d,\"dueDate\":\"2026-12-05\",\"amount\":\"150\"},{\"dueDate\":\"2027-02-01\",\"amount\":\"850\"}"
                                .formatted(first))
                .expect(200);
        assertThat(terms(contract))
                .extracting(term -> term.path("status").asString())
                .containsExactly("settled", "replaced", "pending");
        assertThat(read("contract", contract).at("/planned/amount").asString()).isEqualTo("1000.00");
        assertThat(read("contract", contract).path("dueSince").asString()).isEqualTo("2027-02-01");
    }

    @Test
    void a_refusal_tells_no_amount_that_one_may_not_read() {
        long contract = contract("1000");
        long role = admin.post("/api/roles", """
                        {"name":"出纳","grants":[
                          {"object":"customer","verb":"read","scope":"all"},{"object":"contract","verb":"read","scope":"all"},
                          {"object":"payment","verb":"read","scope":"all"},{"object":"payment","verb":"create","scope":"all"},
                          {"object":"payment-match","verb":"read","scope":"all"},
                          {"object":"payment-match","verb":"create","scope":"all"}],
                         "fields":[{"object":"contract","field":"amount","right":"hidden"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"cashier","name":"出纳","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        String beyond = """
                {"customer":%d,"amount":"5000","receivedAt":"2026-11-20","matches":[{"contract":%d,"amount":"1000.01"}]}""".formatted(customer, contract);
        assertThat(new ApiClient(application)
                        .signIn("cashier", PASSWORD)
                        .post("/api/records/payment", beyond)
                        .expect(422)
                        .text("/errors/0/message"))
                .isEqualTo("超出未回款的金额");
        assertThat(admin.post("/api/records/payment", beyond).expect(422).text("/errors/0/message"))
                .isEqualTo("超出未回款的金额 1000.00");
    }

    @Test
    void a_payment_settles_what_was_due_first_and_the_rest_is_credit() {
        long contract = contract("1000");
        plan(
                        contract,
                        "{\"dueDate\":\"2027-01-01\",\"amount\":\"600\"},{\"dueDate\":\"2026-12-01\",\"amount\":\"400\"}")
                .expect(200);
        JsonNode half = payment(contract, "500");
        assertThat(half.at("/customer/id").asLong()).isEqualTo(customer);
        assertThat(half.at("/matched/amount").asString()).isEqualTo("500.00");
        assertThat(terms(contract))
                .extracting(term -> term.path("status").asString()
                        + number(term, "/open").stripTrailingZeros().toPlainString())
                .containsExactly("settled0", "partial500");
        assertThat(number(read("contract", contract), "/paidShare")).isEqualByComparingTo("50");
        JsonNode more = payment(contract, "700");
        assertThat(number(more, "/credit")).isEqualByComparingTo("200");
        assertThat(number(read("contract", contract), "/unpaid")).isEqualByComparingTo("0");
        // the credit pays another contract
        long other = contract("300");
        plan(other, "{\"dueDate\":\"2027-01-01\",\"amount\":\"300\"}").expect(200);
        JsonNode settled = admin.post(
                        "/api/records/payment/%d/commands/settle"
                                .formatted(more.path("id").asLong()),
                        "{}")
                .expect(200)
                .body();
        assertThat(read("payment", more.path("id").asLong()).path("matches").size())
                .isEqualTo(2);
        assertThat(settled).isNotNull();
        assertThat(read("contract", other).at("/received/amount").asString()).isEqualTo("200.00");
        admin.post(
                        "/api/records/payment/%d/commands/settle"
                                .formatted(more.path("id").asLong()),
                        "{}")
                .expect(409);
    }

    @Test
    void one_payment_settles_several_and_several_settle_one_as_somebody_says() {
        long one = contract("100");
        long other = contract("200");
        plan(one, "{\"dueDate\":\"2027-01-01\",\"percent\":100}").expect(200);
        plan(other, "{\"dueDate\":\"2027-01-01\",\"percent\":100}").expect(200);
        long ofOne = terms(one).getFirst().path("id").asLong();
        long ofOther = terms(other).getFirst().path("id").asLong();
        JsonNode payment = created("payment", """
                "customer":%d,"receivedAt":"2026-11-20","amount":"250","matches":[
                {"plan":%d,"amount":"100"},{"plan":%d,"amount":"120"}]""".formatted(customer, ofOne, ofOther));
        assertThat(number(payment, "/credit")).isEqualByComparingTo("30");
        assertThat(payment.at("/matches/0/contract/id").asLong()).isEqualTo(one);
        JsonNode refused = admin.post("/api/records/payment", """
                {"customer":%d,"amount":"500","matches":[{"plan":%d,"amount":"80"},{"plan":%d,"amount":"1"}]}""".formatted(customer, ofOther, ofOne))
                .expect(422)
                .body();
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("matches[1].amount");
        assertThat(refused.at("/errors").size()).isOne();
        assertThat(admin.post("/api/records/payment", """
                {"customer":%d,"amount":"50","matches":[{"plan":%d,"amount":"60"}]}""".formatted(customer, ofOther))
                        .expect(422)
                        .text("/errors/0/message"))
                .contains("50.00");
        created(
                "payment",
                "\"customer\":%d,\"amount\":\"80\",\"matches\":[{\"plan\":%d,\"amount\":\"80\"}]"
                        .formatted(customer, ofOther));
        assertThat(terms(other).getFirst().path("status").asString()).isEqualTo("settled");
        // taken out again, it is owed again
        admin.patch(
                        "/api/records/payment/" + payment.path("id").asLong(),
                        "{\"version\":%d,\"matches\":[]}"
                                .formatted(payment.path("version").asLong()))
                .expect(200);
        assertThat(terms(one).getFirst().path("status").asString()).isEqualTo("pending");
        assertThat(terms(other).getFirst().path("status").asString()).isEqualTo("partial");
    }

    @Test
    void what_was_paid_without_a_plan_settles_its_first_terms_once_there_is_one() {
        long contract = contract("1000");
        long payment = payment(contract, "700").path("id").asLong();
        assertThat(read("contract", contract).at("/received/amount").asString()).isEqualTo("700.00");
        plan(
                        contract,
                        "{\"dueDate\":\"2026-12-01\",\"amount\":\"300\"},{\"dueDate\":\"2027-01-01\",\"amount\":\"300\"},{\"dueDate\":\"2027-02-01\",\"amount\":\"400\"}")
                .expect(200);
        assertThat(terms(contract))
                .extracting(term -> term.path("status").asString())
                .containsExactly("settled", "settled", "partial");
        assertThat(read("payment", payment).path("matches").size()).isEqualTo(3);
        assertThat(read("contract", contract).at("/received/amount").asString()).isEqualTo("700.00");
    }

    @Test
    void a_reversed_payment_stays_on_record_and_what_it_settled_is_owed_again() {
        long contract = contract("1000");
        plan(contract, "{\"dueDate\":\"2026-12-01\",\"percent\":100}").expect(200);
        JsonNode payment = payment(contract, "1000");
        String path = "/api/records/payment/" + payment.path("id").asLong();
        admin.delete(path).expect(409);
        admin.delete("/api/records/contract/" + contract).expect(409);
        admin.delete("/api/records/payment-plan/"
                        + terms(contract).getFirst().path("id").asLong())
                .expect(409);
        admin.post(path + "/commands/reverse", "{}").expect(422);
        admin.post(path + "/commands/reverse", "{\"reason\":\"支票退票\"}").expect(200);
        JsonNode reversed = admin.get(path).expect(200).body();
        assertThat(reversed.path("status").asString()).isEqualTo("reversed");
        assertThat(reversed.path("reversedWhy").asString()).isEqualTo("支票退票");
        assertThat(reversed.path("matches")).isEmpty();
        assertThat(read("contract", contract).at("/received/amount").asString()).isEqualTo("0.00");
        assertThat(terms(contract).getFirst().path("status").asString()).isEqualTo("pending");
        admin.post(path + "/commands/reverse", "{\"reason\":\"再来\"}").expect(409);
        admin.patch(
                        path,
                        "{\"version\":%d,\"matches\":[{\"contract\":%d,\"amount\":1}]}"
                                .formatted(reversed.path("version").asLong(), contract))
                .expect(422);
    }

    @Test
    void twenty_who_settle_with_one_payment_or_pay_one_term_at_once_never_settle_more_than_there_is() {
        long contract = contract("1000");
        plan(contract, "{\"dueDate\":\"2026-12-01\",\"percent\":100}").expect(200);
        long term = terms(contract).getFirst().path("id").asLong();
        List<Long> contracts = IntStream.range(0, 20)
                .mapToObj(_ -> {
                    long its = contract("100");
                    plan(its, "{\"dueDate\":\"2026-12-01\",\"percent\":100}").expect(200);
                    return its;
                })
                .toList();
        long shared = created("payment", "\"customer\":%d,\"amount\":\"500\"".formatted(customer))
                .path("id")
                .asLong();
        List<CompletableFuture<Integer>> settling = contracts.stream()
                .map(its -> CompletableFuture.supplyAsync(() -> admin.post(
                                "/api/records/payment-match",
                                "{\"payment\":%d,\"contract\":%d,\"plan\":%d,\"amount\":\"100\"}"
                                        .formatted(
                                                shared,
                                                its,
                                                terms(its).getFirst().path("id").asLong()))
                        .response()
                        .statusCode()))
                .toList();
        List<CompletableFuture<Integer>> paying = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> admin.post("/api/records/payment", """
                        {"customer":%d,"amount":"90","matches":[{"plan":%d,"amount":"90"}]}""".formatted(customer, term))
                                .response()
                                .statusCode()))
                .toList();
        assertThat(settling.stream().map(CompletableFuture::join))
                .containsOnly(201, 422)
                .filteredOn(status -> status == 201)
                .hasSize(5);
        assertThat(paying.stream().map(CompletableFuture::join))
                .containsOnly(201, 422)
                .filteredOn(status -> status == 201)
                .hasSize(11);
        assertThat(read("payment", shared).at("/matched/amount").asString()).isEqualTo("500.00");
        assertThat(terms(contract).getFirst().at("/received/amount").asString()).isEqualTo("990.00");
    }

    @Test
    void twenty_payments_for_one_contract_at_once_settle_its_terms_one_after_another() {
        long contract = contract("1000");
        plan(
                        contract,
                        "{\"dueDate\":\"2026-12-01\",\"amount\":\"500\"},{\"dueDate\":\"2027-01-01\",\"amount\":\"500\"}")
                .expect(200);
        List<CompletableFuture<JsonNode>> paying = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> payment(contract, "60")))
                .toList();
        BigDecimal credit = paying.stream()
                .map(CompletableFuture::join)
                .map(payment -> number(payment, "/credit"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(credit).isEqualByComparingTo("200");
        assertThat(read("contract", contract).at("/received/amount").asString()).isEqualTo("1000.00");
        assertThat(terms(contract))
                .extracting(term -> term.path("status").asString())
                .containsOnly("settled");
    }

    @Test
    void invoices_never_come_to_more_than_the_contract_and_a_red_letter_gives_back() {
        created(
                "invoice-title",
                "\"customer\":%d,\"title\":\"华东泵业有限公司\",\"taxNumber\":\"91310000X\",\"primary\":true"
                        .formatted(customer));
        long contract = contract("1130");
        JsonNode invoice = created("invoice", "\"contract\":%d,\"amount\":\"565\",\"taxRate\":13".formatted(contract));
        assertThat(invoice.path("title").asString()).isEqualTo("华东泵业有限公司");
        assertThat(invoice.at("/tax/amount").asString()).isEqualTo("65.00");
        assertThat(admin.post("/api/records/invoice", "{\"contract\":%d,\"amount\":\"565.01\"}".formatted(contract))
                        .expect(422)
                        .text("/errors/0/message"))
                .isEqualTo("可开票总额 1130.00，最多还能开 565.00");
        String path = "/api/records/invoice/" + invoice.path("id").asLong();
        assertThat(read("contract", contract).at("/invoiced/amount").asString()).isEqualTo("0.00");
        admin.patch(path, "{\"version\":1,\"status\":\"issued\"}").expect(422);
        JsonNode issued = admin.patch(
                        path,
                        "{\"version\":1,\"status\":\"issued\",\"invoiceNumber\":\"24317000001\",\"issuedOn\":\"2026-11-20\"}")
                .expect(200)
                .body();
        assertThat(read("contract", contract).at("/invoiced/amount").asString()).isEqualTo("565.00");
        admin.patch(
                        path,
                        "{\"version\":%d,\"amount\":\"1\"}"
                                .formatted(issued.path("version").asLong()))
                .expect(422);
        admin.delete(path).expect(409);
        admin.post(path + "/commands/redLetter", "{\"invoiceNumber\":\"R1\",\"amount\":\"600\"}")
                .expect(422);
        admin.post(path + "/commands/redLetter", "{\"invoiceNumber\":\"R1\",\"amount\":\"113\"}")
                .expect(200);
        assertThat(read("contract", contract).at("/invoiced/amount").asString()).isEqualTo("452.00");
        admin.post(path + "/commands/redLetter", "{\"invoiceNumber\":\"R2\"}").expect(200);
        assertThat(read("invoice", invoice.path("id").asLong()).path("status").asString())
                .isEqualTo("reversed");
        assertThat(read("contract", contract).at("/invoiced/amount").asString()).isEqualTo("0.00");
        admin.post(path + "/commands/redLetter", "{\"invoiceNumber\":\"R3\"}").expect(409);
        created("invoice", "\"contract\":%d,\"amount\":\"1130\"".formatted(contract));
    }

    @Test
    void a_payment_is_in_the_currency_of_what_it_pays() {
        long contract = contract("1000");
        assertThat(admin.post(
                                "/api/records/payment",
                                "{\"contract\":%d,\"amount\":{\"amount\":\"10\",\"currency\":\"USD\"}}"
                                        .formatted(contract))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("amount");
    }

    @Test
    void ageing_tells_how_long_what_is_owed_has_been_due_by_customer_and_by_who_is_in_charge() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        long contract = contract("1000");
        plan(
                        contract,
                        IntStream.of(-5, 0, 1, 30, 31, 90, 91)
                                .mapToObj(days -> "{\"dueDate\":\"%s\",\"amount\":\"%s\"}"
                                        .formatted(today.minusDays(days), days == 91 ? "400" : "100"))
                                .collect(Collectors.joining(",")))
                .expect(200);
        payment(contract, "430"); // pays all that was due 91 days ago, and a part of the next
        JsonNode ageing =
                admin.get("/api/receivables/ageing?by=customer").expect(200).body();
        JsonNode line = ageing.path("lines")
                .valueStream()
                .filter(each -> each.at("/key/id").asLong() == customer)
                .findFirst()
                .orElseThrow();
        assertThat(line.path("all").asString()).isEqualTo("570.00");
        assertThat(line.path("terms").asInt()).isEqualTo(6);
        assertThat(line.path("parts"))
                .extracting(JsonNode::asString)
                .containsExactly("200.00", "200.00", "100.00", "70.00", "0.00");
        BigDecimal total = ageing.path("lines")
                .valueStream()
                .map(each -> number(each, "/all"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(number(ageing, "/total/all")).isEqualByComparingTo(total);
        JsonNode byOwner =
                admin.get("/api/receivables/ageing?by=owner").expect(200).body();
        assertThat(byOwner.at("/lines/0/key/label").asString()).isNotEmpty();
        assertThat(byOwner.at("/total/all")).isEqualTo(ageing.at("/total/all"));
        admin.get("/api/receivables/ageing?by=nobody").expect(422);
    }

    @Test
    void who_is_in_charge_is_reminded_once_at_each_of_the_days_and_of_old_debts_the_superior_too() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        long me = admin.get("/api/session").expect(200).number("/user/id");
        long seller = admin.post(
                        "/api/users",
                        "{\"login\":\"owed\",\"name\":\"催收的销售\",\"password\":\"%s\",\"manager\":%d}"
                                .formatted(PASSWORD, me))
                .expect(201)
                .number("/id");
        long mine = contract("300");
        plan(
                        mine,
                        "{\"dueDate\":\"%s\",\"amount\":\"100\",\"name\":\"快到期的\"},{\"dueDate\":\"%s\",\"amount\":\"100\",\"name\":\"已付的\"},{\"dueDate\":\"%s\",\"amount\":\"100\",\"name\":\"早的\"}"
                                .formatted(today.plusDays(7), today.minusDays(7), today.plusDays(60)))
                .expect(200);
        created(
                "payment",
                "\"customer\":%d,\"amount\":\"100\",\"matches\":[{\"plan\":%d,\"amount\":\"100\"}]"
                        .formatted(customer, terms(mine).getFirst().path("id").asLong()));
        long theirs = created(
                        "contract",
                        "\"customer\":%d,\"name\":\"下属的合同\",\"status\":\"active\",\"amount\":\"200\",\"owner\":%d"
                                .formatted(customer, seller))
                .path("id")
                .asLong();
        plan(
                        theirs,
                        "{\"dueDate\":\"%s\",\"amount\":\"100\",\"name\":\"新债\"},{\"dueDate\":\"%s\",\"amount\":\"100\",\"name\":\"旧债\"}"
                                .formatted(today.minusDays(7), today.minusDays(31)))
                .expect(200);
        Dunning dunning = application.bean(Dunning.class);
        dunning.run();
        dunning.run();
        String name = read("customer", customer).path("name").asString();
        List<String> told = admin.get("/api/notifications")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("title").asString() + " "
                        + notice.path("body").asString())
                .filter(notice -> notice.contains(name))
                .toList();
        assertThat(told).containsExactlyInAnyOrder("回款 7 天后到期 " + name + "：快到期的", "回款已逾期 31 天 " + name + "：旧债");
    }

    @Test
    void customers_who_agree_are_reminded_by_mail_once_at_each_of_the_days_and_that_stands_in_their_story()
            throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            settings(
                    "\"mail.host\":\"127.0.0.1\",\"mail.port\":%d,\"mail.security\":\"none\",\"mail.from\":\"crm@example.com\","
                                    .formatted(server.getSmtp().getPort())
                            + "\"receivables.mails\":true");
            long silent = customer;
            JsonNode agreement = dunned(silent, today.minusDays(30), false);
            somebody_who_owes_nothing();
            long agreed = customer;
            JsonNode contract = dunned(agreed, today.minusDays(30), true);
            somebody_who_owes_nothing();
            long without = customer;
            admin.patch(
                            "/api/records/customer/" + without,
                            "{\"version\":%d,\"dunningMails\":true}"
                                    .formatted(read("customer", without)
                                            .path("version")
                                            .asLong()))
                    .expect(200);
            plan(contract("10"), "{\"dueDate\":\"%s\",\"amount\":\"10\"}".formatted(today.minusDays(30)))
                    .expect(200);
            Dunning dunning = application.bean(Dunning.class);
            dunning.run();
            dunning.run();
            assertThat(application.database().dsl().fetchCount(DSL.table("mail_queue")))
                    .isOne();
            assertThat(server.waitForIncomingEmail(15_000, 1)).isTrue();
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("cai@example.com");
            assertThat(mail.getSubject())
                    .contains(contract.path("number").asString())
                    .contains("已逾期 30 天");
            assertThat(mail.getContent().toString()).contains("CNY 1234.50").contains("财务小蔡，您好");
            JsonNode notes = admin.post("/api/records/activity/query", """
                    {"filter":{"field":"about","op":"eq","value":{"object":"customer","id":%d}}}""".formatted(agreed))
                    .expect(200)
                    .body()
                    .path("items");
            assertThat(notes).hasSize(1);
            assertThat(notes.at("/0/content").asString()).contains("财务小蔡 <cai@example.com>");
            assertThat(notes.at("/0/kind").asString()).isEqualTo("note");
            assertThat(admin.get("/api/notifications").expect(200).body().path("items"))
                    .extracting(notice -> notice.path("title").asString())
                    .contains("催收邮件没有发出：客户没有带邮箱的财务联系人");
            assertThat(agreement).isNotNull();
        } finally {
            settings("\"mail.host\":null,\"mail.port\":null,\"mail.security\":null,\"mail.from\":null,"
                    + "\"receivables.mails\":false");
            server.stop();
        }
    }

    /** A contract of a customer with a contact for finance, of which everything is overdue. */
    private static JsonNode dunned(long owing, LocalDate due, boolean agreed) {
        admin.patch(
                        "/api/records/customer/" + owing,
                        "{\"version\":%d,\"dunningMails\":%s}"
                                .formatted(
                                        read("customer", owing).path("version").asLong(), agreed))
                .expect(200);
        created(
                "contact",
                "\"customer\":%d,\"name\":\"财务小蔡\",\"role\":\"finance\",\"email\":\"cai@example.com\""
                        .formatted(owing));
        created(
                "contact",
                "\"customer\":%d,\"name\":\"老板\",\"primary\":true,\"email\":\"boss@example.com\"".formatted(owing));
        long contract = contract("1234.50");
        plan(contract, "{\"dueDate\":\"%s\",\"amount\":\"1234.50\"}".formatted(due))
                .expect(200);
        return read("contract", contract);
    }

    private static void settings(String values) {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", "{\"version\":%d,\"values\":{%s}}".formatted(version, values))
                .expect(200);
    }

    @Test
    void customers_that_are_merged_owe_and_have_paid_together_and_apart_again_when_that_is_undone() {
        long stays = customer;
        long contract = contract("1000");
        plan(contract, "{\"dueDate\":\"2026-12-01\",\"percent\":100}").expect(200);
        payment(contract, "300");
        somebody_who_owes_nothing();
        long goes = customer;
        long other = contract("500");
        plan(other, "{\"dueDate\":\"2026-11-01\",\"percent\":100}").expect(200);
        payment(other, "200");
        JsonNode bounced = created("payment", "\"customer\":%d,\"amount\":\"70\"".formatted(goes));
        admin.post(
                        "/api/records/payment/%d/commands/reverse"
                                .formatted(bounced.path("id").asLong()),
                        "{\"reason\":\"退票\"}")
                .expect(200);
        created("payment", "\"customer\":%d,\"amount\":\"40\"".formatted(goes));
        created(
                "invoice",
                "\"contract\":%d,\"amount\":\"500\",\"status\":\"issued\",\"invoiceNumber\":\"1\",\"issuedOn\":\"2026-11-01\""
                        .formatted(other));
        admin.patch(
                        "/api/records/contract/" + other,
                        "{\"version\":%d,\"customer\":%d}"
                                .formatted(
                                        read("contract", other).path("version").asLong(), stays))
                .expect(422);
        ApiClient.Answer merged = admin.post(
                        "/api/records/customer/commands/merge",
                        "{\"ids\":[%d,%d],\"input\":{\"into\":%d}}".formatted(stays, goes, stays))
                .expect(200);
        JsonNode together = read("customer", stays);
        assertThat(number(together, "/unpaid")).isEqualByComparingTo("1000");
        assertThat(number(together, "/credit")).isEqualByComparingTo("40");
        assertThat(together.at("/received/amount").asString()).isEqualTo("540.00");
        assertThat(together.at("/invoiced/amount").asString()).isEqualTo("500.00");
        assertThat(together.path("dueSince").asString()).isEqualTo("2026-11-01");
        assertThat(application.bean(LedgerCheck.class).differences()).isEmpty();
        admin.post("/api/operations/" + merged.operation() + "/undo", "{}").expect(200);
        assertThat(number(read("customer", stays), "/unpaid")).isEqualByComparingTo("700");
        assertThat(number(read("customer", goes), "/unpaid")).isEqualByComparingTo("300");
        assertThat(number(read("customer", goes), "/credit")).isEqualByComparingTo("40");
    }

    @Test
    void the_ledger_is_only_ever_added_to() {
        DSLContext database = application.bean(DSLContext.class);
        payment(contract("10"), "10");
        assertThatThrownBy(() -> database.execute("update receivable_entry set amount = 0"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.execute("delete from receivable_entry"))
                .hasMessageContaining("never changed");
    }

    @Test
    void money_that_comes_in_counts_for_who_is_in_charge_of_its_contract_and_for_the_team_on_the_day_it_came() {
        long me = admin.get("/api/session").number("/user/id");
        long colleague = admin.post("/api/users", """
                        {"login":"%s","name":"同事","password":"%s","roles":[]}""".formatted(UUID.randomUUID(), PASSWORD))
                .expect(201)
                .number("/id");
        BigDecimal before = received(me, "2031-05");
        long contract = contract("1000");
        admin.post("/api/records/share", """
                        {"about":{"object":"contract","id":%d},"user":%d,"split":25}""".formatted(contract, colleague)).expect(201);
        JsonNode payment = created(
                "payment", "\"contract\":%d,\"amount\":\"400\",\"receivedAt\":\"2031-05-31\"".formatted(contract));
        created("payment", "\"customer\":%d,\"amount\":\"70\",\"receivedAt\":\"2031-05-31\"".formatted(customer));
        assertThat(received(me, "2031-05").subtract(before)).isEqualByComparingTo("300");
        assertThat(received(colleague, "2031-05")).isEqualByComparingTo("100");
        assertThat(SellersWorld.opened(admin, line(colleague, "2031-05"))).isOne();
        assertThat(admin.get("/api/records/customer/" + customer + "/timeline")
                        .expect(200)
                        .body()
                        .path("items"))
                .filteredOn(item -> item.at("/record/object").asString().equals("payment")
                        && item.at("/record/id").asLong() == payment.path("id").asLong())
                .as("of the customer and of its contract, told once")
                .hasSize(1);
        String address = "/api/records/payment/" + payment.path("id").asLong();
        admin.patch(
                        address,
                        "{\"version\":%d,\"receivedAt\":\"2031-06-01\"}"
                                .formatted(admin.get(address).number("/version")))
                .expect(200);
        assertThat(received(colleague, "2031-05")).isZero();
        assertThat(received(colleague, "2031-06")).isEqualByComparingTo("100");
        admin.post(address + "/commands/reverse", "{\"reason\":\"退票\"}").expect(200);
        assertThat(received(colleague, "2031-06")).isZero();
    }

    private static BigDecimal received(long person, String month) {
        return number(line(person, month), "/done");
    }

    private static JsonNode line(long person, String month) {
        return SellersWorld.line(
                admin.get("/api/targets/receivedAmount/completion?span=month&on=" + month + "-15")
                        .expect(200)
                        .body(),
                "person",
                person);
    }

    private static long contract(String amount) {
        return created(
                        "contract",
                        "\"customer\":%d,\"name\":\"合同\",\"status\":\"active\",\"amount\":\"%s\""
                                .formatted(customer, amount))
                .path("id")
                .asLong();
    }

    private static ApiClient.Answer plan(long contract, String terms) {
        return admin.post("/api/records/contract/" + contract + "/commands/plan", "{\"terms\":[" + terms + "]}");
    }

    private static List<JsonNode> terms(long contract) {
        return admin.post("/api/records/payment-plan/query", """
                        {"filter":{"field":"contract","op":"eq","value":%d},"sort":[{"field":"dueDate"},{"field":"id"}]}""".formatted(contract))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode payment(long contract, String amount) {
        return created("payment", "\"contract\":%d,\"amount\":\"%s\"".formatted(contract, amount));
    }

    private static JsonNode read(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id).expect(200).body();
    }

    private static BigDecimal number(JsonNode json, String path) {
        return new BigDecimal(json.at(path).asString());
    }

    private static JsonNode created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
