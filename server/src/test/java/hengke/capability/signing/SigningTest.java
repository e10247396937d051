package hengke.capability.signing;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.MailRoom;
import hengke.testing.RunningApplication;
import jakarta.mail.Multipart;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contracts signed by both sides: in turn, by a code from the mailbox, to the paper that can be checked. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final Pattern LINK = Pattern.compile("/s/([A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final String HAND = "\"strokes\":[[[1,1],[50,20],[90,5],[120,40]]],\"consent\":\"2026-2\"";

    private static final MailRoom MAILS = new MailRoom();
    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;
    private static long seal;
    private static long me;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        me = admin.get("/api/session").expect(200).number("/user/id");
        MAILS.connect(admin, "云图软件");
        // who leads papers to their signatures is asked only where there is a choice
        assertThat(admin.get("/api/settings").expect(200).body().toString()).doesNotContain("signing.provider");
        customer = created("customer", "\"name\":\"华东泵业\"").path("id").asLong();
        seal = admin.post(
                        "/api/signing/seals",
                        "{\"name\":\"合同专用章\",\"company\":\"云图软件有限公司\",\"below\":\"合同专用章\",\"holders\":[%d]}"
                                .formatted(me))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
        MAILS.close();
    }

    @Test
    void both_sides_sign_in_turn_and_the_contract_is_in_force_with_a_paper_that_anybody_can_check() throws Exception {
        long contract = contract("整机采购合同");
        long envelope = started(contract, "shen@example.com", true);
        assertThat(status(contract)).isEqualTo("signing");
        String signings = "/api/signings/contract/" + contract;
        // ours waits for theirs
        assertThat(admin.post(signings + "/" + envelope + "/seal", "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("notYourTurn");
        String path = "/api/public/signing/" + MAILS.last("shen@example.com", LINK);
        ApiClient stranger = new ApiClient(application);
        JsonNode cover = stranger.get(path).expect(200).body();
        assertThat(cover.path("email").asString()).isEqualTo("sh***@example.com");
        assertThat(cover.path("open").asBoolean()).isFalse();
        stranger.get(path + "/pages/1").expect(403);
        String ticket = ticket(stranger, path, "shen@example.com");
        // to the end first, then by a hand that agrees
        assertThat(call(stranger, path + "/sign", "{" + HAND + "}", ticket)
                        .expect(409)
                        .text("/code"))
                .isEqualTo("notRead");
        call(stranger, path + "/read", "{}", ticket).expect(204);
        assertThat(call(stranger, path + "/sign", "{" + HAND.replace("2026-2", "2020-1") + "}", ticket)
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("consent");
        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        call(stranger, path + "/sign", "{" + HAND + "}", ticket).status()))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnly(204);
        assertThat(stranger.get(path).expect(200).text("/state")).isEqualTo("signed");

        Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        admin.post(signings + "/" + envelope + "/seal", "{}").status()))
                .limit(2)
                .toList()
                .forEach(answer -> assertThat(answer.join()).isEqualTo(204));
        JsonNode done = admin.get(signings).expect(200).body().at("/items/0");
        assertThat(done.path("state").asString()).isEqualTo("complete");
        assertThat(status(contract)).isEqualTo("active");
        assertThat(admin.get(signings).expect(200).body().path("open").asBoolean())
                .isFalse();
        assertThat(record(contract).path("signedOn").asString()).isNotEmpty();
        byte[] paper = admin.download(signings + "/" + envelope + "/file");
        JsonNode verified = verify(paper);
        assertThat(verified.path("verdict").asString()).isEqualTo("intact");
        assertThat(verified.path("archived").asString()).isEqualTo("final");
        assertThat(verified.path("signatures"))
                .extracting(signature -> signature.path("name").asString())
                .containsExactly("沈工", admin.get("/api/session").text("/user/name"));
        assertThat(verified.path("hash")).isEqualTo(done.path("hashAfter"));
        byte[] altered = paper.clone();
        altered[altered.length / 4] ^= 1;
        assertThat(verify(altered).path("archived").asString()).isEqualTo("none");
        assertThat(verify(altered).path("verdict").asString()).isNotEqualTo("intact");
        // the record of it is signed too, its number tells a stranger the hash, and both went to the other side
        assertThat(verify(admin.download(signings + "/" + envelope + "/audit"))
                        .path("verdict")
                        .asString())
                .isEqualTo("intact");
        assertThat(application
                        .database()
                        .dsl()
                        .fetch(
                                "select payload ->> 'what' from outbox where kind = 'record.happened' and record_id = ? order by id",
                                contract)
                        .getValues(0, String.class))
                .as("others hear of it")
                .containsExactly("signing.signed", "signing.signed", "signing.completed");
        JsonNode registered = stranger.get(
                        "/api/public/verify/" + done.path("code").asString())
                .expect(200)
                .body();
        assertThat(registered.propertyNames())
                .containsExactlyInAnyOrder("company", "state", "startedAt", "completedAt", "signatures", "hash");
        assertThat(registered.path("hash")).isEqualTo(done.path("hashAfter"));
        awaitMail("shen@example.com", 3);
        Multipart parts = (Multipart) MAILS.mails("shen@example.com").getLast().getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(admin.get("/api/signing/seals/" + seal + "/uses")
                        .expect(200)
                        .body()
                        .path("items"))
                .extracting(use -> use.path("record").asLong())
                .containsOnlyOnce(contract);
        assertThat(admin.get(signings + "/" + envelope + "/log")
                        .expect(200)
                        .body()
                        .path("items"))
                .extracting(line -> line.path("what").asString())
                .containsExactly(
                        "started",
                        "asked",
                        "codeSent",
                        "codeWrong",
                        "verified",
                        "read",
                        "signed",
                        "asked",
                        "signed",
                        "completed");
        assertThat(admin.get("/api/signing/certificate")
                        .expect(200)
                        .body()
                        .at("/items/0/own")
                        .asBoolean())
                .isTrue();
        assertThat(application
                        .database()
                        .dsl()
                        .fetch("select sealed from signing_key")
                        .format())
                .doesNotContain("PRIVATE");
    }

    @Test
    void a_code_is_good_for_five_tries_and_ten_minutes_and_not_sent_too_often() throws Exception {
        long contract = contract("猜验证码");
        started(contract, "guess@example.com", false);
        String path = "/api/public/signing/" + MAILS.last("guess@example.com", LINK);
        ApiClient stranger = new ApiClient(application);
        stranger.post(path + "/code/check", "{\"code\":\"000000\"}").expect(422);
        stranger.post(path + "/code", "{}").expect(204);
        stranger.post(path + "/code", "{}").expect(429);
        awaitMail("guess@example.com", 2);
        String code = MAILS.last("guess@example.com", CODE);
        assertThat(application
                        .database()
                        .dsl()
                        .fetch("select * from signing_party")
                        .format())
                .doesNotContain(code);
        String wrong = code.equals("111111") ? "222222" : "111111";
        for (int guess = 0; guess < 5; guess++) {
            stranger.post(path + "/code/check", "{\"code\":\"" + wrong + "\"}").expect(422);
        }
        stranger.post(path + "/code/check", "{\"code\":\"" + code + "\"}").expect(422);
        application
                .database()
                .dsl()
                .execute("update signing_party set code_tries = 0, code_until = now() - interval '1 second'");
        stranger.post(path + "/code/check", "{\"code\":\"" + code + "\"}").expect(422);
        application
                .database()
                .dsl()
                .execute(
                        "update signing_party set code_until = now() + interval '1 minute' where code_hash is not null");
        stranger.post(path + "/code/check", "{\"code\":\"" + code + "\"}").expect(200);
        stranger.post(path + "/code/check", "{\"code\":\"" + code + "\"}").expect(422);
    }

    @Test
    void what_is_declined_called_back_or_not_signed_in_time_ends_for_all_and_the_contract_is_a_draft_again()
            throws Exception {
        long declined = contract("拒签的合同");
        started(declined, "no@example.com", true);
        ApiClient stranger = new ApiClient(application);
        String path = "/api/public/signing/" + MAILS.last("no@example.com", LINK);
        String ticket = ticket(stranger, path, "no@example.com");
        call(stranger, path + "/decline", "{\"reason\":\"价格不对\"}", ticket).expect(204);
        call(stranger, path + "/sign", "{" + HAND + "}", ticket).expect(409);
        JsonNode ended = admin.get("/api/signings/contract/" + declined)
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(ended.path("state").asString()).isEqualTo("declined");
        assertThat(ended.path("reason").asString()).isEqualTo("价格不对");
        assertThat(status(declined)).isEqualTo("draft");

        long late = contract("过期的合同");
        long overdue = started(late, "late@example.com", false);
        application
                .database()
                .dsl()
                .execute("update signing_envelope set until_at = now() - interval '1 minute' where id = ?", overdue);
        String lateLink = "/api/public/signing/" + MAILS.last("late@example.com", LINK);
        assertThat(stranger.get(lateLink).expect(200).text("/state")).isEqualTo("expired");
        SigningClock clock = application.bean(SigningClock.class);
        Stream.generate(() -> CompletableFuture.runAsync(clock::run))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(status(late)).isEqualTo("draft");
        assertThat(admin.get("/api/notifications").expect(200).body().path("items"))
                .extracting(notice -> notice.path("body").asString())
                .containsOnlyOnce("过期的合同");

        long back = contract("撤回的合同");
        long called = started(back, "back@example.com", false);
        assertThat(admin.post("/api/signings/contract/" + back, "{}")
                        .expect(201)
                        .number("/id"))
                .isNotEqualTo(called);
        admin.post("/api/signings/contract/" + back + "/" + called + "/void", "{\"reason\":\"条款要改\"}")
                .expect(204);
        assertThat(stranger.get("/api/public/signing/" + MAILS.last("back@example.com", LINK))
                        .expect(200)
                        .text("/state"))
                .isEqualTo("voided");
        assertThat(status(back)).isEqualTo("draft");
    }

    @Test
    void a_contract_that_is_deleted_is_signed_by_nobody_any_more() throws Exception {
        long contract = contract("删掉的合同");
        long envelope = started(contract, "gone@example.com", false);
        String path = "/api/public/signing/" + MAILS.last("gone@example.com", LINK);
        ApiClient stranger = new ApiClient(application);
        String ticket = ticket(stranger, path, "gone@example.com");
        call(stranger, path + "/read", "{}", ticket).expect(204);
        admin.delete("/api/records/contract/" + contract);
        admin.get("/api/records/contract/" + contract).expect(404);
        assertThat(stranger.get(path).expect(200).text("/state")).isEqualTo("voided");
        assertThat(call(stranger, path + "/sign", "{" + HAND + "}", ticket).status())
                .isNotEqualTo(204);
        assertThat(application
                        .database()
                        .dsl()
                        .fetch(
                                "select what, details ->> 'reason' as why from signing_event where envelope = ? order by id",
                                envelope)
                        .getLast()
                        .intoList())
                .containsExactly("voided", "原记录已被删除");
    }

    @Test
    void only_holders_set_a_seal_and_only_who_may_change_a_contract_has_it_signed() {
        long contract = contract("别人的合同");
        long other = admin.post(
                        "/api/users",
                        "{\"login\":\"other\",\"name\":\"旁人\",\"password\":\"%s\",\"roles\":[]}".formatted(PASSWORD))
                .expect(201)
                .number("/id");
        ApiClient outsider = new ApiClient(application).signIn("other", PASSWORD);
        outsider.get("/api/signings/contract/" + contract).expect(404);
        outsider.post("/api/signings/contract/" + contract, "{}").expect(404);
        outsider.get("/api/signing/seals").expect(403);
        outsider.get("/api/signing/seals/" + seal + "/picture").expect(403);
        JsonNode draft = admin.post("/api/signings/contract/" + contract, "{}")
                .expect(201)
                .body();
        assertThat(admin.post(
                                "/api/signings/contract/" + contract + "/"
                                        + draft.path("id").asLong() + "/start",
                                "{\"days\":7,\"signers\":[{\"person\":%d,\"seal\":%d,\"page\":1,\"x\":100,\"y\":100},{\"name\":\"x\",\"email\":\"x@example.com\",\"page\":9,\"x\":1,\"y\":1}]}"
                                        .formatted(other, seal))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("signers[0].seal");
    }

    private static long contract(String name) {
        return created("contract", "\"customer\":%d,\"name\":\"%s\",\"amount\":\"8000\"".formatted(customer, name))
                .path("id")
                .asLong();
    }

    /** Theirs first, then, where wanted, ours. */
    private static long started(long contract, String email, boolean ours) throws Exception {
        String signings = "/api/signings/contract/" + contract;
        JsonNode draft = admin.post(signings, "{}").expect(201).body();
        assertThat(draft.at("/theirs/page").asLong()).isOne();
        String sealed = ours ? ",{\"person\":%d,\"seal\":%d,\"page\":1,\"x\":350,\"y\":400}".formatted(me, seal) : "";
        admin.post(
                        signings + "/" + draft.path("id").asLong() + "/start",
                        "{\"days\":7,\"signers\":[{\"name\":\"沈工\",\"email\":\"%s\",\"page\":1,\"x\":60,\"y\":420}%s]}"
                                .formatted(email, sealed))
                .expect(204);
        awaitMail(email, 1);
        return draft.path("id").asLong();
    }

    private static String ticket(ApiClient stranger, String path, String email) throws Exception {
        int before = MAILS.mails(email).size();
        stranger.post(path + "/code", "{}").expect(204);
        awaitMail(email, before + 1);
        String code = MAILS.last(email, CODE);
        stranger.post(path + "/code/check", "{\"code\":\"%s\"}".formatted(code.equals("000000") ? "000001" : "000000"))
                .expect(422);
        return stranger.post(path + "/code/check", "{\"code\":\"" + code + "\"}")
                .expect(200)
                .text("/ticket");
    }

    private static ApiClient.Answer call(ApiClient stranger, String path, String body, String ticket) {
        return stranger.send("POST", path, body, "Hengke-Ticket", ticket);
    }

    private static JsonNode verify(byte[] pdf) {
        return new ApiClient(application)
                .upload("/api/public/verify", "paper.pdf", pdf)
                .expect(200)
                .body();
    }

    private static void awaitMail(String to, int count) throws Exception {
        MAILS.await(application, to, count);
    }

    private static String status(long contract) {
        return record(contract).path("status").asString();
    }

    private static JsonNode record(long contract) {
        return admin.get("/api/records/contract/" + contract).expect(200).body();
    }

    private static JsonNode created(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .body();
    }
}
