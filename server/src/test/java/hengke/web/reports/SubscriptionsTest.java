package hengke.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.subscription.LookWhatIsDue;
import hengke.kernel.subscription.SendReports;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.testing.ApiClient;
import hengke.testing.MailRoom;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports that are sent by mail, to people who see all, some, their own and no amounts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubscriptionsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final SettableClock CLOCK = new SettableClock("2026-06-15T00:00:00Z");
    private static final String SUM = """
            {"object":"opportunity","rows":[{"field":"owner"}],
             "measures":[{"function":"count"},{"function":"sum","field":"amount"}]}""";

    private static MailRoom mail;
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient director;
    private static ApiClient seller;
    private static ApiClient blind;
    private static long blindId;
    private static long addressless;
    private static long north;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() {
        mail = new MailRoom();
        application = RunningApplication.startAt(
                CLOCK,
                "--hengke.admin.login=ana",
                "--hengke.admin.password=" + PASSWORD,
                "--hengke.base-url=https://crm.example.com/");
        admin = signedIn("ana");
        mail.connect(admin, "恒客");
        admin.patch("/api/users/1", "{\"email\":\"ana@example.com\"}").expect(200);
        north = admin.post("/api/departments", "{\"name\":\"北区\"}").expect(201).number("/id");
        long all = role(
                "看全部但不看金额",
                "all",
                ",\"fields\":[{\"object\":\"opportunity\",\"field\":\"amount\",\"right\":\"hidden\"}]");
        person("dora", role("区主管", "department", ""), true);
        person("sam", role("区销售", "own", ""), true);
        blindId = person("bob", all, true);
        addressless = person("eve", all, false);
        director = signedIn("dora");
        seller = signedIn("sam");
        blind = signedIn("bob");
        deal(admin, "1000");
        deal(director, "200");
        deal(seller, "30.50");
    }

    @AfterAll
    static void stop() {
        application.close();
        mail.close();
    }

    @BeforeEach
    void nothing_else_is_sent() {
        application.database().dsl().execute("delete from report_subscription");
    }

    @Test
    void everybody_gets_the_figures_they_may_see_once() throws Exception {
        long report = report(admin, "各人业绩", SUM, true);
        long id = subscribed(
                admin, report, "\"departments\":[%d],\"people\":[1],\"note\":\"请看 <b>这里</b>\"".formatted(north));
        int before = mail.mails("sam@example.com").size();
        due();
        look();
        application.bean(SendReports.class).run();
        mail.await(application, "sam@example.com", before + 1);
        mail.await(application, "dora@example.com", 1);
        mail.await(application, "ana@example.com", 1);
        assertThat(html("ana@example.com")).contains("1,230.50", "各人业绩", "请看 &lt;b&gt;这里&lt;/b&gt;");
        assertThat(html("dora@example.com")).contains("230.50").doesNotContain("1,230.50", "1,000.00");
        assertThat(html("sam@example.com"))
                .contains("30.50", "数据时间：2026-06-", "https://crm.example.com/reports/" + report)
                .doesNotContain("230.50", "200.00");
        assertThat(mail.mails("bob@example.com")).isEmpty();
        assertThat(admin.get("/api/reports/subscriptions/" + id)
                        .expect(200)
                        .body()
                        .at("/turns"))
                .hasSize(1);
        assertThat(result(id, "bob")).isEqualTo("nothing");
        assertThat(result(id, "eve")).isEqualTo("nothing 没有邮箱");
        assertThat(result(id, "sam")).isEqualTo("sent");
        assertThat(mail.mails("sam@example.com")).hasSize(before + 1);
    }

    @Test
    void the_mail_has_words_a_page_and_a_workbook() throws Exception {
        long report = report(seller, "我的<script>alert(1)</script>", SUM, false);
        int before = mail.mails("sam@example.com").size();
        seller.post("/api/reports/subscriptions/trial", "{\"kind\":\"report\",\"report\":%d}".formatted(report))
                .expect(200);
        mail.await(application, "sam@example.com", before + 1);
        MimeMessage last = mail.mails("sam@example.com").getLast();
        assertThat(last.getSubject()).startsWith("我的<script>").endsWith(day());
        assertThat(last.getContentType()).startsWith("multipart/mixed");
        List<Part> parts = parts(last);
        assertThat(parts).extracting(SubscriptionsTest::type).startsWith("text/plain", "text/html");
        assertThat(parts.get(0).getContent().toString()).contains("sam", "30.50", "按您本人的权限");
        assertThat(parts.get(1).getContent().toString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        Part workbook = parts.getLast();
        assertThat(MimeUtility.decodeText(workbook.getFileName())).endsWith(day() + ".xlsx");
        Path file = folder.resolve("sent.xlsx");
        Files.write(file, workbook.getInputStream().readAllBytes());
        assertThat(rows(file).getLast().cells().getLast().text()).startsWith("30.5");
    }

    @Test
    void a_chart_comes_as_a_picture_within_the_page() throws Exception {
        int before = mail.mails("ana@example.com").size();
        admin.post("/api/reports/subscriptions/trial", "{\"kind\":\"dashboard\",\"report\":\"sales\"}")
                .expect(200);
        mail.await(application, "ana@example.com", before + 1);
        List<Part> parts = parts(mail.mails("ana@example.com").getLast());
        List<Part> pictures =
                parts.stream().filter(part -> type(part).equals("image/png")).toList();
        assertThat(pictures).isNotEmpty();
        for (Part picture : pictures) {
            String id = picture.getHeader("Content-ID")[0];
            assertThat(html("ana@example.com")).contains("cid:" + id.substring(1, id.length() - 1));
            assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
            assertThat(ImageIO.read(picture.getInputStream()).getWidth()).isEqualTo(1344);
        }
        admin.post(
                        "/api/reports/subscriptions/trial",
                        "{\"kind\":\"dashboard\",\"report\":\"sales\",\"pictures\":false}")
                .expect(200);
        mail.await(application, "ana@example.com", before + 2);
        assertThat(parts(mail.mails("ana@example.com").getLast()))
                .noneMatch(part -> type(part).equals("image/png"));
    }

    @Test
    void a_dashboard_says_what_a_reader_may_not_see_of_it() throws Exception {
        String tiles =
                "[{\"report\":%d,\"x\":0,\"y\":4,\"w\":6,\"h\":4,\"title\":\"金额\"},{\"report\":%d,\"x\":0,\"y\":0,\"w\":6,\"h\":4}]"
                        .formatted(
                                report(admin, "各人业绩", SUM, true),
                                report(
                                        admin,
                                        "数量",
                                        "{\"object\":\"opportunity\",\"measures\":[{\"function\":\"count\"}]}",
                                        true));
        long dashboard = admin.post(
                        "/api/dashboards", "{\"name\":\"看板\",\"shared\":true,\"tiles\":%s}".formatted(tiles))
                .expect(201)
                .number("/id");
        admin.post("/api/reports/subscriptions", """
                        {"kind":"dashboard","report":%d,"people":[%d],"schedule":%s}""".formatted(dashboard, blindId, daily()))
                .expect(201);
        due();
        mail.await(application, "bob@example.com", 1);
        assertThat(html("bob@example.com"))
                .containsSubsequence("看板", "数量", ">3<", "金额", "您无权查看这个报表")
                .doesNotContain("1,230.50", "1,000.00")
                .contains("https://crm.example.com/dashboards/" + dashboard);
    }

    @Test
    void what_was_missed_is_made_up_for_on_the_same_day_only() {
        long id = subscribed(seller, report(seller, "我的", SUM, false), "");
        CLOCK.advance(Duration.ofHours(5)); // it was off from before nine till the afternoon
        look();
        assertThat(turns(seller, id)).hasSize(1);
        assertThat(turns(seller, id).get(0).path("skipped").isNull()).isTrue();
        CLOCK.advance(Duration.ofHours(24 + 14)); // the day after the next, before nine
        signInAgain();
        look();
        assertThat(turns(seller, id)).hasSize(2);
        assertThat(turns(seller, id).get(0).path("skipped").asString()).contains("没有运行");
        assertThat(turns(seller, id).get(0).path("results")).isEmpty();
        morning();
    }

    @Test
    void it_ends_for_all_to_see_when_its_report_is_deleted_or_its_sender_leaves() {
        long report = report(admin, "一时", SUM, true);
        long id = subscribed(admin, report, "\"people\":[%d]".formatted(blindId));
        admin.delete("/api/reports/%d?version=1".formatted(report)).expect(204);
        look();
        assertThat(line(admin, id).path("state").asString()).isEqualTo("ended");
        assertThat(line(admin, id).path("ended").asString()).contains("删除");

        long leaver = person("lea", role("销售", "own", ""), true);
        ApiClient lea = signedIn("lea");
        long its = subscribed(lea, report(lea, "我的", SUM, false), "");
        admin.patch("/api/users/" + leaver, "{\"active\":false}").expect(200);
        look();
        assertThat(line(admin, its).path("ended").asString()).contains("停用");
        assertThat(line(admin, its).path("next").isNull()).isTrue();
    }

    @Test
    void to_others_goes_only_what_one_may_share_and_has_shared() {
        long report = report(admin, "各人业绩", SUM, false);
        String wanted = "{\"kind\":\"report\",\"report\":%d,\"people\":[%d],\"schedule\":%s}";
        String body = wanted.formatted(report, blindId, daily());
        assertThat(refused(admin, body)).isEqualTo("people notShared");
        assertThat(refused(seller, body)).contains("report unknownReport");
        admin.patch("/api/reports/" + report, "{\"version\":1,\"shared\":true}").expect(200);
        assertThat(refused(seller, body)).isEqualTo("people onlyKeeper");
        long own = subscribed(seller, report, "");
        long others = admin.post("/api/reports/subscriptions", body).expect(201).number("/id");
        seller.post(
                        "/api/reports/subscriptions",
                        wanted.formatted(report, blindId, daily()).replace(String.valueOf(report), "\"deals.stage\""))
                .expect(201);

        seller.get("/api/reports/subscriptions/" + others).expect(404);
        seller.patch("/api/reports/subscriptions/" + others, "{\"version\":1,\"state\":\"paused\"}")
                .expect(404);
        seller.delete("/api/reports/subscriptions/%d?version=1".formatted(others))
                .expect(404);
        seller.send("PUT", "/api/reports/subscriptions/%d/receiving".formatted(others), "{\"receiving\":false}")
                .expect(404);
        assertThat(list(seller, "?kind=report&report=" + report).path("sent")).hasSize(1);
        assertThat(list(admin, "?kind=report&report=" + report).path("sent")).hasSize(2);
        admin.patch("/api/reports/" + report, "{\"version\":2,\"shared\":false}")
                .expect(200);
        look();
        assertThat(line(seller, own).path("state").asString()).isEqualTo("ended");
    }

    @Test
    void a_recipient_stops_receiving_and_a_sender_pauses() {
        long report = report(admin, "各人业绩", SUM.replace(",{\"function\":\"sum\",\"field\":\"amount\"}", ""), true);
        long id = subscribed(admin, report, "\"people\":[%d,%d]".formatted(blindId, addressless));
        JsonNode received = list(blind, "").path("received");
        assertThat(received).hasSize(1);
        assertThat(received.get(0).path("receiving").asBoolean()).isTrue();
        assertThat(received.get(0).path("audience").isNull()).isTrue();
        blind.send("PUT", "/api/reports/subscriptions/%d/receiving".formatted(id), "{\"receiving\":false}")
                .expect(204);
        due();
        assertThat(result(id, "bob")).isEqualTo("nothing 本人已退订");
        admin.patch("/api/reports/subscriptions/" + id, "{\"version\":1,\"state\":\"paused\"}")
                .expect(200);
        due();
        assertThat(turns(admin, id)).hasSize(1);
        admin.patch("/api/reports/subscriptions/" + id, "{\"version\":1,\"state\":\"active\"}")
                .expect(409);
        admin.delete("/api/reports/subscriptions/%d?version=2".formatted(id)).expect(204);
        assertThat(list(blind, "").path("received")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'table'} | kind",
                "{'report':'nothing'} | report",
                "{'everybody':true,'people':[]} | everybody",
                "{'people':[]} | people",
                "{'people':[99999]} | people",
                "{'note':5} | note",
                "{'colour':'red'} | colour",
                "{'schedule':{'every':'year','at':'09:00'}} | schedule.every",
                "{'schedule':{'every':'week','at':'09:00'}} | schedule.weekdays",
                "{'schedule':{'every':'week','weekdays':['someday'],'at':'09:00'}} | schedule.weekdays",
                "{'schedule':{'every':'month','day':32,'at':'09:00'}} | schedule.day",
                "{'schedule':{'every':'day','at':'25:00'}} | schedule.at"
            })
    void what_makes_no_sense_is_refused_where_it_stands(String wrong, String at) {
        String right = "{\"kind\":\"report\",\"report\":\"deals.stage\",\"people\":[1]}";
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(right);
        body.setAll((ObjectNode) JsonMapper.shared().readTree(wrong.replace('\'', '"')));
        assertThat(admin.post("/api/reports/subscriptions", body.toString())
                        .expect(422)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(at);
    }

    private static long subscribed(ApiClient by, long report, String further) {
        String people = further.isEmpty()
                ? "\"people\":[%d]".formatted(by.get("/api/session").number("/user/id"))
                : further;
        return by.post(
                        "/api/reports/subscriptions",
                        "{\"kind\":\"report\",\"report\":%d,%s,\"schedule\":%s}".formatted(report, people, daily()))
                .expect(201)
                .number("/id");
    }

    private static String daily() {
        return "{\"every\":\"day\",\"at\":\"09:00\"}";
    }

    /** From eight in the morning until nine of the next day, so that it is due once. */
    private static void due() {
        CLOCK.advance(Duration.ofMinutes(61));
        look();
        application.bean(SendReports.class).run();
        CLOCK.advance(Duration.ofHours(23).minusMinutes(1));
        signInAgain();
    }

    private static void morning() {
        while (!CLOCK.instant().toString().contains("T00:00")) {
            CLOCK.advance(Duration.ofHours(1));
        }
        signInAgain();
    }

    private static void look() {
        application.bean(LookWhatIsDue.class).run();
    }

    private static void signInAgain() {
        admin = signedIn("ana");
        director = signedIn("dora");
        seller = signedIn("sam");
        blind = signedIn("bob");
    }

    private static ApiClient signedIn(String login) {
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    private static String day() {
        return CLOCK.instant().toString().substring(0, 10);
    }

    private static JsonNode list(ApiClient by, String query) {
        return by.get("/api/reports/subscriptions" + query).expect(200).body();
    }

    private static JsonNode line(ApiClient by, long id) {
        return by.get("/api/reports/subscriptions/" + id).expect(200).body().path("subscription");
    }

    private static JsonNode turns(ApiClient by, long id) {
        return by.get("/api/reports/subscriptions/" + id).expect(200).body().path("turns");
    }

    private static String result(long id, String person) {
        for (JsonNode result : turns(admin, id).path(0).path("results")) {
            if (result.at("/person/label").asString().equals(person)) {
                String reason = result.path("reason").asString("");
                String state = result.path("result").asString();
                return person.equals("bob") && !reason.contains("退订") ? state : (state + " " + reason).strip();
            }
        }
        throw new AssertionError("no result for " + person);
    }

    private static String refused(ApiClient by, String body) {
        JsonNode error =
                by.post("/api/reports/subscriptions", body).expect(422).body().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    private static long report(ApiClient by, String name, String question, boolean shared) {
        return by.post(
                        "/api/reports",
                        "{\"name\":\"%s\",\"shared\":%s,\"chart\":{\"kind\":\"table\"},\"question\":%s}"
                                .formatted(name, shared, question))
                .expect(201)
                .number("/id");
    }

    private static void deal(ApiClient by, String amount) {
        long customer = by.post("/api/records/customer", "{\"name\":\"客户%s\"}".formatted(amount.replace(".", "点")))
                .expect(201)
                .number("/id");
        by.post("/api/records/opportunity", """
                        {"name":"商机","customer":%d,"amount":"%s","closeDate":"2026-07-01"}""".formatted(customer, amount)).expect(201);
    }

    private static long role(String name, String scope, String fields) {
        return admin.post("/api/roles", """
                        {"name":"%s%d","grants":[
                          {"object":"customer","verb":"read","scope":"%s"},{"object":"customer","verb":"create","scope":"all"},
                          {"object":"opportunity","verb":"read","scope":"%s"},{"object":"opportunity","verb":"create","scope":"all"}]%s}""".formatted(name, System.nanoTime() % 100_000, scope, scope, fields))
                .expect(201)
                .number("/id");
    }

    private static long person(String login, long role, boolean address) {
        return admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"%s","roles":[%d],"department":%d%s}""".formatted(
                        login, login, PASSWORD, role, north, address ? ",\"email\":\"" + login + "@example.com\"" : ""))
                .expect(201)
                .number("/id");
    }

    private static String html(String to) throws Exception {
        for (Part part : parts(mail.mails(to).getLast())) {
            if (type(part).equals("text/html")) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("no page to " + to);
    }

    private static List<Part> parts(Part whole) throws Exception {
        List<Part> parts = new ArrayList<>();
        if (whole.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                parts.addAll(parts(several.getBodyPart(i)));
            }
        } else {
            parts.add(whole);
        }
        return parts;
    }

    private static String type(Part part) {
        try {
            return part.getContentType().replaceAll(";.*", "").strip();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SheetRow> rows(Path file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFile opened = SheetFile.open(file, "sent.xlsx");
                RowStream stream = opened.rows(0)) {
            stream.forEachRemaining(rows::add);
        }
        return rows;
    }
}
