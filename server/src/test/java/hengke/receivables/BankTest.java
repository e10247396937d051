package hengke.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What came in by the bank, whom it is from, and the payments made of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BankTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
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
    void statements_of_different_banks_are_understood_and_each_entry_is_taken_once() throws IOException {
        String one = """
                账户明细查询,,,,,,
                账号：6222,,,,,,
                交易日期,交易时间,借方发生额(支取),贷方发生额(收入),余额,对方户名,对方账号,摘要,用途,核心流水号
                20261101,10:00:01,0.00,"12,000.50",100.00,甲公司,62001,货款,一期,LS%1$s1
                20261101,10:00:02,300.00,0.00,99.00,水电公司,62002,电费,,LS%1$s2
                20261102,10:00:03,,5000,99.00,乙公司,62003,货款,,LS%1$s3
                合计,,300.00,17000.50,,,,,,
                """.formatted(UUID.randomUUID().toString().substring(0, 6));
        JsonNode taken = take(one, Charset.forName("GB18030")).expect(200).body();
        assertThat(taken.path("created").asInt()).isEqualTo(2);
        assertThat(taken.path("outgoing").asInt()).isEqualTo(1);
        JsonNode again = take(one, StandardCharsets.UTF_8).expect(200).body();
        assertThat(again.path("created").asInt()).isZero();
        assertThat(again.path("known").asInt()).isEqualTo(2);
        // another layout: amount and direction, no reference; two alike on one statement are two
        String name = "丙公司" + UUID.randomUUID();
        String other = """
                记账时间,收支方向,交易金额,交易对方,附言
                2026-11-03 09:00:00,收入,100.00,%1$s,尾款
                2026-11-03 09:00:00,收入,100.00,%1$s,尾款
                2026-11-03,支出,7.00,%1$s,退款
                不是日期,收入,8.00,%1$s,尾款
                2026-11-03,收入,一百,%1$s,尾款
                """.formatted(name);
        JsonNode second = take(other, StandardCharsets.UTF_8).expect(200).body();
        assertThat(second.path("created").asInt()).isEqualTo(2);
        assertThat(second.path("outgoing").asInt()).isEqualTo(1);
        assertThat(second.path("problems"))
                .extracting(problem -> problem.path("row").asInt())
                .containsExactly(5, 6);
        assertThat(take(other, StandardCharsets.UTF_8)
                        .expect(200)
                        .body()
                        .path("known")
                        .asInt())
                .isEqualTo(2);
        JsonNode raw = entries(name).getFirst();
        assertThat(read("bank-entry", raw.path("id").asLong()).at("/raw/附言").asString())
                .isEqualTo("尾款");
        assertThat(take("甲,乙\n1,2\n", StandardCharsets.UTF_8).status()).isIn(400, 415, 422);
    }

    @Test
    void a_statement_taken_in_twice_at_once_is_taken_in_once_and_undone_as_one() throws IOException {
        String name = "并发公司" + UUID.randomUUID();
        String statement = "交易日期,贷方金额,对方户名,流水号\n"
                + String.join(
                        "\n",
                        IntStream.range(0, 30)
                                .mapToObj(i -> "2026-11-05,%d,%s,%s".formatted(i + 1, name, UUID.randomUUID()))
                                .toList());
        Path file = file(statement, StandardCharsets.UTF_8);
        List<CompletableFuture<ApiClient.Answer>> taking = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> upload(file)))
                .toList();
        List<ApiClient.Answer> answers =
                taking.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream()
                        .mapToInt(answer ->
                                answer.expect(200).body().path("created").asInt()))
                .containsExactlyInAnyOrder(30, 0, 0, 0);
        assertThat(entries(name)).hasSize(30);
        ApiClient.Answer first = answers.stream()
                .filter(answer -> answer.body().path("created").asInt() == 30)
                .findFirst()
                .orElseThrow();
        admin.post("/api/operations/" + first.operation() + "/undo", "{}").expect(200);
        assertThat(entries(name)).isEmpty();
    }

    @Test
    void who_paid_and_what_is_proposed_with_its_reasons_and_only_what_is_sure_is_accepted_unseen() throws IOException {
        String company = "云图" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[^a-z0-9]", "") + "科技";
        long customer = id(created("customer", "\"name\":\"%s有限公司\"".formatted(company)));
        JsonNode contract = contract(customer, "1000");
        plan(
                contract,
                "{\"dueDate\":\"2026-12-01\",\"amount\":\"300\",\"name\":\"首付款\"},{\"dueDate\":\"2027-01-01\",\"amount\":\"700\"}");
        JsonNode other = contract(customer, "888");
        plan(other, "{\"dueDate\":\"2027-02-01\",\"amount\":\"888\"}");
        // by name, and the amount of a term
        long exact = entry(company + "（有限公司）", "300", "货款");
        JsonNode proposal = proposal(exact);
        assertThat(proposal.at("/customer/id").asLong()).isEqualTo(customer);
        assertThat(proposal.path("whose").asString()).isEqualTo("与客户名称相同");
        assertThat(proposal.path("what").asString()).isEqualTo("金额等于“首付款”");
        assertThat(proposal.path("sure").asBoolean()).isTrue();
        // a sum, by the sum; nothing that fits is only likely
        assertThat(proposal(entry(company + "有限公司", "1000", "")).path("terms")).hasSize(2);
        JsonNode odd = proposal(entry(company + "有限公司", "123.45", ""));
        assertThat(odd.path("sure").asBoolean()).isFalse();
        assertThat(odd.path("what").asString()).isEqualTo("金额对不上，按到期先后");
        // by the number of the contract, whoever paid
        long numbered = entry("某某个人", "500", "付" + other.path("number").asString() + "货款");
        JsonNode byNumber = proposal(numbered);
        assertThat(byNumber.path("whose").asString())
                .isEqualTo("附言写有 " + other.path("number").asString());
        assertThat(byNumber.at("/terms/0/bill/id").asLong()).isEqualTo(id(other));
        assertThat(byNumber.at("/terms/0/amount").asString()).isEqualTo("500.00");
        // nobody knows
        long unknown = entry("没人认识" + UUID.randomUUID(), "5", "");
        assertThat(proposal(unknown).path("customer").isNull()).isTrue();
        assertThat(accept(unknown, "{}").expect(409).text("/code")).isEqualTo("notSure");

        ApiClient.Answer accepted = accept(exact, "{}").expect(200);
        JsonNode payment = read("payment", accepted.number("/made/id"));
        assertThat(payment.at("/matched/amount").asString()).isEqualTo("300.00");
        assertThat(payment.at("/contract/id").asLong()).isEqualTo(id(contract));
        assertThat(payment.path("payer").asString()).isEqualTo(company + "（有限公司）");
        assertThat(read("bank-entry", exact).path("status").asString()).isEqualTo("accepted");
        accept(exact, "{}").expect(409);
        admin.delete("/api/records/bank-entry/" + exact).expect(409);
        // the payment reversed: the entry is open again
        admin.post("/api/records/payment/" + id(payment) + "/commands/reverse", "{\"reason\":\"认错了\"}")
                .expect(200);
        assertThat(read("bank-entry", exact).path("status").asString()).isEqualTo("open");
        // accepted and undone
        ApiClient.Answer again = accept(exact, "{}").expect(200);
        admin.post("/api/operations/" + again.operation() + "/undo", "{}").expect(200);
        assertThat(read("bank-entry", exact).path("status").asString()).isEqualTo("open");
        assertThat(read("contract", id(contract)).at("/received/amount").asString())
                .isEqualTo("0.00");
    }

    @Test
    void somebody_says_who_it_was_and_what_it_pays_and_next_time_that_is_known() throws IOException {
        String payer = "王代付" + UUID.randomUUID();
        long customer = id(created("customer", "\"name\":\"代付客户 %s\"".formatted(UUID.randomUUID())));
        JsonNode contract = contract(customer, "1000");
        plan(
                contract,
                "{\"dueDate\":\"2026-12-01\",\"amount\":\"400\"},{\"dueDate\":\"2027-01-01\",\"amount\":\"600\"}");
        JsonNode second = admin.post(
                        "/api/records/payment-plan/query",
                        "{\"filter\":{\"field\":\"contract\",\"op\":\"eq\",\"value\":%d},\"sort\":[{\"field\":\"dueDate\",\"descending\":true}]}"
                                .formatted(id(contract)))
                .expect(200)
                .body()
                .at("/items/0");
        long first = entry(payer, "150", "");
        assertThat(accept(first, "{\"customer\":999999999}").expect(422).text("/errors/0/field"))
                .isEqualTo("customer");
        assertThat(accept(
                                first,
                                "{\"customer\":%d,\"terms\":[{\"plan\":%d,\"amount\":\"150.01\"}]}"
                                        .formatted(customer, id(second)))
                        .status())
                .isEqualTo(422);
        assertThat(accept(
                                first,
                                "{\"customer\":%d,\"terms\":[{\"plan\":%d,\"sum\":1}]}".formatted(customer, id(second)))
                        .expect(422)
                        .body()
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("terms[0].sum", "terms[0].amount");
        accept(first, "{\"customer\":%d,\"terms\":[{\"plan\":%d,\"amount\":\"150\"}]}".formatted(customer, id(second)))
                .expect(200);
        assertThat(read("payment-plan", id(second)).at("/received/amount").asString())
                .isEqualTo("150.00");
        // what is written says more than who paid before
        JsonNode theirs = contract(id(created("customer", "\"name\":\"另一家 %s\"".formatted(UUID.randomUUID()))), "70");
        plan(theirs, "{\"dueDate\":\"2026-12-01\",\"amount\":\"70\"}");
        JsonNode written = proposal(entry(payer, "70", theirs.path("number").asString()));
        assertThat(written.at("/customer/id").asLong())
                .isEqualTo(theirs.at("/customer/id").asLong());
        assertThat(written.path("sure").asBoolean()).isTrue();
        long next = entry(payer, "400", "");
        assertThat(proposal(next).path("whose").asString()).isEqualTo("用这个户名付过款");
        assertThat(proposal(next).path("sure").asBoolean()).isTrue();
        // as credit
        ApiClient.Answer credit = accept(next, "{\"customer\":%d,\"terms\":[]}".formatted(customer))
                .expect(200);
        assertThat(read("payment", credit.number("/made/id")).path("credit").asString())
                .startsWith("400");
        // ignored and looked at again
        long interest = entry("银行", "1.23", "结息");
        admin.post("/api/records/bank-entry/" + interest + "/commands/ignore", "{\"reason\":\"利息\"}")
                .expect(200);
        accept(interest, "{\"customer\":%d}".formatted(customer)).expect(409);
        admin.post("/api/records/bank-entry/" + interest + "/commands/reopen", "{}")
                .expect(200);
    }

    @Test
    void of_twenty_who_accept_the_same_entry_at_once_one_makes_a_payment() throws IOException {
        long customer = id(created("customer", "\"name\":\"抢认领 %s\"".formatted(UUID.randomUUID())));
        long entry = entry("抢" + UUID.randomUUID(), "77", "");
        List<CompletableFuture<Integer>> accepting = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() ->
                        accept(entry, "{\"customer\":%d}".formatted(customer)).status()))
                .toList();
        assertThat(accepting.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
        assertThat(admin.post(
                                "/api/records/payment/query",
                                "{\"filter\":{\"field\":\"customer\",\"op\":\"eq\",\"value\":%d}}".formatted(customer))
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void who_sees_neither_entries_nor_customers_is_told_nothing_of_them() throws IOException {
        long customer = id(created("customer", "\"name\":\"秘密客户\""));
        long entry = entry("秘密客户", "9", "");
        String login = "b" + UUID.randomUUID().toString().substring(0, 8);
        admin.post("/api/users", "{\"login\":\"%s\",\"name\":\"外人\",\"password\":\"%s\"}".formatted(login, PASSWORD))
                .expect(201);
        ApiClient other = new ApiClient(application).signIn(login, PASSWORD);
        ApiClient.Answer asked =
                other.post("/api/receivables/proposals", "{\"ids\":[%d],\"customer\":%d}".formatted(entry, customer));
        assertThat(asked.response().body()).doesNotContain("秘密");
        assertThat(other.post("/api/records/bank-entry/%d/commands/accept".formatted(entry), "{}")
                        .status())
                .isIn(403, 404);
    }

    private static long id(JsonNode record) {
        return record.path("id").asLong();
    }

    private static JsonNode contract(long customer, String amount) {
        return created(
                "contract",
                "\"customer\":%d,\"name\":\"合同\",\"status\":\"active\",\"amount\":\"%s\"".formatted(customer, amount));
    }

    private static void plan(JsonNode contract, String terms) {
        admin.post("/api/records/contract/" + id(contract) + "/commands/plan", "{\"terms\":[" + terms + "]}")
                .expect(200);
    }

    private long entry(String payer, String amount, String remark) throws IOException {
        String reference = UUID.randomUUID().toString();
        take(
                        "交易日期,贷方金额,对方户名,摘要,流水号\n2026-11-20,%s,%s,%s,%s\n".formatted(amount, payer, remark, reference),
                        StandardCharsets.UTF_8)
                .expect(200);
        return admin.post(
                        "/api/records/bank-entry/query",
                        "{\"filter\":{\"field\":\"reference\",\"op\":\"eq\",\"value\":\"%s\"}}".formatted(reference))
                .expect(200)
                .body()
                .at("/items/0/id")
                .asLong();
    }

    private static List<JsonNode> entries(String payer) {
        return admin.post(
                        "/api/records/bank-entry/query",
                        "{\"filter\":{\"field\":\"payer\",\"op\":\"eq\",\"value\":\"%s\"},\"limit\":200}"
                                .formatted(payer))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode proposal(long entry) {
        return admin.post("/api/receivables/proposals", "{\"ids\":[%d]}".formatted(entry))
                .expect(200)
                .body()
                .at("/items/0");
    }

    private static ApiClient.Answer accept(long entry, String input) {
        return admin.post("/api/records/bank-entry/" + entry + "/commands/accept", input);
    }

    private ApiClient.Answer take(String statement, Charset charset) throws IOException {
        return upload(file(statement, charset));
    }

    private Path file(String statement, Charset charset) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "statement", ".csv"), statement, charset);
    }

    private static ApiClient.Answer upload(Path file) {
        return admin.upload("/api/receivables/statements", file);
    }

    private static JsonNode read(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id).expect(200).body();
    }

    private static JsonNode created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
