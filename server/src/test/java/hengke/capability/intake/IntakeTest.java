package hengke.capability.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes from outside is kept whatever happens, and the same person is not taken in twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeTest {
    private static final String QUESTIONS = """
            "questions":[
              {"key":"name","label":"您的称呼","required":true,"field":"name"},
              {"key":"company","label":"公司","field":"company"},
              {"key":"phone","label":"手机","required":true,"field":"phone"},
              {"key":"need","label":"想了解什么","field":"need"},
              {"key":"region","label":"所在地区","field":"region"},
              {"key":"budget","label":"预算"},
              {"key":"utm","label":"来源","field":"utmSource","parameter":"utm_source"}]
            """;

    private static final String MAPPED = """
            "questions":[
              {"key":"name","label":"发件人","field":"name"},
              {"key":"email","label":"邮箱","field":"email"},
              {"key":"subject","label":"主题"},
              {"key":"text","label":"正文","field":"need"}],
            "constants":{"source":"online"}
            """;

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient visitor;
    private static final TestMailServer MAIL = new TestMailServer();
    private static JsonNode form;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        visitor = new ApiClient(application);
        form = source("form", "官网咨询", "\"thanks\":\"收到\",\"constants\":{\"source\":\"website\"},");
    }

    @AfterAll
    static void stop() {
        application.close();
        MAIL.close();
    }

    @Test
    void a_form_becomes_a_lead_with_its_channel() {
        JsonNode shown = page();
        assertThat(shown.at("/questions/3/input").asString()).isEqualTo("area");
        assertThat(shown.at("/questions/2/input").asString()).isEqualTo("tel");
        assertThat(submit(shown, answers("钱多多", "138 0571 0001", "\"region\":\"浙江省杭州市\",\"budget\":\"10 万\""), 200)
                        .path("thanks")
                        .asString())
                .isEqualTo("收到");
        JsonNode lead = lead("钱多多");
        assertThat(lead.path("phone").asString()).isEqualTo("13805710001");
        assertThat(lead.path("region").asString()).isEqualTo("3301");
        assertThat(lead.path("source").asString()).isEqualTo("website");
        assertThat(lead.path("utmSource").asString()).isEqualTo("baidu");
        assertThat(lead.path("submissions").asInt()).isOne();
        JsonNode became = admin.get("/api/intake/of/lead/" + lead.path("id").asLong())
                .expect(200)
                .body();
        assertThat(became.at("/items/0/state").asString()).isEqualTo("created");
        assertThat(became.toString()).contains("预算").contains("10 万").contains("https://shop.example/contact");
    }

    @Test
    void the_same_person_again_fills_blanks_and_overwrites_nothing() {
        submit(page(), answers("孙一", "13805710002", "\"need\":\"要报价\""), 200);
        submit(page(), answers("孙先生", "+86 138-0571-0002", "\"company\":\"宁波一号\",\"need\":\"催一下\""), 200);
        JsonNode lead = lead("孙一");
        assertThat(lead.path("company").asString()).isEqualTo("宁波一号");
        assertThat(lead.path("need").asString()).isEqualTo("要报价");
        assertThat(lead.path("submissions").asInt()).isEqualTo(2);
        assertThat(found("孙先生")).isZero();
    }

    @Test
    void twenty_at_once_make_one() throws Exception {
        JsonNode hook = source("hook", "并发来源", "");
        List<Callable<Integer>> calls = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> new ApiClient(application)
                        .send(
                                "POST",
                                "/api/public/hooks/" + hook.path("key").asString(),
                                answers("周同时", "13805710003", "\"company\":\"并发%d\"".formatted(i)))
                        .response()
                        .statusCode())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(found("周同时")).isOne();
        assertThat(lead("周同时").path("submissions").asInt()).isEqualTo(20);
    }

    @Test
    void what_a_visitor_can_mend_is_said_at_the_question_and_the_ticket_stays_good() {
        JsonNode shown = page();
        JsonNode refused = submit(shown, answers("李", "没有电话", ""), 422);
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("phone");
        submit(shown, answers("李改好", "13805710004", ""), 200);
        assertThat(found("李改好")).isOne();
        submit(shown, answers("李改好", "13805710004", ""), 200);
        assertThat(lead("李改好").path("submissions").asInt()).isOne();
    }

    @Test
    void without_work_or_with_another_forms_ticket_nothing_is_taken() {
        JsonNode shown = page();
        String body = "{\"ticket\":\"%s\",\"work\":\"%s\",\"answers\":{\"name\":\"机器人\",\"phone\":\"13805710005\"}}";
        String ticket = shown.path("ticket").asString();
        visitor.send("POST", address(), body.formatted(ticket, "lazy")).expect(422);
        visitor.send("POST", address(), body.formatted("made-up", "0")).expect(422);
        JsonNode other = source("form", "另一个表单", "");
        JsonNode strange = visitor.get("/api/public/forms/" + other.path("key").asString())
                .expect(200)
                .body();
        submit(strange, answers("机器人", "13805710005", ""), 422);
        assertThat(found("机器人")).isZero();
    }

    @Test
    void who_fills_in_the_trap_is_kept_aside_and_can_be_taken_in() {
        submit(page(), answers("误伤", "13805710006", ""), 200, ",\"trap\":\"http://spam.example\"");
        assertThat(found("误伤")).isZero();
        JsonNode held = submissions("spam").path(0);
        admin.post("/api/intake/submissions/" + held.path("id").asLong() + "/take", "{}")
                .expect(200);
        assertThat(found("误伤")).isOne();
    }

    @Test
    void what_cannot_be_mapped_is_kept_with_the_reason_and_repaired() {
        JsonNode hook = source("hook", "展会名单", "");
        visitor.send("POST", "/api/public/hooks/" + hook.path("key").asString(), """
                        {"name":"吴展会","phone":"13805710007","region":"火星"}""")
                .expect(200);
        assertThat(found("吴展会")).isZero();
        JsonNode failed = admin.get("/api/intake/sources/%d/submissions?state=failed"
                        .formatted(hook.path("id").asLong()))
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(failed.at("/errors/0/key").asString()).isEqualTo("region");
        JsonNode taken = admin.post(
                        "/api/intake/submissions/" + failed.path("id").asLong() + "/take",
                        "{\"answers\":{\"region\":\"上海市\"}}")
                .expect(200)
                .body();
        assertThat(taken.path("state").asString()).isEqualTo("created");
        assertThat(lead("吴展会").path("region").asString()).isEqualTo("31");
        admin.post("/api/intake/submissions/" + failed.path("id").asLong() + "/take", "{}")
                .expect(409);
    }

    @Test
    void one_that_its_request_did_not_come_to_is_taken_in_by_the_job() {
        IntakeSources sources = application.bean(IntakeSources.class);
        Submissions submissions = application.bean(Submissions.class);
        IntakeSource source = sources.find(form.path("id").asLong()).orElseThrow();
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("answers").put("name", "郑中断").put("phone", "13805710008");
        Submission kept = submissions
                .keep(source, body, null, "killed in between", Submission.State.NEW)
                .orElseThrow();
        assertThat(application
                        .database()
                        .dsl()
                        .fetchCount(
                                DSL.table("scheduled_tasks"),
                                DSL.condition(
                                        "task_name = ? and task_instance = ?",
                                        Submissions.TASK.getTaskName(),
                                        Long.toString(kept.id()))))
                .isOne();
        application.bean(Intake.class).take(application.database().dsl(), kept.id());
        application.bean(Intake.class).take(application.database().dsl(), kept.id());
        assertThat(found("郑中断")).isOne();
    }

    @Test
    void only_who_may_manages_and_a_closed_form_is_not_there() {
        admin.post("/api/users", """
                        {"login":"bob","name":"鲍勃","password":"Hangzhou-2026-x","roles":[]}""").expect(201);
        ApiClient bob = new ApiClient(application).signIn("bob", "Hangzhou-2026-x");
        bob.get("/api/intake/sources").expect(403);
        bob.post("/api/intake/sources", "{}").expect(403);
        visitor.get("/api/intake/sources").expect(401);
        JsonNode closing = source("form", "要关的", "");
        admin.send(
                        "PUT",
                        "/api/intake/sources/" + closing.path("id").asLong(),
                        "{\"name\":\"要关的\",\"active\":false,\"version\":1," + QUESTIONS + "}")
                .expect(200);
        visitor.get("/api/public/forms/" + closing.path("key").asString()).expect(404);
        admin.send(
                        "PUT",
                        "/api/intake/sources/" + closing.path("id").asLong(),
                        "{\"name\":\"旧的\",\"active\":true,\"version\":1," + QUESTIONS + "}")
                .expect(409);
        JsonNode errors =
                admin.post("/api/intake/sources", """
                        {"kind":"form","object":"lead","name":"坏","active":true,"redirect":"javascript:alert(1)",
                         "questions":[{"key":"a","label":"a","field":"convertedAt"}],"constants":{"source":"nowhere"}}
                        """).expect(422).body().path("errors");
        assertThat(errors.findValuesAsString("field"))
                .containsExactlyInAnyOrder("redirect", "questions[0].field", "constants.source");
    }

    @Test
    void a_mail_becomes_a_lead_with_its_channel_and_the_next_one_enriches_it() {
        MAIL.mailbox("sales@yuntu.example");
        MAIL.deliver("sales@yuntu.example", Instant.now().minus(Duration.ofHours(1)), plain("旧@old.example", "早先的"));
        JsonNode source = mailbox("sales@yuntu.example", "");
        assertThat(source.toString()).doesNotContain(TestMailServer.PASSWORD);
        MAIL.deliver("sales@yuntu.example", """
                From: =?gb2312?B?1cXI/Q==?= <zhang@factory.example>
                To: sales@yuntu.example
                Subject: =?GBK?Q?=D1=AF=BC=DB=A3=BA=B6=FE?= =?gbk?b?sNnMqA==?=
                Message-ID: <1@factory.example>
                Content-Type: text/plain; charset=gb2312
                Content-Transfer-Encoding: 8bit

                请报价二百台。

                -----原始邮件-----
                发件人: 云图 <sales@yuntu.example>
                去年的旧报价
                """.getBytes(Charset.forName("GBK")));
        JsonNode lead = read(source, "张三");
        assertThat(lead.path("email").asString()).isEqualTo("zhang@factory.example");
        assertThat(lead.path("need").asString()).isEqualTo("请报价二百台。");
        assertThat(lead.path("source").asString()).isEqualTo("online");
        JsonNode came = came(source, "created").path(0);
        assertThat(came.toString()).contains("询价：二百台");
        JsonNode mail = admin.get("/api/intake/submissions/" + came.path("id").asLong() + "/mail")
                .expect(200)
                .body();
        assertThat(mail.path("text").asString()).contains("去年的旧报价");
        assertThat(mail.path("head").asString()).contains("Message-ID: <1@factory.example>");

        String again = plain("zhang@factory.example", "催一下");
        MAIL.deliver("sales@yuntu.example", again);
        MAIL.deliver("sales@yuntu.example", again);
        await().until(() -> {
            read(source);
            return came(source, "enriched").size() == 1;
        });
        read(source);
        lead = lead("张三");
        assertThat(lead.path("submissions").asInt()).isEqualTo(2);
        assertThat(lead.path("need").asString()).isEqualTo("请报价二百台。");
        assertThat(came(source, "enriched").size()).isOne();
        assertThat(found("旧")).isZero();
        assertThat(MAIL.seen("sales@yuntu.example")).isZero();
    }

    @Test
    void files_of_a_mail_hang_on_the_lead_under_its_rights_and_programs_stay_away() {
        MAIL.mailbox("files@yuntu.example");
        JsonNode source = mailbox("files@yuntu.example", "");
        MAIL.deliver("files@yuntu.example", """
                From: fang@files.example
                Subject: =?utf-8?B?%s?=
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                see the file
                --b
                Content-Type: application/octet-stream; name="plan.pdf"
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: application/pdf; name="bill.pdf"
                Content-Transfer-Encoding: base64

                TVqQAAMAAAAEAAAA//8AALgAAAAAAAAAQAAAAAAAAAA=
                --b--
                """.formatted(base64("看图纸"), base64("%PDF-1.4 plan")));
        JsonNode lead = read(source, "fang");
        JsonNode hung = admin.post("/api/records/attachment/query", """
                        {"filter":{"field":"name","op":"in","value":["plan.pdf","bill.pdf"]}}""")
                .expect(200)
                .body()
                .path("items");
        assertThat(hung.size()).isOne();
        assertThat(hung.at("/0/name").asString()).isEqualTo("plan.pdf");
        assertThat(hung.at("/0/about/id").asLong()).isEqualTo(lead.path("id").asLong());
        String file = "/api/files/" + hung.at("/0/file/0/id").asLong();
        assertThat(new String(admin.download(file), StandardCharsets.UTF_8)).isEqualTo("%PDF-1.4 plan");
        admin.post("/api/users", """
                        {"login":"pat","name":"帕特","password":"Hangzhou-2026-x","roles":[]}""").expect(201);
        new ApiClient(application).signIn("pat", "Hangzhou-2026-x").get(file).expect(404);
        assertThat(files("plan.pdf") + files("bill.pdf")).isOne();
    }

    @Test
    void what_is_of_no_use_goes_after_a_time_with_its_files_and_what_failed_stays() {
        MAIL.mailbox("old@yuntu.example");
        JsonNode source = mailbox("old@yuntu.example", "");
        String file = """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/pdf; name="old.pdf"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(base64("%PDF-1.4 old"));
        MAIL.deliver("old@yuntu.example", "From: not-an-address\nSubject: a\n" + file);
        MAIL.deliver("old@yuntu.example", "From: neither\nSubject: b\n" + file);
        await().until(() -> {
            read(source);
            return came(source, "failed").size() == 2;
        });
        String ignored = "/api/intake/submissions/"
                + came(source, "failed").path(0).path("id").asLong();
        assertThat(admin.post(ignored + "/ignore", "{}").expect(200).text("/state"))
                .isEqualTo("ignored");
        long files = files("old.pdf");
        application
                .database()
                .dsl()
                .execute(
                        "update submission set received_at = received_at - interval '91 days' where source = ?",
                        source.path("id").asLong());
        application.bean(SubmissionRetention.class).clear();
        assertThat(came(source, "ignored").size()).isZero();
        assertThat(came(source, "failed").size()).isOne();
        assertThat(files("old.pdf")).isEqualTo(files - 1);
    }

    private static long files(String name) {
        return application
                .database()
                .dsl()
                .fetchCount(DSL.table("file"), DSL.field("name").eq(name));
    }

    @Test
    void what_became_a_record_is_forgotten_with_it_and_goes_along_when_it_is_merged() {
        submit(page(), answers("存一", "13805719001", ""), 200);
        submit(page(), answers("存二", "13805719002", ""), 200);
        submit(page(), answers("忘记我", "13805719003", ""), 200);
        long kept = lead("存一").path("id").asLong();
        long merged = lead("存二").path("id").asLong();
        JsonNode forgotten = lead("忘记我");
        admin.post(
                        "/api/records/lead/commands/merge",
                        "{\"ids\":[%d,%d],\"input\":{\"into\":%d}}".formatted(kept, merged, kept))
                .expect(200);
        assertThat(became(kept)).isEqualTo(2);
        admin.delete("/api/records/lead/" + forgotten.path("id").asLong());
        application.bean(SubmissionRetention.class).clear();
        assertThat(all("13805719003")).isOne();
        admin.post(
                        "/api/records/lead/purge",
                        "{\"ids\":[%d,%d]}".formatted(forgotten.path("id").asLong(), merged))
                .expect(200);
        application.bean(SubmissionRetention.class).clear();
        assertThat(all("13805719003")).isZero();
        assertThat(became(kept)).isEqualTo(2);
    }

    private static int became(long lead) {
        return admin.get("/api/intake/of/lead/" + lead)
                .expect(200)
                .body()
                .path("items")
                .size();
    }

    private static int all(String answer) {
        return application
                .database()
                .dsl()
                .fetchCount(DSL.table("submission"), DSL.condition("body::text like ?", "%" + answer + "%"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readers_at_once_and_a_mailbox_numbered_anew_take_each_mail_once() throws Exception {
        MAIL.mailbox("many@yuntu.example");
        JsonNode source = mailbox("many@yuntu.example", "\"markSeen\":true,");
        Callable<Integer> reader = () -> admin.at(application)
                .post("/api/intake/sources/" + source.path("id").asLong() + "/read", "{}")
                .status();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(threads.submit(reader));
                MAIL.deliver("many@yuntu.example", plain("buyer%d@crowd.example".formatted(i), "问题" + i));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        await().until(() -> {
            read(source);
            return came(source, "created").size() == 12;
        });
        await().until(() -> MAIL.seen("many@yuntu.example") == 12);
        application
                .database()
                .dsl()
                .execute("update mailbox set uid_validity = 1 where account = ?", "many@yuntu.example");
        read(source);
        assertThat(came(source, "").size()).isEqualTo(12);
    }

    @Test
    void what_a_machine_wrote_is_kept_with_the_reason_and_taken_in_by_hand() {
        MAIL.mailbox("auto@yuntu.example");
        JsonNode source = mailbox("auto@yuntu.example", "");
        MAIL.deliver("auto@yuntu.example", "Auto-Submitted: auto-replied\n" + plain("away@office.example", "我在休假"));
        await().until(() -> {
            read(source);
            return came(source, "ignored").size() == 1;
        });
        JsonNode ignored = came(source, "ignored").path(0);
        assertThat(ignored.at("/errors/0/message").asString()).isEqualTo("自动回复");
        assertThat(found("away")).isZero();
        admin.post("/api/intake/submissions/" + ignored.path("id").asLong() + "/take", "{}")
                .expect(200);
        assertThat(found("away")).isOne();
    }

    @Test
    void a_hostile_mail_is_kept_and_holds_up_nothing() throws Exception {
        MAIL.mailbox("bad@yuntu.example");
        StringBuilder nested = new StringBuilder("From: evil@bad.example\nSubject: =?no-such?B?!!!?=\n");
        for (int i = 0; i < 500; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        // the server has given it a number for a while before it lies there
        Thread coming = Thread.ofPlatform().start(() -> MAIL.deliver("bad@yuntu.example", nested.toString()));
        JsonNode source = mailbox("bad@yuntu.example", "\"days\":1,");
        read(source);
        coming.join();
        MAIL.deliver("bad@yuntu.example", "X-Long: " + "x".repeat(300_000) + "\n" + plain("long@bad.example", "长"));
        MAIL.deliver("bad@yuntu.example", """
                From: script@bad.example
                Subject: a\u0000b
                Content-Type: text/html; charset=utf-8

                <style>p{}</style><p onclick="steal()">你好<script>alert(1)</script></p><blockquote>旧的</blockquote>
                """);
        MAIL.deliver("bad@yuntu.example", plain("good@fair.example", "好人"));
        assertThat(read(source, "good").path("need").asString()).isEqualTo("好人");
        assertThat(lead("script").path("need").asString()).isEqualTo("你好");
        assertThat(came(source, "").size()).isEqualTo(4);
        assertThat(found("evil")).isOne();
    }

    @Test
    void what_is_wrong_with_an_account_is_said_there_and_the_password_goes_nowhere_else() {
        MAIL.mailbox("care@yuntu.example");
        assertThat(tested(account("care@yuntu.example", "\"password\":\"wrong\",")))
                .isEqualTo("mailbox.password");
        assertThat(tested(account(
                        "care@yuntu.example",
                        "\"password\":\"%s\",\"folder\":\"无\",".formatted(TestMailServer.PASSWORD))))
                .isEqualTo("mailbox.folder");
        assertThat(tested(account("care@yuntu.example", "\"password\":\"x\",").replace("127.0.0.1", "169.254.169.254")))
                .isEqualTo("mailbox.host");
        assertThat(tested(account("care@yuntu.example", ""))).isEqualTo("mailbox.password");
        assertThat(tested(account("care@yuntu.example", "\"password\":\"%s\",".formatted(TestMailServer.PASSWORD))
                        .replace(":" + MAIL.port(), ":" + MAIL.encryptedPort())
                        .replace("\"none\"", "\"tls\"")))
                .isEqualTo("mailbox.security");
        JsonNode source = mailbox("care@yuntu.example", "");
        long id = source.path("id").asLong();
        assertThat(admin.post(
                                "/api/intake/mailbox/test",
                                "{\"source\":%d,%s}".formatted(id, account("care@yuntu.example", "")))
                        .expect(200)
                        .body()
                        .path("messages")
                        .asInt(-1))
                .isZero();
        admin.post(
                        "/api/intake/mailbox/test",
                        "{\"source\":%d,%s}"
                                .formatted(id, account("care@yuntu.example", "").replace("127.0.0.1", "localhost")))
                .expect(422);
        MAIL.password("care@yuntu.example", "changed");
        JsonNode sick = admin.post("/api/intake/sources/" + id + "/read", "{}")
                .expect(200)
                .body()
                .path("mailbox");
        assertThat(sick.path("error").asString()).contains("授权码");
        assertThat(sick.path("failures").asInt()).isPositive();
        assertThat(Instant.parse(sick.path("nextRead").asString())).isAfter(Instant.now());
    }

    @Test
    void accounts_are_for_administrators_and_a_closed_mailbox_rests() {
        MAIL.mailbox("rights@yuntu.example");
        JsonNode source = mailbox("rights@yuntu.example", "");
        long id = source.path("id").asLong();
        long role = admin.post("/api/roles", """
                        {"name":"市场","pages":["intake"]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"mia","name":"米娅","password":"Hangzhou-2026-x","roles":[%d]}""".formatted(role)).expect(201);
        ApiClient mia = new ApiClient(application).signIn("mia", "Hangzhou-2026-x");
        mia.post("/api/intake/mailbox/test", "{" + account("rights@yuntu.example", "\"password\":\"x\",") + "}")
                .expect(403);
        String change = "{\"name\":\"邮箱\",\"active\":false,\"version\":1,%s%s}";
        mia.send(
                        "PUT",
                        "/api/intake/sources/" + id,
                        change.formatted(account("rights@yuntu.example", "") + ",", MAPPED))
                .expect(403);
        mia.send("PUT", "/api/intake/sources/" + id, change.formatted("", MAPPED))
                .expect(200);
        MAIL.deliver("rights@yuntu.example", plain("late@fair.example", "停了"));
        mia.post("/api/intake/sources/" + id + "/read", "{}").expect(200);
        assertThat(came(source, "").size()).isZero();
        admin.post("/api/users", """
                        {"login":"leo","name":"里奥","password":"Hangzhou-2026-x","roles":[]}""").expect(201);
        ApiClient leo = new ApiClient(application).signIn("leo", "Hangzhou-2026-x");
        leo.post("/api/intake/sources/" + id + "/read", "{}").expect(403);
        leo.get("/api/intake/submissions/1/mail").expect(403);
    }

    private static JsonNode mailbox(String address, String more) {
        return admin.post(
                        "/api/intake/sources",
                        "{\"kind\":\"mail\",\"object\":\"lead\",\"name\":\"邮箱\",\"active\":true,%s,%s}"
                                .formatted(
                                        account(
                                                address,
                                                "\"password\":\"%s\",%s".formatted(TestMailServer.PASSWORD, more)),
                                        MAPPED))
                .expect(201)
                .body();
    }

    private static String account(String address, String more) {
        return "\"mailbox\":{%s\"host\":\"127.0.0.1\",\"port\":%d,\"security\":\"none\",\"user\":\"%s\"}"
                .formatted(more, MAIL.port(), address);
    }

    private static String tested(String account) {
        return admin.post("/api/intake/mailbox/test", "{" + account + "}")
                .expect(422)
                .text("/errors/0/field");
    }

    private static String plain(String from, String text) {
        return "From: %s\nMessage-ID: <same@every.mail>\nSubject: 咨询\nContent-Type: text/plain; charset=utf-8\n\n%s\n"
                .formatted(from, text);
    }

    private static void read(JsonNode source) {
        admin.post("/api/intake/sources/" + source.path("id").asLong() + "/read", "{}")
                .expect(200);
    }

    /** The lead of this name, once it is there: the mailbox may be read by its clock as well. */
    private static JsonNode read(JsonNode source, String name) {
        await().until(() -> {
            read(source);
            return found(name) > 0;
        });
        return lead(name);
    }

    private static JsonNode came(JsonNode source, String state) {
        return admin.get("/api/intake/sources/%d/submissions%s"
                        .formatted(source.path("id").asLong(), state.isEmpty() ? "" : "?state=" + state))
                .expect(200)
                .body()
                .path("items");
    }

    private static JsonNode source(String kind, String name, String more) {
        return admin.post(
                        "/api/intake/sources",
                        "{\"kind\":\"%s\",\"object\":\"lead\",\"name\":\"%s\",\"active\":true,%s%s}"
                                .formatted(kind, name, more, QUESTIONS))
                .expect(201)
                .body();
    }

    private static String address() {
        return "/api/public/forms/" + form.path("key").asString();
    }

    private static JsonNode page() {
        return visitor.get(address()).expect(200).body();
    }

    private static String answers(String name, String phone, String more) {
        return "{\"name\":\"%s\",\"phone\":\"%s\"%s}".formatted(name, phone, more.isEmpty() ? "" : "," + more);
    }

    private static JsonNode submit(JsonNode shown, String answers, int status) {
        return submit(shown, answers, status, "");
    }

    private static JsonNode submit(JsonNode shown, String answers, int status, String more) {
        String ticket = shown.path("ticket").asString();
        int work = 0;
        while (FormChallenge.zeroBits(ticket + "." + work) < shown.path("bits").asInt()) {
            work++;
        }
        return visitor.send("POST", address(), """
                        {"ticket":"%s","work":"%d","answers":%s,"parameters":{"utm_source":"baidu"},
                         "page":"https://shop.example/contact"%s}""".formatted(ticket, work, answers, more))
                .expect(status)
                .body();
    }

    private static JsonNode submissions(String state) {
        return admin.get("/api/intake/sources/%d/submissions?state=%s"
                        .formatted(form.path("id").asLong(), state))
                .expect(200)
                .body()
                .path("items");
    }

    private static JsonNode leads(String name) {
        return admin.post("/api/records/lead/query", """
                        {"filter":{"field":"name","op":"eq","value":"%s"}}""".formatted(name))
                .expect(200)
                .body()
                .path("items");
    }

    private static int found(String name) {
        return leads(name).size();
    }

    private static JsonNode lead(String name) {
        assertThat(leads(name).size()).isOne();
        return admin.get("/api/records/lead/" + leads(name).path(0).path("id").asLong())
                .expect(200)
                .body();
    }
}
