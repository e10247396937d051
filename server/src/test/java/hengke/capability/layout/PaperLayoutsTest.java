package hengke.capability.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Papers as a company lays them out itself, and the clauses on them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PaperLayoutsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;
    private static long quote;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = admin.post("/api/records/customer", "{\"name\":\"华东<泵>&业{name}\"}")
                .expect(201)
                .number("/id");
        long product = admin.post("/api/records/product", """
                        {"name":"循环泵","unit":"piece","price":"100","cost":"37.13","taxRate":13}""").expect(201).number("/id");
        quote = admin.post("/api/records/quote", """
                        {"customer":%d,"name":"泵站","terms":"第一行\\n第二行","lines":[{"product":%d,"quantity":3}]}""".formatted(customer, product))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_is_published_is_printed_and_never_changed() throws Exception {
        JsonNode made = made("客户版");
        assertThat(made.at("/content/blocks/0/kind").asString()).isEqualTo("title");
        assertThat(made.at("/layout/edition").isNull()).isTrue();
        JsonNode saved = content(made, """
                {"kind":"title","text":"采购建议书"},
                {"kind":"facts","values":["number","customer","owner"]},
                {"kind":"lines","relation":"lines","columns":["name","quantity","amount"]},
                {"kind":"sums","values":["total"],"inWords":"total"},
                {"kind":"rich","html":"<p>致 <b>{customer.name}</b><script>alert(1)</script></p><p>{terms}</p>"},
                {"kind":"pageBreak"},
                {"kind":"signatures","parties":["{company}"]}""");
        // nobody is offered a draft
        assertThat(offered()).doesNotContain("客户版");
        admin.get("/api/records/quote/%d/paper?layout=%d".formatted(quote, id(saved)))
                .expect(422);
        JsonNode published = publish(saved);
        assertThat(published.at("/layout/edition").asInt()).isEqualTo(1);
        assertThat(offered()).contains("客户版", "标准模板（自带）");
        String printed = text(paper("?layout=" + id(published)));
        assertThat(printed)
                .contains("采购建议书", "致 华东<泵>&业{name}", "第一行", "第二行", "循环泵", "叁佰元整")
                .doesNotContain("alert", "商务条款");
        try (PDDocument document = Loader.loadPDF(paper("?layout=" + id(published)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        // the draft goes on without it
        JsonNode next = content(published, "{\"kind\":\"title\",\"text\":\"第二版\"}");
        assertThat(next.at("/layout/changed").asBoolean()).isTrue();
        assertThat(text(paper("?layout=" + id(next)))).contains("采购建议书");
        JsonNode second = publish(next);
        assertThat(text(paper("?layout=" + id(second)))).contains("第二版").doesNotContain("采购建议书");
        assertThat(admin.get("/api/paper-layouts/%d/editions/1".formatted(id(second)))
                        .expect(200)
                        .text("/blocks/0/text"))
                .isEqualTo("采购建议书");
        assertThatThrownBy(() ->
                        application.bean(DSLContext.class).execute("update paper_layout_version set content = '{}'"))
                .hasMessageContaining("never changed");
        admin.delete("/api/paper-layouts/" + id(second)).expect(409);
        // what is shipped can be chosen at any time
        assertThat(text(paper("?layout=0"))).contains("商务条款");
    }

    @Test
    void a_contract_without_lines_has_no_sums_of_nothing() throws Exception {
        long contract = admin.post("/api/records/contract", """
                        {"customer":%d,"name":"框架合同","amount":"50000"}""".formatted(customer))
                .expect(201)
                .number("/id");
        assertThat(text(admin.download("/api/records/contract/%d/paper?layout=0".formatted(contract))))
                .contains("¥50,000.00", "伍万元整")
                .doesNotContain("¥0.00", "税额");
    }

    @Test
    void the_standard_is_printed_where_nobody_chooses_and_there_is_one_only() throws Exception {
        JsonNode first = made("默认甲");
        assertThat(admin.patch("/api/paper-layouts/" + id(first), "{\"version\":1,\"standard\":true}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("standard");
        JsonNode standard = standard(publish(content(first, "{\"kind\":\"title\",\"text\":\"默认甲的标题\"}")));
        assertThat(text(paper(""))).contains("默认甲的标题");
        JsonNode other = standard(publish(content(made("默认乙"), "{\"kind\":\"title\",\"text\":\"默认乙的标题\"}")));
        assertThat(text(paper(""))).contains("默认乙的标题");
        assertThat(read(standard).at("/layout/standard").asBoolean()).isFalse();
        // put out of use it is the standard no more
        admin.patch(
                        "/api/paper-layouts/" + id(other),
                        "{\"version\":%d,\"active\":false,\"standard\":false}".formatted(version(other)))
                .expect(200);
        assertThat(text(paper(""))).contains("商务条款");
    }

    @Test
    void what_there_is_not_is_refused_at_its_block() {
        JsonNode made = made("有错的");
        List<String> faults = admin.patch("/api/paper-layouts/" + id(made), """
                        {"version":1,"content":{"blocks":[
                          {"kind":"title","text":"{nomber}"},
                          {"kind":"facts","values":["number","customer.nothing"]},
                          {"kind":"lines","relation":"rows","columns":["name"]},
                          {"kind":"lines","relation":"lines","columns":["nothing"]},
                          {"kind":"sums","values":["name"],"inWords":"owner"},
                          {"kind":"rich","html":"<p>{合同编号}</p>"},
                          {"kind":"clause","clause":99},
                          {"kind":"signatures","parties":[]}
                        ],"foot":"{page}"}}""")
                .expect(422)
                .body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "content.blocks[0].text",
                        "content.blocks[1].values[1]",
                        "content.blocks[2].relation",
                        "content.blocks[3].columns[0]",
                        "content.blocks[4].values[0]",
                        "content.blocks[4].inWords",
                        "content.blocks[5].html",
                        "content.blocks[6].clause",
                        "content.blocks[7].parties",
                        "content.foot");
        admin.patch("/api/paper-layouts/" + id(made), """
                        {"version":1,"content":{"blocks":[{"kind":"script","text":"1"}]}}""").expect(422);
        assertThat(read(made).at("/layout/version").asLong()).isOne();
        // the second of two who change it is told
        admin.patch("/api/paper-layouts/" + id(made), "{\"version\":1,\"name\":\"改过名的\"}")
                .expect(200);
        admin.patch("/api/paper-layouts/" + id(made), "{\"version\":1,\"name\":\"又改名\"}")
                .expect(409);
        admin.delete("/api/paper-layouts/" + id(made)).expect(204);
    }

    @Test
    void what_is_hidden_from_who_prints_stands_on_no_paper_and_papers_of_others_stay_shut() throws Exception {
        JsonNode layout = publish(content(made("带成本的"), """
                {"kind":"title","text":"内部"},
                {"kind":"lines","relation":"lines","columns":["name","cost","costAmount"]},
                {"kind":"rich","html":"<p>成本 {cost} 毛利 {margin}</p>"}"""));
        assertThat(text(paper("?layout=" + id(layout)))).contains("37.13", "111.39");
        long role = admin.post("/api/roles", """
                        {"name":"只看成本以外","grants":[
                          {"object":"customer","verb":"read","scope":"all"},{"object":"contact","verb":"read","scope":"all"},
                          {"object":"product","verb":"read","scope":"all"},
                          {"object":"quote","verb":"read","scope":"all"},{"object":"quote","verb":"edit","scope":"all"}],
                         "fields":[{"object":"product","field":"cost","right":"hidden"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"mei","name":"梅","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        ApiClient mei = new ApiClient(application).signIn("mei", PASSWORD);
        assertThat(text(mei.download("/api/records/quote/%d/paper?layout=%d".formatted(quote, id(layout)))))
                .contains("循环泵")
                .doesNotContain("37.13", "111.39");
        // what somebody else sent by it is not hers to read; by another layout it is
        long sent = sent(id(layout));
        mei.get("/api/sendings/quote/%d/%d/file".formatted(quote, sent)).expect(403);
        long plain = sent(0);
        assertThat(text(mei.download("/api/sendings/quote/%d/%d/file".formatted(quote, plain))))
                .contains("循环泵");
        // nor is what is set up
        mei.get("/api/paper-layouts").expect(403);
        mei.get("/api/paper-layouts/" + id(layout)).expect(403);
        mei.post("/api/paper-layouts", "{\"object\":\"quote\",\"name\":\"x\"}").expect(403);
        mei.post("/api/paper-layouts/preview", """
                        {"object":"quote","record":%d,"content":{"blocks":[{"kind":"title","text":"x"}]}}""".formatted(quote)).expect(403);
        mei.delete("/api/paper-layouts/" + id(layout)).expect(403);
    }

    @Test
    void clauses_have_editions_are_frozen_when_published_and_go_into_terms() throws Exception {
        JsonNode clause = admin.post("/api/records/clause", """
                        {"name":"保密","category":"confidentiality",
                         "text":"<p>{customer.name}与{company}对商务信息保密。</p><ol><li>甲</li><li>乙</li></ol>"}""").expect(201).body();
        assertThat(clause.path("edition").asInt()).isEqualTo(1);
        JsonNode layout =
                publish(content(made("带条款的"), """
                {"kind":"title","text":"报价"},{"kind":"clause","clause":%d}""".formatted(clause.path("id").asLong())));
        JsonNode changed = admin.patch(
                        "/api/records/clause/" + clause.path("id").asLong(),
                        "{\"version\":%d,\"text\":\"<p>永久保密。</p>\"}"
                                .formatted(clause.path("version").asLong()))
                .expect(200)
                .body();
        assertThat(changed.path("edition").asInt()).isEqualTo(2);
        assertThat(read(layout).at("/layout/changed").asBoolean()).isTrue();
        assertThat(text(paper("?layout=" + id(layout))))
                .contains("华东<泵>&业{name}与", "对商务信息保密")
                .doesNotContain("永久保密");
        assertThat(text(paper("?layout=" + id(publish(read(layout)))))).contains("永久保密");
        assertThat(admin.post(
                                "/api/records/clause",
                                "{\"name\":\"错\",\"category\":\"other\",\"text\":\"<p>{客户名称}</p>\"}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("text");
        // into the terms of a record, as text
        JsonNode list = admin.post("/api/records/clause", """
                        {"name":"付款","category":"payment","text":"<p>{customer.name}付款：</p><ol><li>预付</li><li>验收</li></ol>"}""").expect(201).body();
        long contract = admin.post(
                        "/api/records/contract",
                        "{\"customer\":%d,\"name\":\"合同\",\"amount\":\"1\",\"paymentTerms\":\"原有\"}"
                                .formatted(customer))
                .expect(201)
                .number("/id");
        admin.post(
                        "/api/records/contract/" + contract + "/commands/addClause",
                        "{\"clause\":%d,\"into\":\"paymentTerms\"}"
                                .formatted(list.path("id").asLong()))
                .expect(200);
        assertThat(admin.get("/api/records/contract/" + contract).text("/paymentTerms"))
                .isEqualTo("原有\n华东<泵>&业{name}付款：\n1. 预付\n2. 验收");
        assertThat(admin.post(
                                "/api/records/contract/" + contract + "/commands/addClause",
                                "{\"clause\":%d,\"into\":\"remarks\"}"
                                        .formatted(list.path("id").asLong()))
                        .expect(422)
                        .text("/errors/0/field"))
                .contains("into");
    }

    @Test
    void a_preview_shows_pages_of_a_real_record_and_keeps_nothing() {
        int before =
                admin.get("/api/paper-layouts").expect(200).body().path("items").size();
        Answer preview =
                admin.post("/api/paper-layouts/preview", """
                {"object":"quote","record":%d,"content":{"blocks":[{"kind":"title","text":"试"},{"kind":"pageBreak"},
                  {"kind":"text","heading":"","text":"{terms}"}]}}""".formatted(quote)).expect(200);
        assertThat(preview.body().path("pages")).hasSize(2);
        assertThat(preview.text("/pages/0")).startsWith("iVBOR");
        assertThat(admin.post("/api/paper-layouts/preview", """
                        {"object":"quote","record":%d,"content":{"blocks":[{"kind":"title","text":"{x}"}]}}""".formatted(quote))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("content.blocks[0].text");
        admin.post("/api/paper-layouts/preview", """
                {"object":"quote","record":99999,"content":{"blocks":[{"kind":"title","text":"x"}]}}""").expect(404);
        assertThat(admin.get("/api/paper-layouts").body().path("items")).hasSize(before);
    }

    private static long sent(long layout) {
        return admin.post("/api/sendings/quote/" + quote, """
                        {"reader":"王经理","days":7,"layout":%d}""".formatted(layout))
                .expect(201)
                .number("/items/0/id");
    }

    private static List<String> offered() {
        return admin.get("/api/paper-layouts/offered/quote")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static JsonNode made(String name) {
        return admin.post("/api/paper-layouts", "{\"object\":\"quote\",\"name\":\"%s\"}".formatted(name))
                .expect(201)
                .body();
    }

    private static JsonNode content(JsonNode layout, String blocks) {
        return admin.patch(
                        "/api/paper-layouts/" + id(layout),
                        "{\"version\":%d,\"content\":{\"blocks\":[%s],\"foot\":\"{company}\"}}"
                                .formatted(version(layout), blocks))
                .expect(200)
                .body();
    }

    private static JsonNode publish(JsonNode layout) {
        return admin.post(
                        "/api/paper-layouts/" + id(layout) + "/publish", "{\"version\":%d}".formatted(version(layout)))
                .expect(200)
                .body();
    }

    private static JsonNode standard(JsonNode layout) {
        return admin.patch(
                        "/api/paper-layouts/" + id(layout),
                        "{\"version\":%d,\"standard\":true}".formatted(version(layout)))
                .expect(200)
                .body();
    }

    private static JsonNode read(JsonNode layout) {
        return admin.get("/api/paper-layouts/" + id(layout)).expect(200).body();
    }

    private static long id(JsonNode layout) {
        return layout.at("/layout/id").asLong();
    }

    private static long version(JsonNode layout) {
        return layout.at("/layout/version").asLong();
    }

    private static byte[] paper(String query) {
        return admin.download("/api/records/quote/" + quote + "/paper" + query);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
