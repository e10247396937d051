package hengke.capability.layout;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.word.Docx;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.io.IOException;
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

/** Papers that a company lays out in Word. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordLayoutsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String WORDS = "/api/paper-layouts/word/quote";
    private static final String ROW = "<w:tbl><w:tr><w:tc>" + Docx.paragraph("{lines.#}") + "</w:tc><w:tc>"
            + Docx.paragraph("{lines.", "name}") + "</w:tc><w:tc>" + Docx.paragraph("{lines.amount}")
            + "</w:tc></w:tr></w:tbl>";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long quote;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long customer = admin.post("/api/records/customer", "{\"name\":\"华东<泵>&业{number}\"}")
                .expect(201)
                .number("/id");
        long product = admin.post("/api/records/product", """
                        {"name":"循环泵","unit":"piece","price":"100","cost":"37.13","taxRate":13}""").expect(201).number("/id");
        quote = admin.post("/api/records/quote", """
                        {"customer":%d,"name":"泵站","terms":"第一行\\n第二行","validUntil":"2026-12-31",
                         "lines":[{"product":%d,"quantity":3},{"product":%d,"quantity":1}]}""".formatted(customer, product, product))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_word_file_is_filled_and_printed_as_word_and_as_pdf_and_its_edition_stays() throws Exception {
        long file = taken(Docx.of(Docx.paragraph("致 {customer.", "name}：{terms}")
                + ROW
                + Docx.paragraph("合计 {total}，大写 {total:大写}，有效至 {validUntil:大写} {validUntil:数字}，{company}")));
        JsonNode made = admin.post(
                        "/api/paper-layouts", "{\"object\":\"quote\",\"name\":\"Word 版\",\"word\":%d}".formatted(file))
                .expect(201)
                .body();
        assertThat(made.at("/content/blocks/0/values").valueStream().map(JsonNode::asString))
                .contains("customer.name", "terms", "total", "validUntil", "company");
        assertThat(made.at("/content/blocks/0/lines/0/columns").valueStream().map(JsonNode::asString))
                .containsExactly("name", "amount");
        JsonNode published = publish(made);
        String query = "?layout=" + id(published);
        String pdf = text(admin.download(path("/paper" + query)));
        assertThat(pdf)
                .contains("致 华东<泵>&业{number}：第一行", "第二行", "循环泵", "肆佰元整", "二〇二六年十二月三十一日", "2026-12-31")
                .doesNotContain("{total");
        String word = new Docx(admin.download(path("/paper/word" + query))).text("word/document.xml");
        assertThat(word)
                .contains("华东&lt;泵&gt;&amp;业{number}", "肆佰元整", "<w:br/>")
                .doesNotContain("{lines");
        assertThat(word.split("循环泵", -1)).hasSize(3);
        assertThat(admin.get("/api/paper-layouts/offered/quote")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("word").asBoolean())
                        .map(each -> each.path("name").asString()))
                .containsExactly("Word 版");
        // a layout of blocks gives none
        admin.get(path("/paper/word?layout=0")).expect(422);
        // another file in the draft changes nothing until it is published
        long other = taken(Docx.of(Docx.paragraph("另一份 {number}")));
        JsonNode changed = content(published, other).expect(200).body();
        assertThat(changed.at("/layout/changed").asBoolean()).isTrue();
        assertThat(text(admin.download(path("/paper" + query)))).contains("肆佰元整");
        publish(changed);
        assertThat(text(admin.download(path("/paper" + query)))).contains("另一份");
        assertThat(admin.get("/api/paper-layouts/%d/editions/1".formatted(id(changed)))
                        .expect(200)
                        .number("/blocks/0/file"))
                .isEqualTo(file);
    }

    @Test
    void what_there_is_not_is_refused_with_its_place() throws IOException {
        Answer refused = upload(Docx.of(Docx.paragraph("编号 {", "nomber}") + Docx.paragraph("{number:大写} {lines.name}")
                        + "<w:tbl><w:tr><w:tc>" + Docx.paragraph("{lines.colour}") + "</w:tc></w:tr></w:tbl>"))
                .expect(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("message").asString()))
                .containsExactly(
                        "“lines.name”是明细的字段，须写在表格的一行里（正文第 2 段：{number:大写} {lines.name}）",
                        "没有名为“nomber”的字段（正文第 1 段：编号 {nomber}）",
                        "“number:大写”：大写只用于金额和日期，数字只用于日期（正文第 2 段：{number:大写} {lines.name}）",
                        "没有名为“colour”的字段（第 1 张表第 1 行）");
        upload(Docx.of(Docx.paragraph("x")).with("word/vbaProject.bin", "x")).expect(400);
        // a file of another object is none of this one's
        long file = taken(Docx.of(Docx.paragraph("{number}")));
        admin.get("/api/paper-layouts/word/contract/" + file).expect(404);
        admin.post("/api/paper-layouts", "{\"object\":\"contract\",\"name\":\"x\",\"word\":%d}".formatted(file))
                .expect(422);
        admin.post("/api/paper-layouts/preview", """
                        {"object":"quote","record":%d,"content":{"blocks":[
                          {"kind":"word","file":%d},{"kind":"title","text":"x"}]}}""".formatted(quote, file)).expect(422);
        assertThat(admin.post("/api/paper-layouts/preview", """
                        {"object":"quote","record":%d,"content":{"blocks":[{"kind":"word","file":%d,"values":["cost"]}]}}""".formatted(quote, file))
                        .expect(200)
                        .body()
                        .path("pages"))
                .hasSize(1);
    }

    @Test
    void the_sample_is_a_layout_as_it_is() throws Exception {
        for (String object : List.of("quote", "order", "contract")) {
            byte[] sample = admin.download("/api/paper-layouts/word/%s/sample".formatted(object));
            admin.upload("/api/paper-layouts/word/" + object, "示例.docx", sample).expect(201);
        }
    }

    @Test
    void the_rights_of_who_prints_hold_and_papers_of_others_stay_shut() throws Exception {
        long file = taken(Docx.of(Docx.paragraph("内部成本 {cost}") + "<w:tbl><w:tr><w:tc>"
                + Docx.paragraph("{lines.name} {lines.cost}") + "</w:tc></w:tr></w:tbl>"));
        JsonNode layout = publish(
                admin.post("/api/paper-layouts", "{\"object\":\"quote\",\"name\":\"成本\",\"word\":%d}".formatted(file))
                        .expect(201)
                        .body());
        String query = "?layout=" + id(layout);
        assertThat(text(admin.download(path("/paper" + query)))).contains("37.13");
        long role = admin.post("/api/roles", """
                        {"name":"只看成本以外","grants":[
                          {"object":"customer","verb":"read","scope":"all"},{"object":"contact","verb":"read","scope":"all"},
                          {"object":"product","verb":"read","scope":"all"},
                          {"object":"quote","verb":"read","scope":"all"},{"object":"quote","verb":"edit","scope":"all"}],
                         "fields":[{"object":"product","field":"cost","right":"hidden"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"mei","name":"梅","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        ApiClient mei = new ApiClient(application).signIn("mei", PASSWORD);
        assertThat(text(mei.download(path("/paper" + query)))).contains("循环泵").doesNotContain("37.13");
        assertThat(new Docx(mei.download(path("/paper/word" + query))).text("word/document.xml"))
                .contains("循环泵")
                .doesNotContain("37.13");
        long sent = admin.post("/api/sendings/quote/" + quote, """
                        {"reader":"读者","days":7,"layout":%d}""".formatted(id(layout)))
                .expect(201)
                .number("/items/0/id");
        mei.get("/api/sendings/quote/%d/%d/file".formatted(quote, sent)).expect(403);
        for (String shut : List.of(WORDS + "/sample", WORDS + "/" + file, WORDS + "/" + file + "/content")) {
            mei.get(shut).expect(403);
        }
        mei.upload(WORDS, "x.docx", Docx.of(Docx.paragraph("x")).bytes()).expect(403);
    }

    private static Answer upload(Docx docx) {
        return admin.upload(WORDS, "我的合同.docx", docx.bytes());
    }

    private static long taken(Docx docx) {
        return upload(docx).expect(201).number("/file");
    }

    private static Answer content(JsonNode layout, long file) {
        return admin.patch(
                "/api/paper-layouts/" + id(layout),
                "{\"version\":%d,\"content\":{\"blocks\":[{\"kind\":\"word\",\"file\":%d}]}}"
                        .formatted(version(layout), file));
    }

    private static JsonNode publish(JsonNode layout) {
        return admin.post(
                        "/api/paper-layouts/" + id(layout) + "/publish", "{\"version\":%d}".formatted(version(layout)))
                .expect(200)
                .body();
    }

    private static String path(String rest) {
        return "/api/records/quote/" + quote + rest;
    }

    private static long id(JsonNode layout) {
        return layout.at("/layout/id").asLong();
    }

    private static long version(JsonNode layout) {
        return layout.at("/layout/version").asLong();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
