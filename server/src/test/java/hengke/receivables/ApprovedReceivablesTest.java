package hengke.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Invoices and payments that are approved: nothing is issued, and nothing counts, before somebody has agreed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovedReceivablesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String FLOW = """
            {"object":"%s","name":"%s","active":%s,"repeats":"notAtAll",
             "when":{"field":"amount","op":"gt","value":"10000"},
             "nodes":[{"id":"a","kind":"ask","name":"财务经理","approvers":{"kind":"people","people":[%d]},"mode":"any"}]}""";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient chief;
    private static long chiefId;
    private static long payments;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        chiefId = admin.post("/api/users", """
                        {"login":"chief","name":"财务经理","password":"%s","roles":[]}""".formatted(PASSWORD)).expect(201).number("/id");
        chief = new ApiClient(application).signIn("chief", PASSWORD);
        admin.post("/api/approvals/templates", FLOW.formatted("invoice", "开票审批", true, chiefId))
                .expect(201);
        payments = admin.post("/api/approvals/templates", FLOW.formatted("payment", "回款审批", true, chiefId))
                .expect(201)
                .number("/id");
    }

    @BeforeEach
    void somebody_who_owes_nothing() {
        customer = created("customer", "\"name\":\"客户 %s\"".formatted(UUID.randomUUID()));
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
    void an_invoice_is_issued_once_it_is_approved_and_not_changed_while_it_waits() {
        long contract = contract("100000");
        assertThat(admin.post(
                                "/api/records/invoice",
                                "{\"contract\":%d,\"amount\":\"20000\",\"status\":\"issued\",\"invoiceNumber\":\"1\",\"issuedOn\":\"2026-11-30\"}"
                                        .formatted(contract))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("needsApproval");
        long invoice = created("invoice", "\"contract\":%d,\"amount\":\"20000\"".formatted(contract));
        assertThat(issue(invoice).expect(409).text("/code")).isEqualTo("needsApproval");
        // many at once neither
        admin.post("/api/records/invoice/bulk", """
                {"ids":[%d],"change":{"status":"issued","invoiceNumber":"2","issuedOn":"2026-11-30"}}""".formatted(invoice));
        assertThat(text("invoice", invoice, "/status")).isEqualTo("requested");
        long approval = submit("invoice", invoice);
        change("invoice", invoice, "\"amount\":\"30000\"").expect(423);
        change("invoice", invoice, "\"status\":\"void\"").expect(423);
        issue(invoice).expect(423);
        admin.delete("/api/records/invoice/" + invoice).expect(423);
        // it keeps its part of what can be billed meanwhile
        assertThat(admin.post("/api/records/invoice", "{\"contract\":%d,\"amount\":\"80000.01\"}".formatted(contract))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("amount");
        decide(approval, "approve", "{}");
        assertThat(text("invoice", invoice, "/approval")).isEqualTo("approved");
        assertThat(text("contract", contract, "/invoiced/amount")).isEqualTo("0.00");
        issue(invoice).expect(200);
        assertThat(text("invoice", invoice, "/approval")).isEqualTo("approved");
        assertThat(text("contract", contract, "/invoiced/amount")).isEqualTo("20000.00");
        // what the tax office took back is on the books at once
        admin.post("/api/records/invoice/" + invoice + "/commands/redLetter", "{\"invoiceNumber\":\"R1\"}")
                .expect(200);
        assertThat(text("contract", contract, "/invoiced/amount")).isEqualTo("0.00");
    }

    @Test
    void an_invoice_that_was_refused_or_changed_since_is_approved_anew_and_a_small_one_needs_none() {
        long contract = contract("100000");
        long invoice = created("invoice", "\"contract\":%d,\"amount\":\"20000\"".formatted(contract));
        decide(submit("invoice", invoice), "reject", "{\"comment\":\"税率不对\"}");
        assertThat(text("invoice", invoice, "/approval")).isEqualTo("rejected");
        assertThat(issue(invoice).expect(409).text("/code")).isEqualTo("needsApproval");
        change("invoice", invoice, "\"amount\":\"25000\"").expect(200);
        decide(submit("invoice", invoice), "approve", "{}");
        change("invoice", invoice, "\"amount\":\"26000\"").expect(200);
        assertThat(text("invoice", invoice, "/approval")).isEqualTo("outdated");
        assertThat(issue(invoice).expect(409).text("/code")).isEqualTo("needsApproval");
        long small = created("invoice", "\"contract\":%d,\"amount\":\"10000\"".formatted(contract));
        issue(small).expect(200);
    }

    @Test
    void a_payment_that_waits_counts_nowhere_and_settles_with_its_approval() {
        long contract = contract("50000");
        plan(contract);
        long payment = created("payment", "\"contract\":%d,\"amount\":\"20000\"".formatted(contract));
        assertThat(text("payment", payment, "/status")).isEqualTo("waiting");
        assertNothingReceived(contract);
        assertThat(text("payment", payment, "/credit")).isIn("0", "0.00");
        // by no way it settles anything
        command(payment, "settle", "{}").expect(409);
        command(payment, "reverse", "{\"reason\":\"x\"}").expect(409);
        command(payment, "confirm", "{}").expect(409);
        assertThat(admin.post(
                                "/api/records/payment-match",
                                "{\"payment\":%d,\"contract\":%d,\"amount\":\"1\"}".formatted(payment, contract))
                        .expect(422)
                        .text("/errors/0/message"))
                .isEqualTo("该回款还在等待审批，通过后才能核销");
        long approval = submit("payment", payment);
        change("payment", payment, "\"amount\":\"30000\"").expect(423);
        admin.delete("/api/records/payment/" + payment).expect(423);
        assertNothingReceived(contract);
        decide(approval, "approve", "{}");
        assertThat(text("payment", payment, "/status")).isEqualTo("confirmed");
        assertThat(text("payment", payment, "/matched/amount")).isEqualTo("20000.00");
        assertThat(text("contract", contract, "/received/amount")).isEqualTo("20000.00");
        // it stays as it was approved, settled anew or reversed it may be
        assertThat(text("payment", payment, "/approval")).isEqualTo("approved");
        change("payment", payment, "\"remarks\":\"已核对\"").expect(200);
        assertThat(change("payment", payment, "\"amount\":\"20001\"")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("amount");
        command(payment, "reverse", "{\"reason\":\"退票\"}").expect(200);
        assertNothingReceived(contract);
    }

    @Test
    void a_payment_that_was_refused_never_counts_and_a_small_one_counts_at_once() {
        long contract = contract("50000");
        long refused = created("payment", "\"contract\":%d,\"amount\":\"20000\"".formatted(contract));
        decide(submit("payment", refused), "reject", "{\"comment\":\"没到账\"}");
        assertThat(text("payment", refused, "/status")).isEqualTo("waiting");
        assertNothingReceived(contract);
        admin.delete("/api/records/payment/" + refused).expect(204);
        long small = created("payment", "\"contract\":%d,\"amount\":\"10000\"".formatted(contract));
        assertThat(text("payment", small, "/status")).isEqualTo("confirmed");
        assertThat(text("contract", contract, "/received/amount")).isEqualTo("10000.00");
        // also where somebody says what it settles; a large one settles nothing yet
        String matches = "\"customer\":%d,\"amount\":\"%s\",\"matches\":[{\"contract\":%d,\"amount\":\"%s\"}]";
        long said = created("payment", matches.formatted(customer, "9000", contract, "4000"));
        assertThat(text("payment", said, "/matched/amount")).isEqualTo("4000.00");
        assertThat(text("contract", contract, "/received/amount")).isEqualTo("14000.00");
        assertThat(admin.post(
                                "/api/records/payment",
                                "{" + matches.formatted(customer, "19000", contract, "4000") + "}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("matches");
        // and does not become a large one by the way
        assertThat(change("payment", small, "\"amount\":\"10001\"").expect(409).text("/code"))
                .isEqualTo("needsApproval");
    }

    @Test
    void money_on_the_bank_waits_too_and_a_flow_that_is_given_up_leaves_nothing_behind() {
        long contract = contract("50000");
        plan(contract);
        long entry = created(
                "bank-entry",
                "\"day\":\"2026-11-30\",\"amount\":\"20000\",\"payer\":\"%s\"".formatted(UUID.randomUUID()));
        JsonNode term = admin.post("/api/records/payment-plan/query", """
                        {"filter":{"field":"contract","op":"eq","value":%d}}""".formatted(contract))
                .expect(200)
                .body()
                .at("/items/0");
        long payment = admin.post(
                        "/api/records/bank-entry/" + entry + "/commands/accept",
                        "{\"customer\":%d,\"terms\":[{\"plan\":%d,\"amount\":\"20000\"}]}"
                                .formatted(customer, term.path("id").asLong()))
                .expect(200)
                .number("/made/id");
        assertThat(text("bank-entry", entry, "/status")).isEqualTo("accepted");
        assertThat(text("payment", payment, "/status")).isEqualTo("waiting");
        assertNothingReceived(contract);
        decide(submit("payment", payment), "approve", "{}");
        assertThat(text("contract", contract, "/received/amount")).isEqualTo("20000.00");

        long waiting = created("payment", "\"contract\":%d,\"amount\":\"15000\"".formatted(contract));
        JsonNode flow = admin.get("/api/approvals/templates")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asLong() == payments)
                .findFirst()
                .orElseThrow();
        admin.delete("/api/approvals/templates/" + flow.path("id").asLong()).expect(204);
        command(waiting, "confirm", "{}").expect(200);
        assertThat(text("contract", contract, "/received/amount")).isEqualTo("35000.00");
        payments = admin.post("/api/approvals/templates", FLOW.formatted("payment", "回款审批", true, chiefId))
                .expect(201)
                .number("/id");
    }

    private static void assertNothingReceived(long contract) {
        assertThat(text("contract", contract, "/received/amount")).isEqualTo("0.00");
        assertThat(admin.get("/api/records/customer/" + customer)
                        .expect(200)
                        .body()
                        .at("/received/amount")
                        .asString("0.00"))
                .isEqualTo("0.00");
    }

    private static ApiClient.Answer issue(long invoice) {
        return change(
                "invoice",
                invoice,
                "\"status\":\"issued\",\"invoiceNumber\":\"N%d\",\"issuedOn\":\"2026-11-30\"".formatted(invoice));
    }

    private static ApiClient.Answer command(long payment, String command, String input) {
        return admin.post("/api/records/payment/" + payment + "/commands/" + command, input);
    }

    private static long submit(String object, long record) {
        return admin.post("/api/approvals", "{\"object\":\"%s\",\"record\":%d}".formatted(object, record))
                .expect(201)
                .number("/id");
    }

    private static void decide(long approval, String act, String body) {
        for (JsonNode entry : chief.get("/api/approvals/tasks?mine=waiting")
                .expect(200)
                .body()
                .path("items")) {
            if (entry.path("approval").asLong() == approval) {
                chief.post(
                                "/api/approvals/tasks/%d/%s"
                                        .formatted(entry.path("task").asLong(), act),
                                body)
                        .expect(200);
                return;
            }
        }
        throw new AssertionError("nothing waits");
    }

    private static ApiClient.Answer change(String object, long id, String values) {
        long version =
                admin.get("/api/records/" + object + "/" + id).expect(200).number("/version");
        return admin.patch("/api/records/" + object + "/" + id, "{\"version\":%d,%s}".formatted(version, values));
    }

    private static long contract(String amount) {
        return created(
                "contract",
                "\"customer\":%d,\"name\":\"合同\",\"status\":\"active\",\"amount\":\"%s\"".formatted(customer, amount));
    }

    private static void plan(long contract) {
        admin.post("/api/records/contract/" + contract + "/commands/plan", """
                        {"terms":[{"dueDate":"2026-12-01","percent":40},{"dueDate":"2027-03-01","percent":60}]}""").expect(200);
    }

    private static String text(String object, long id, String path) {
        return admin.get("/api/records/" + object + "/" + id)
                .expect(200)
                .body()
                .at(path)
                .asString();
    }

    private static long created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .number("/id");
    }
}
