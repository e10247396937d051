package hengke.capability.approval;

import static hengke.capability.approval.ApprovalTalk.PASSWORD;
import static hengke.capability.approval.ApprovalTalk.act;
import static hengke.capability.approval.ApprovalTalk.id;
import static hengke.capability.approval.ApprovalTalk.somebody;
import static hengke.capability.approval.ApprovalTalk.submitted;
import static hengke.capability.approval.ApprovalTalk.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes with a decision: files, remarks, who comes next; and what was approved is taken back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalActsTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static ApiClient head;
    private static ApiClient boss;
    private static ApiClient stranger;
    private static long bossId;
    private static long strangerId;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = admin.post("/api/records/customer", "{\"name\":\"审批客户\"}")
                .expect(201)
                .number("/id");
        List<String> grants = new ArrayList<>(List.of("{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"all\"}"));
        for (String object : List.of("quote", "expense")) {
            for (String verb : List.of("read", "create", "edit", "delete")) {
                grants.add("{\"object\":\"%s\",\"verb\":\"%s\",\"scope\":\"%s\"}"
                        .formatted(object, verb, verb.equals("create") ? "all" : "own"));
            }
        }
        long selling = role("卖", String.join(",", grants));
        long apart = role("旁", "");
        bossId = somebody(admin, "boss", apart, null);
        long headId = somebody(admin, "head", apart, bossId);
        somebody(admin, "seller", selling, headId);
        strangerId = somebody(admin, "stranger", apart, null);
        boss = new ApiClient(application).signIn("boss", PASSWORD);
        head = new ApiClient(application).signIn("head", PASSWORD);
        seller = new ApiClient(application).signIn("seller", PASSWORD);
        stranger = new ApiClient(application).signIn("stranger", PASSWORD);
        admin.post("/api/approvals/templates", """
                {"object":"quote","name":"报价","active":true,"revocable":"byAdministrators","nodes":[
                 {"id":"a","kind":"ask","name":"上级","approvers":{"kind":"superior","level":1}}]}""").expect(201);
        admin.post("/api/approvals/templates", """
                {"object":"expense","name":"报销","active":true,"revocable":"byAdministrators","nodes":[
                 {"id":"a","kind":"ask","name":"上级","approvers":{"kind":"superior","level":1}},
                 {"id":"b","kind":"ask","name":"复核","approvers":{"kind":"next","among":[%d,%d]}}]}""".formatted(bossId, strangerId))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void files_are_read_by_whoever_reads_the_approval_and_by_nobody_else() {
        JsonNode quote = quote();
        long proof = uploaded(seller, "报价依据.txt");
        head.get("/api/files/" + proof).expect(404);
        long id = seller.post(
                        "/api/approvals",
                        "{\"object\":\"quote\",\"record\":%d,\"files\":[%d]}".formatted(id(quote), proof))
                .expect(201)
                .number("/id");
        head.get("/api/files/" + proof).expect(200);
        stranger.get("/api/files/" + proof).expect(404);
        boss.get("/api/files/" + proof).expect(404);
        // nobody makes a file of somebody else readable
        long others = uploaded(stranger, "别人的.txt");
        assertThat(act(head, id, "approve", "{\"files\":[%d]}".formatted(others))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("files");
        long opinion = uploaded(head, "意见.txt");
        act(head, id, "delegate", "{\"person\":%d,\"files\":[%d]}".formatted(bossId, opinion))
                .expect(200);
        boss.get("/api/files/" + opinion).expect(200);
        boss.get("/api/files/" + proof).expect(200);
        act(boss, id, "approve", "{\"comment\":\"可以\"}").expect(200);
        JsonNode done = act(
                        head, id, "reject", "{\"comment\":\"不行\",\"files\":[%d]}".formatted(uploaded(head, "批注.txt")))
                .expect(200)
                .body();
        assertThat(done.path("log").values().stream()
                        .flatMap(each -> each.path("files").values().stream())
                        .map(file -> file.path("name").asString()))
                .containsExactly("报价依据.txt", "意见.txt", "批注.txt");
        seller.get("/api/files/" + opinion).expect(200);
        stranger.get("/api/files/" + opinion).expect(404);
    }

    @Test
    void whoever_reads_it_may_say_something_and_it_decides_nothing() {
        long id = submitted(seller, "quote", id(quote()));
        JsonNode said = seller.post("/api/approvals/" + id + "/comment", "{\"comment\":\"客户很急\"}")
                .expect(200)
                .body();
        assertThat(said.path("status").asString()).isEqualTo("running");
        assertThat(said.at("/log/1/kind").asString()).isEqualTo("commented");
        assertThat(head.get("/api/notifications").expect(200).body().toString()).contains("评论");
        seller.post("/api/approvals/" + id + "/comment", "{\"comment\":\" \"}").expect(422);
        stranger.post("/api/approvals/" + id + "/comment", "{\"comment\":\"？\"}")
                .expect(404);
    }

    @Test
    void whoever_agrees_says_who_comes_next() {
        JsonNode claim = claim();
        long id = seller.post("/api/approvals", "{\"object\":\"expense\",\"record\":%d}".formatted(id(claim)))
                .expect(201)
                .number("/id");
        JsonNode seen = head.get("/api/approvals/" + id).expect(200).body();
        assertThat(seen.at("/mine/0/toName/0").asString()).isEqualTo("b");
        assertThat(seen.at("/mine/0/choices/0/among")).hasSize(2);
        assertThat(seen.at("/steps/1/auto").asString()).isEqualTo("later");
        assertThat(act(head, id, "approve", "{}").expect(422).text("/errors/0/field"))
                .isEqualTo("chosen.b");
        assertThat(act(head, id, "approve", "{\"chosen\":{\"b\":[1]}}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("chosen.b");
        // several at once cannot say it
        assertThat(head.post("/api/approvals/tasks/approve", "{\"ids\":[%d]}".formatted(waiting(head, id)))
                        .expect(200)
                        .body()
                        .path("failed"))
                .hasSize(1);
        act(head, id, "approve", "{\"chosen\":{\"b\":[%d]}}".formatted(strangerId))
                .expect(200);
        act(stranger, id, "approve", "{}").expect(200);
        String path = "/api/records/expense/" + id(claim);
        assertThat(seller.get(path).expect(200).text("/status")).isEqualTo("confirmed");
        // taken back, a claim is a draft again
        admin.post("/api/approvals/" + id + "/revoke", "{\"comment\":\"重复报销\"}").expect(200);
        assertThat(seller.get(path).expect(200).text("/status")).isEqualTo("draft");
        assertThat(seller.get(path).text("/approval")).isEqualTo("revoked");
    }

    @Test
    void it_is_printed_as_its_reader_sees_it_and_can_be_checked() throws IOException {
        JsonNode quote = quote();
        long id = submitted(seller, "quote", id(quote));
        act(head, id, "reject", "{\"comment\":\"价格太低\",\"files\":[%d]}".formatted(uploaded(head, "批注.txt")))
                .expect(200);
        String path = "/api/approvals/" + id + "/paper";
        byte[] paper = seller.download(path);
        assertThat(text(paper)).contains("审批记录", "报价", "审批客户", "水泵", "head", "拒绝", "价格太低", "批注.txt", "/verify");
        assertThat(text(head.download(path)))
                .as("who sees nothing of the record")
                .contains("价格太低")
                .doesNotContain("审批客户")
                .doesNotContain("水泵");
        stranger.get(path).expect(404);
        JsonNode checked = new ApiClient(application)
                .upload("/api/public/verify", "paper.pdf", paper)
                .expect(200)
                .body();
        assertThat(checked.path("verdict").asString()).isEqualTo("intact");
        assertThat(checked.at("/signatures/0/ours").asBoolean()).isTrue();
    }

    @Test
    void what_was_approved_is_printed_with_the_seal_of_its_flow_and_each_use_is_noted() throws IOException {
        long seal = admin.post(
                        "/api/signing/seals",
                        "{\"name\":\"审批章\",\"company\":\"云图科技有限公司\",\"below\":\"审批专用章\",\"holders\":[]}")
                .expect(201)
                .number("/id");
        long plain = submitted(seller, "quote", id(quote()));
        sealed(seal).expect(200);
        assertThat(sealed(seal + 1000).expect(422).text("/errors/0/field")).isEqualTo("seal");
        JsonNode quote = quote();
        long id = submitted(seller, "quote", id(quote));
        assertThat(pictures(seller.download("/api/approvals/" + id + "/paper")))
                .as("only the code while it runs")
                .isEqualTo(1);
        act(head, id, "approve", "{}").expect(200);
        act(head, plain, "approve", "{}").expect(200);
        assertThat(pictures(seller.download("/api/approvals/" + id + "/paper"))).isEqualTo(2);
        assertThat(pictures(seller.download("/api/approvals/" + plain + "/paper")))
                .as("began with an edition without it")
                .isEqualTo(1);
        assertThat(admin.get("/api/signing/seals/" + seal + "/uses")
                        .expect(200)
                        .body()
                        .path("items"))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.path("object").asString()).isEqualTo("quote");
                    assertThat(use.path("record").asLong()).isEqualTo(id(quote));
                });
    }

    /** Gives the flow of quotes a seal. */
    private static Answer sealed(long seal) {
        JsonNode flow = admin.get("/api/approvals/templates")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("报价"))
                .findFirst()
                .orElseThrow();
        ObjectNode change = JsonMapper.shared().createObjectNode().put("seal", seal);
        for (String kept : List.of("name", "active", "revocable", "version", "nodes")) {
            change.set(kept, flow.get(kept));
        }
        return admin.send("PUT", "/api/approvals/templates/" + flow.path("id").asLong(), change.toString());
    }

    private static int pictures(byte[] pdf) throws IOException {
        int found = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    found += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return found;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void the_first_step_and_a_copy_cannot_be_named_by_whoever_agrees_before() {
        JsonNode refused =
                admin.post("/api/approvals/templates", """
                {"object":"quote","name":"错的","nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"next"}},
                 {"id":"c","kind":"copy","approvers":{"kind":"next"}}]}""").expect(422).body();
        assertThat(refused.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("nodes[0].approvers", "nodes[1].approvers");
    }

    @Test
    void what_was_approved_is_taken_back_until_it_has_gone_on() {
        JsonNode quote = quote();
        long id = submitted(seller, "quote", id(quote));
        act(head, id, "approve", "{}").expect(200);
        String path = "/api/records/quote/" + id(quote);
        JsonNode mine = seller.get("/api/approvals/" + id).expect(200).body();
        assertThat(mine.path("can")).extracting(JsonNode::asString).containsExactly("wantBack");
        seller.post("/api/approvals/" + id + "/revoke", "{\"comment\":\"算错了\"}").expect(409);
        seller.post("/api/approvals/" + id + "/want-back", "{}").expect(422);
        seller.post("/api/approvals/" + id + "/want-back", "{\"comment\":\"算错了\"}")
                .expect(200);
        assertThat(admin.get("/api/notifications").expect(200).body().toString())
                .contains("请求撤销");
        admin.post("/api/approvals/" + id + "/revoke", "{}").expect(422);
        JsonNode back = admin.post("/api/approvals/" + id + "/revoke", "{\"comment\":\"算错了\"}")
                .expect(200)
                .body();
        assertThat(back.path("status").asString()).isEqualTo("revoked");
        assertThat(seller.get(path).expect(200).text("/approval")).isEqualTo("revoked");
        assertThat(change(quote, "\"status\":\"sent\"").expect(409).text("/code"))
                .isEqualTo("needsApproval");
        change(quote, "\"name\":\"改过的\"").expect(200);
        long again = submitted(seller, "quote", id(quote));
        assertThat(admin.post("/api/approvals/" + id + "/revoke", "{\"comment\":\"？\"}")
                        .expect(409)
                        .text("/code"))
                .isIn("over", "notLast");
        act(head, again, "approve", "{}").expect(200);
        change(quote, "\"status\":\"sent\"").expect(200);
        ApiClient.Answer late = admin.post("/api/approvals/" + again + "/revoke", "{\"comment\":\"晚了\"}")
                .expect(409);
        assertThat(late.text("/code")).isEqualTo("stands");
        assertThat(late.text("/detail")).contains("已经发出");
        assertThat(seller.get(path).text("/approval")).isEqualTo("approved");
    }

    private static JsonNode quote() {
        return seller.post(
                        "/api/records/quote",
                        "{\"customer\":%d,\"lines\":[{\"name\":\"水泵\",\"price\":\"100\"}]}".formatted(customer))
                .expect(201)
                .body();
    }

    private static JsonNode claim() {
        return seller.post(
                        "/api/records/expense",
                        "{\"name\":\"出差\",\"lines\":[{\"kind\":\"travel\",\"day\":\"2026-11-02\",\"amount\":\"100\"}]}")
                .expect(201)
                .body();
    }

    private static ApiClient.Answer change(JsonNode quote, String values) {
        String path = "/api/records/quote/" + id(quote);
        return seller.patch(
                path,
                "{\"version\":%d,%s}".formatted(seller.get(path).expect(200).number("/version"), values));
    }

    private static long uploaded(ApiClient who, String name) {
        return who.upload("/api/files", name, name).expect(201).number("/id");
    }

    private static long role(String name, String grants) {
        return admin.post("/api/roles", "{\"name\":\"%s\",\"commands\":[],\"grants\":[%s]}".formatted(name, grants))
                .expect(201)
                .number("/id");
    }
}
