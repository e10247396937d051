package hengke.capability.signing;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.PhoneRoom;
import hengke.testing.RunningApplication;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contracts signed by a code that is texted to a mobile, by a link that somebody hands over: there is no mail at all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningBySmsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String HAND = "{\"typed\":\"沈工\",\"consent\":\"2026-2\"}";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient stranger;
    private static PhoneRoom phones;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        stranger = new ApiClient(application);
        phones = new PhoneRoom(application, admin);
        customer = created("customer", "\"name\":\"华东泵业\"");
        created("contact", "\"customer\":%d,\"name\":\"沈工\",\"phone\":\"13700137000\"".formatted(customer));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whoever_has_only_a_mobile_signs_by_its_code_and_all_records_say_so() throws IOException {
        long contract = contract("凭短信签的合同");
        String signings = "/api/signings/contract/" + contract;
        JsonNode draft = admin.post(signings, "{}").expect(201).body();
        assertThat(draft.path("mail").asBoolean()).isFalse();
        assertThat(draft.path("sms").asBoolean()).isTrue();
        assertThat(draft.path("smsSimulated").asBoolean()).isTrue();
        assertThat(draft.path("recipients"))
                .extracting(recipient -> recipient.path("phone").asString())
                .contains("13700137000");
        long envelope = draft.path("id").asLong();
        start(contract, envelope, "\"codeBy\":\"sms\",\"phone\":\"+86 138 0013 8000\"")
                .expect(204);

        // nobody could be asked by mail, so whoever gave it out is told to hand over a link
        assertThat(application.database().dsl().fetch("select id from mail_queue"))
                .isEmpty();
        assertThat(admin.get("/api/notifications").expect(200).body().path("items"))
                .extracting(notice -> notice.path("title").asString())
                .contains("请把签署链接发给对方");
        String path = link(contract, envelope);
        JsonNode cover = stranger.get(path).expect(200).body();
        assertThat(cover.path("mobile").asString()).isEqualTo("138****8000");
        assertThat(cover.path("email").asString()).isEmpty();

        stranger.post(path + "/code", "{}").expect(204);
        stranger.post(path + "/code", "{}").expect(429);
        String code = phones.code("13800138000", 1);
        assertThat(application.database().dsl().fetch("select * from sms_queue").format(200))
                .doesNotContain(code);
        stranger.post(path + "/code/check", guess(wrong(code))).expect(422);
        String ticket =
                stranger.post(path + "/code/check", guess(code)).expect(200).text("/ticket");
        call(path + "/read", "{}", ticket).expect(204);
        call(path + "/sign", HAND, ticket).expect(204);

        JsonNode done = admin.get(signings).expect(200).body().at("/items/0");
        assertThat(done.path("state").asString()).isEqualTo("complete");
        assertThat(done.at("/parties/0/mobile").asString()).isEqualTo("13800138000");
        JsonNode lines =
                admin.get(signings + "/" + envelope + "/log").expect(200).body().path("items");
        assertThat(lines)
                .extracting(line -> line.path("what").asString())
                .containsExactly(
                        "started",
                        "linkReady",
                        "linkTaken",
                        "codeSent",
                        "codeWrong",
                        "verified",
                        "read",
                        "signed",
                        "completed");
        assertThat(lines.get(2).path("who").asString())
                .as("who took it")
                .isEqualTo(admin.get("/api/session").text("/user/name"));
        assertThat(lines.get(3).path("how").asString()).isEqualTo("模拟短信 138****8000，未真正发送");
        assertThat(textOf(admin.download(signings + "/" + envelope + "/audit")))
                .contains("138****8000", "模拟短信")
                .doesNotContain("13800138000");
        assertThat(stranger.upload(
                                "/api/public/verify", "paper.pdf", admin.download(signings + "/" + envelope + "/file"))
                        .expect(200)
                        .text("/signatures/0/reason"))
                .isEqualTo("Simulated SMS code, 138****8000, consent 2026-2");
    }

    @Test
    void a_code_is_good_for_five_tries_and_a_number_gets_one_a_minute_whichever_paper_it_is_for() {
        long guessed = contract("猜短信验证码");
        String path = link(guessed, started(guessed, "13900139000"));
        stranger.post(path + "/code", "{}").expect(204);
        String code = phones.code("13900139000", 1);
        for (int guess = 0; guess < 5; guess++) {
            stranger.post(path + "/code/check", guess(wrong(code))).expect(422);
        }
        stranger.post(path + "/code/check", guess(code)).expect(422);

        long other = contract("同一号码的另一份");
        String otherPath = link(other, started(other, "13900139000"));
        ApiClient.Answer tooMany = stranger.post(otherPath + "/code", "{}").expect(429);
        assertThat(tooMany.text("/detail")).contains("每小时 5 条");
        assertThat(application
                        .database()
                        .dsl()
                        .fetchValue(
                                "select count(*) from signing_party p join signing_envelope e on e.id = p.envelope where e.record_id = ? and p.code_hash is not null",
                                other))
                .as("no code is kept that was not sent")
                .isEqualTo(0L);
    }

    @Test
    void what_cannot_be_texted_is_refused_where_it_is_wrong() {
        long contract = contract("填错的");
        long envelope = draft(contract);
        assertThat(start(contract, envelope, "\"codeBy\":\"sms\"").expect(422).text("/errors/0/field"))
                .isEqualTo("signers[0].phone");
        assertThat(start(contract, envelope, "\"codeBy\":\"sms\",\"phone\":\"021-62351234\"")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("signers[0].phone");
        assertThat(start(contract, envelope, "\"codeBy\":\"simulated_sms\",\"phone\":\"13800138000\"")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("signers[0].codeBy");
        assertThat(start(contract, envelope, "\"phone\":\"13800138000\"")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("signers[0].email");
        phones.provider("none");
        try {
            assertThat(start(contract, envelope, "\"codeBy\":\"sms\",\"phone\":\"13800138000\"")
                            .expect(422)
                            .text("/errors/0/field"))
                    .isEqualTo("signers[0].codeBy");
        } finally {
            phones.provider("simulated");
        }
    }

    @Test
    void a_link_is_for_those_who_may_change_the_contract_and_only_while_the_other_side_is_asked() {
        long contract = contract("转交链接的");
        long envelope = started(contract, "13600136000");
        String address = "/api/signings/contract/" + contract + "/" + envelope + "/link";
        reader("outsider", "").post(address, "{}").expect(404);
        ApiClient reader = reader("reader", "{\"object\":\"*\",\"verb\":\"read\",\"scope\":\"all\"}");
        reader.post(address, "{}").expect(403);
        assertThat(reader.get("/api/signings/contract/" + contract).expect(200).text("/items/0/parties/0/mobile"))
                .isEqualTo("136****6000");
        String first = link(contract, envelope);
        String second = link(contract, envelope);
        assertThat(first).isNotEqualTo(second);
        stranger.get(first).expect(200);
        stranger.get(second).expect(200);
        admin.post("/api/signings/contract/" + contract + "/" + envelope + "/void", "{\"reason\":\"条款要改\"}")
                .expect(204);
        admin.post(address, "{}").expect(409);
    }

    private static ApiClient reader(String login, String grants) {
        long role = admin.post("/api/roles", "{\"name\":\"%s\",\"grants\":[%s]}".formatted(login, grants))
                .expect(201)
                .number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role))
                .expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    private static long contract(String name) {
        return created("contract", "\"customer\":%d,\"name\":\"%s\",\"amount\":\"8000\"".formatted(customer, name));
    }

    private static long draft(long contract) {
        return admin.post("/api/signings/contract/" + contract, "{}")
                .expect(201)
                .number("/id");
    }

    private static ApiClient.Answer start(long contract, long envelope, String signer) {
        return admin.post(
                "/api/signings/contract/" + contract + "/" + envelope + "/start",
                "{\"days\":7,\"signers\":[{\"name\":\"沈工\",\"page\":1,\"x\":60,\"y\":420,%s}]}".formatted(signer));
    }

    private static long started(long contract, String mobile) {
        long envelope = draft(contract);
        start(contract, envelope, "\"codeBy\":\"sms\",\"phone\":\"" + mobile + "\"")
                .expect(204);
        return envelope;
    }

    private static String link(long contract, long envelope) {
        String address = admin.post("/api/signings/contract/" + contract + "/" + envelope + "/link", "{}")
                .expect(200)
                .text("/address");
        return "/api/public/signing/" + address.replaceAll(".*/s/", "");
    }

    private static String wrong(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    private static String guess(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static ApiClient.Answer call(String path, String body, String ticket) {
        return stranger.send("POST", path, body, "Hengke-Ticket", ticket);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static long created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .number("/id");
    }
}
