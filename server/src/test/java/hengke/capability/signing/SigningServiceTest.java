package hengke.capability.signing;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.MailRoom;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contracts that a certified service leads to their signatures: whatever it tells, when and how often. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningServiceTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final Pattern LINK = Pattern.compile("/s/([A-Za-z0-9_-]+)");
    private static final MailRoom MAILS = new MailRoom();
    private static final CertifiedService SERVICE = new CertifiedService();
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient stranger;
    private static long customer;
    private static long me;

    @BeforeAll
    static void start() {
        application = RunningApplication.startWith(
                beans -> beans.registerBean(
                        CertifiedServiceClient.class, () -> new CertifiedServiceClient(SERVICE.port())),
                "--hengke.admin.login=admin",
                "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        stranger = new ApiClient(application);
        MAILS.connect(admin, "云图软件");
        me = admin.get("/api/session").expect(200).number("/user/id");
        admin.patch("/api/users/" + me, "{\"email\":\"boss@example.com\"}").expect(200);
        JsonNode settings = admin.get("/api/settings").expect(200).body();
        assertThat(settings.toString()).contains("signing.provider", "示例认证签");
        admin.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":{\"signing.provider\":\"certified\"}}"
                                .formatted(settings.path("version").asLong()))
                .expect(200);
        customer = admin.post("/api/records/customer", "{\"name\":\"华东泵业\"}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
        SERVICE.close();
        MAILS.close();
    }

    @Test
    void both_sides_sign_at_the_service_and_what_it_tells_twice_or_late_has_happened_once() throws Exception {
        long contract = contract("整机采购合同");
        long envelope = started(contract, "shen@example.com");
        String signings = "/api/signings/contract/" + contract;
        CertifiedService.Flow flow = SERVICE.newest();
        assertThat(flow.names).containsExactly("沈工", admin.get("/api/session").text("/user/name"));
        assertThat(status(contract)).isEqualTo("signing");
        // theirs is sent to the service's own page, and cannot sign here
        String path = "/api/public/signing/" + MAILS.last("shen@example.com", LINK);
        assertThat(stranger.get(path).expect(200).text("/service")).isEqualTo("示例认证签");
        assertThat(stranger.post(path + "/code", "{}").expect(409).text("/code"))
                .isEqualTo("signedElsewhere");
        assertThat(stranger.post(path + "/door", "{}").expect(200).text("/address"))
                .isEqualTo("https://sign.example.com/" + flow.id + "/1");

        flow.add("read", 1, "");
        flow.add("signed", 1, "");
        // who cannot prove to be the service is not believed, and it is not even looked
        ring(flow, "00".repeat(32)).expect(403);
        stranger.post("/api/public/signing-services/certified", body(flow)).expect(403);
        stranger.post("/api/public/signing-services/nobody", body(flow)).expect(404);
        assertThat(parties(signings)).containsExactly("asked", "waiting");
        ring(flow).expect(204);
        ring(flow).expect(204);
        assertThat(parties(signings)).containsExactly("signed", "asked");
        assertThat(admin.post(signings + "/" + envelope + "/seal", "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("signedElsewhere");
        assertThat(admin.post(signings + "/" + envelope + "/door", "{}")
                        .expect(200)
                        .text("/address"))
                .endsWith("/2");

        // a paper that comes back without a whole signature is none, however rightly it is told
        flow.add("signed", 2, "");
        SERVICE.altering = true;
        ring(flow).expect(503);
        assertThat(parties(signings)).containsExactly("signed", "asked");
        SERVICE.altering = false;
        ring(flow).expect(204);
        // the ring of the first signature comes last
        ring(flow).expect(204);
        JsonNode done = admin.get(signings).expect(200).body().at("/items/0");
        assertThat(done.path("state").asString()).isEqualTo("complete");
        assertThat(done.path("service").asString()).isEqualTo("示例认证签");
        assertThat(done.at("/parties/0/way").asString()).isEqualTo("service");
        assertThat(status(contract)).isEqualTo("active");
        assertThat(admin.get(signings + "/" + envelope + "/log")
                        .expect(200)
                        .body()
                        .path("items"))
                .extracting(line -> line.path("what").asString())
                .containsExactly("started", "asked", "read", "signed", "asked", "signed", "completed");
        // what it gave back is kept to the byte, bears its certificate and can be checked by anybody
        JsonNode verified = new ApiClient(application)
                .upload("/api/public/verify", "paper.pdf", admin.download(signings + "/" + envelope + "/file"))
                .expect(200)
                .body();
        assertThat(verified.path("verdict").asString()).isEqualTo("intact");
        assertThat(verified.path("archived").asString()).isEqualTo("final");
        assertThat(verified.at("/signatures/0/ours").asBoolean()).isFalse();
        assertThat(verified.at("/signatures/0/subject").asString()).contains("示例认证中心");
        assertThat(admin.download(signings + "/" + envelope + "/audit")).isNotEmpty();
        MAILS.await(application, "shen@example.com", 2);
        assertThat(MAILS.mails("shen@example.com")).hasSize(2);
    }

    @Test
    void a_service_that_does_not_answer_takes_nothing_and_one_that_forgets_to_ring_is_asked() throws Exception {
        long contract = contract("服务不通的合同");
        SERVICE.away = true;
        JsonNode draft = admin.post("/api/signings/contract/" + contract, "{}")
                .expect(201)
                .body();
        assertThat(draft.path("service").asString()).isEqualTo("示例认证签");
        String start =
                "/api/signings/contract/" + contract + "/" + draft.path("id").asLong() + "/start";
        assertThat(admin.post(start, plan("away@example.com")).expect(409).text("/code"))
                .isEqualTo("serviceAway");
        assertThat(status(contract)).isEqualTo("draft");
        SERVICE.away = false;
        admin.post(start, plan("away@example.com")).expect(204);

        CertifiedService.Flow flow = SERVICE.newest();
        flow.add("declined", 1, "价格不对");
        application.bean(ServiceCourse.class).run();
        JsonNode ended = admin.get("/api/signings/contract/" + contract)
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(ended.path("state").asString()).isEqualTo("declined");
        assertThat(ended.path("reason").asString()).isEqualTo("价格不对");
        assertThat(status(contract)).isEqualTo("draft");
        // what is signed there afterwards is too late
        flow.add("signed", 1, "");
        ring(flow).expect(204);
        assertThat(status(contract)).isEqualTo("draft");
    }

    @Test
    void what_is_called_back_here_is_called_back_there_even_if_the_service_was_away() throws Exception {
        long contract = contract("撤回的合同");
        long envelope = started(contract, "back@example.com");
        CertifiedService.Flow flow = SERVICE.newest();
        SERVICE.away = true;
        admin.post("/api/signings/contract/" + contract + "/" + envelope + "/void", "{\"reason\":\"条款要改\"}")
                .expect(204);
        SERVICE.away = false;
        assertThat(flow.cancelled).isEmpty();
        assertThat(status(contract)).isEqualTo("draft");
        application.bean(ServiceCourse.class).run();
        assertThat(flow.cancelled).isEqualTo("条款要改");
        long once = contract("马上撤回的合同");
        long second = started(once, "once@example.com");
        admin.post("/api/signings/contract/" + once + "/" + second + "/void", "{\"reason\":\"换人签\"}")
                .expect(204);
        assertThat(SERVICE.newest().cancelled).isEqualTo("换人签");
    }

    private static ApiClient.Answer ring(CertifiedService.Flow flow) {
        return ring(flow, CertifiedService.proof(body(flow)));
    }

    private static ApiClient.Answer ring(CertifiedService.Flow flow, String proof) {
        return stranger.send("POST", "/api/public/signing-services/certified", body(flow), "X-Proof", proof);
    }

    private static String body(CertifiedService.Flow flow) {
        return "{\"flow\":\"" + flow.id + "\"}";
    }

    private static long contract(String name) {
        return admin.post(
                        "/api/records/contract",
                        "{\"customer\":%d,\"name\":\"%s\",\"amount\":\"8000\"}".formatted(customer, name))
                .expect(201)
                .number("/id");
    }

    private static long started(long contract, String email) throws Exception {
        String signings = "/api/signings/contract/" + contract;
        long draft = admin.post(signings, "{}").expect(201).number("/id");
        admin.post(signings + "/" + draft + "/start", plan(email)).expect(204);
        MAILS.await(application, email, 1);
        return draft;
    }

    private static String plan(String email) {
        return "{\"days\":7,\"signers\":[{\"name\":\"沈工\",\"email\":\"%s\",\"page\":1,\"x\":60,\"y\":420},{\"person\":%d,\"page\":1,\"x\":300,\"y\":420}]}"
                .formatted(email, me);
    }

    private static List<String> parties(String signings) {
        return admin.get(signings)
                .expect(200)
                .body()
                .at("/items/0/parties")
                .valueStream()
                .map(party -> party.path("state").asString())
                .toList();
    }

    private static String status(long contract) {
        return admin.get("/api/records/contract/" + contract).expect(200).text("/status");
    }
}
