package hengke.web.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The settings as their readers meet them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        ana.post("/api/users", "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"%s\"}".formatted(PASSWORD))
                .expect(201);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        api = ApiDescription.of(ana);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Answer decide(String name, String json) {
        long version = ana.get("/api/settings").expect(200).number("/version");
        return ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"%s\":%s}}".formatted(version, name, json));
    }

    private static JsonNode setting(ApiClient reader, String name) {
        return StreamSupport.stream(
                        reader.get("/api/settings")
                                .expect(200)
                                .body()
                                .findParents("field")
                                .spliterator(),
                        false)
                .filter(setting -> setting.at("/field/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_decision_counts_at_once_for_everybody_and_on_every_node() {
        try (RunningApplication other = application.anotherNode()) {
            api.check(
                    "PATCH", "/api/settings", decide("company.name", "\"云图科技\"").expect(200));
            decide("company.timeZone", "\"Asia/Tokyo\"").expect(200);
            assertThat(ben.get("/api/session").text("/settings/company")).isEqualTo("云图科技");
            assertThat(ben.at(other).get("/api/session").text("/settings/timeZone"))
                    .isEqualTo("Asia/Tokyo");
        }
        decide("company.timeZone", "null").expect(200);
        assertThat(ben.get("/api/session").text("/settings/timeZone")).isEqualTo("Asia/Shanghai");
    }

    @Test
    void only_administrators_change_them_and_others_read_only_what_is_for_everybody() {
        long version = ben.get("/api/settings").expect(200).number("/version");
        ben.patch("/api/settings", "{\"version\":%d,\"values\":{\"company.name\":\"甲\"}}".formatted(version))
                .expect(403);
        ben.get("/api/settings/changes").expect(403);
        new ApiClient(application).get("/api/settings").expect(401);
        assertThat(ben.get("/api/settings").body().findValues("public"))
                .isNotEmpty()
                .allMatch(JsonNode::asBoolean);
        assertThat(setting(ben, "company.name").at("/field/right").asString()).isEqualTo("read");
    }

    @Test
    void a_wrong_value_is_refused_at_its_setting_and_a_stale_one_by_its_name() {
        assertThat(decide("company.timeZone", "\"Mars/Olympus\"").expect(422).text("/errors/0/field"))
                .isEqualTo("company.timeZone");
        assertThat(decide("company.nam", "\"甲\"").expect(422).text("/errors/0/message"))
                .contains("company.name");
        long version = ana.get("/api/settings").number("/version");
        decide("company.shortName", "\"云图\"").expect(200);
        Answer stale = ana.patch(
                        "/api/settings", "{\"version\":%d,\"values\":{\"company.shortName\":\"图\"}}".formatted(version))
                .expect(409);
        assertThat(stale.text("/code")).isEqualTo("stale");
        assertThat(stale.text("/settings/0")).isEqualTo("company.shortName");
    }

    @Test
    void who_changed_what_is_written_down() {
        decide("company.shortName", "\"恒\"").expect(200);
        decide("company.shortName", "\"恒客\"").expect(200);
        Answer changes = api.check(
                "GET", "/api/settings/changes", ana.get("/api/settings/changes").expect(200));
        assertThat(changes.text("/items/0/from")).isEqualTo("恒");
        assertThat(changes.text("/items/0/to")).isEqualTo("恒客");
        assertThat(changes.text("/items/0/by/label")).isEqualTo("ana");
    }

    @Test
    void fifty_who_create_at_once_get_numbers_without_gap_or_double_even_while_the_rule_changes() throws Exception {
        decide("numbers.customer.code", "\"K{yyyy}-{000}\"").expect(200);
        Set<String> codes = ConcurrentHashMap.newKeySet();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String name = "编号公司" + i;
                writers.submit(() -> codes.add(ana.post("/api/records/customer", "{\"name\":\"%s\"}".formatted(name))
                        .expect(201)
                        .text("/code")));
            }
        }
        String year = String.valueOf(Year.now(ZoneId.of("Asia/Shanghai")).getValue());
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 50)
                        .mapToObj(("K" + year + "-%03d")::formatted)
                        .toList());
        decide("numbers.customer.code", "\"K{yyyy}-{0}\"").expect(200);
        assertThat(customer("位数变了")).isEqualTo("K" + year + "-51");
        decide("numbers.customer.code", "\"K" + year + "-0{00}\"").expect(200);
        assertThat(customer("撞上已有的")).as("001 to 050 exist already").isEqualTo("K" + year + "-051");
        assertThat(decide("numbers.customer.code", "\"没有序号\"").expect(422).text("/errors/0/field"))
                .isEqualTo("numbers.customer.code");
    }

    @Test
    void counting_goes_on_from_a_higher_number_and_never_from_a_lower_one() {
        decide("numbers.customer.code", "\"Z{0000}\"").expect(200);
        ana.post("/api/settings/numbers", "{\"setting\":\"numbers.customer.code\",\"next\":500}")
                .expect(200);
        assertThat(customer("从五百开始")).isEqualTo("Z0500");
        ana.post("/api/settings/numbers", "{\"setting\":\"numbers.customer.code\",\"next\":400}")
                .expect(422);
        assertThat(api.check("GET", "/api/settings/numbers", ana.get("/api/settings/numbers"))
                        .text("/items/0/next"))
                .isEqualTo("Z0501");
        ben.get("/api/settings/numbers").expect(403);
    }

    private static String customer(String name) {
        return ana.post("/api/records/customer", "{\"name\":\"%s\"}".formatted(name))
                .expect(201)
                .text("/code");
    }

    @Test
    void a_secret_is_in_no_answer_and_must_be_given_anew_when_its_place_changes() {
        decide("mail.from", "\"crm@example.com\"").expect(200);
        decide("mail.password", "\"Sesam-oeffne-dich\"").expect(200);
        assertThat(setting(ana, "mail.password").get("decided").asBoolean()).isTrue();
        assertThat(decide("mail.host", "\"evil.example.com\"").expect(422).text("/errors/0/field"))
                .isEqualTo("mail.password");
        for (String path : plainReads()) {
            assertThat(ana.get(path).response().body()).as(path).doesNotContain("Sesam");
        }
        decide("mail.password", "null").expect(200);
    }

    private static List<String> plainReads() {
        return api.calls().stream()
                .filter(call -> call.startsWith("GET ") && !call.contains("{") && !call.contains("/stream"))
                .map(call -> call.substring("GET ".length()))
                .toList();
    }

    @Test
    void the_calendar_knows_its_years_takes_a_file_and_single_days() {
        Answer year = api.check("GET", "/api/settings/calendar", ben.get("/api/settings/calendar?year=2026"));
        assertThat(year.body().at("/years").toString()).isEqualTo("[2024,2025,2026]");
        assertThat(365 - year.body().at("/off").size()).isEqualTo(248);
        String file = "{\"days\":[{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"isOffDay\":true}]}";
        ben.upload("/api/settings/calendar/import", "2027.json", file).expect(403);
        assertThat(ana.upload("/api/settings/calendar/import", "2027.json", file)
                        .expect(200)
                        .body()
                        .at("/years")
                        .toString())
                .isEqualTo("[2027]");
        assertThat(ana.upload("/api/settings/calendar/import", "x.csv", "2027-01-01,元旦,也许")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("file");
        long version = ana.get("/api/settings/calendar").number("/version");
        String party = "{\"version\":%d,\"days\":[{\"date\":\"2026-11-23\",\"kind\":\"off\",\"name\":\"年会\"}]}";
        ana.patch("/api/settings/calendar", party.formatted(version)).expect(200);
        ana.patch("/api/settings/calendar", party.formatted(version)).expect(409);
        assertThat(ben.get("/api/settings/calendar/deadline?from=2026-11-20T09:00:00Z&minutes=120")
                        .text("/at"))
                .isEqualTo("2026-11-24T02:00:00Z");
        assertThat(ana.get("/api/settings/changes").text("/items/0/label")).isEqualTo("工作日历 2026-11-23");
    }

    @Test
    void a_logo_is_a_picture_that_everybody_sees_before_signing_in() throws IOException {
        ApiClient nobody = new ApiClient(application);
        ana.upload("/api/settings/logo", "logo.png", "<svg onload=alert(1)>").expect(422);
        Path picture = Files.createTempFile("logo", ".png");
        Files.write(picture, HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
        ben.upload("/api/settings/logo", picture).expect(403);
        ana.upload("/api/settings/logo", picture).expect(200);
        String address = nobody.get("/api/branding").expect(200).text("/logo");
        assertThat(nobody.get(address).expect(200).response().headers().firstValue("Content-Type"))
                .contains("image/png");
        ana.delete("/api/settings/logo").expect(204);
        nobody.get("/api/branding/logo").expect(404);
    }

    @Test
    void limits_are_kept() {
        decide("files.megabytes", "1").expect(200);
        assertThat(ana.upload("/api/files", "groß.txt", "x".repeat((1 << 20) + 1))
                        .status())
                .isEqualTo(413);
        decide("files.megabytes", "null").expect(200);

        decide("imports.rows", "10").expect(200);
        String rows =
                "客户名称\n" + IntStream.range(0, 20).mapToObj("行%d公司\n"::formatted).collect(joining());
        assertThat(ana.upload("/api/imports", "多行.csv", rows, "object", "customer", "preview", "true")
                        .status())
                .isEqualTo(413);
        decide("imports.rows", "null").expect(200);

        String token = ana.post("/api/tokens", "{\"name\":\"急\"}").expect(201).text("/token");
        decide("api.requestsPerMinute", "10").expect(200);
        List<Integer> answers = IntStream.range(0, 30)
                .mapToObj(_ -> application
                        .get("/api/people", "Authorization", "Bearer " + token)
                        .statusCode())
                .toList();
        assertThat(answers).startsWith(200, 200).contains(429);
        ana.get("/api/people").expect(200);
        decide("api.requestsPerMinute", "null").expect(200);
    }

    @Test
    void what_is_demanded_of_passwords_and_sessions_counts_from_now_on() {
        decide("signIn.passwordLength", "12").expect(200);
        decide("signIn.passwordClasses", "3").expect(200);
        String weak = "{\"login\":\"%s\",\"name\":\"丁\",\"password\":\"%s\"}";
        ana.post("/api/users", weak.formatted("ding", "Kurz-2026-x")).expect(422);
        ana.post("/api/users", weak.formatted("ding", "nurkleinbuchstaben")).expect(422);
        ana.post("/api/users", weak.formatted("ding", PASSWORD)).expect(201);
        assertThat(new ApiClient(application).get("/api/branding").number("/passwordLength"))
                .isEqualTo(12);

        ApiClient desk = new ApiClient(application).signIn("ding", PASSWORD);
        decide("signIn.oneDevice", "true").expect(200);
        ApiClient phone = new ApiClient(application).signIn("ding", PASSWORD);
        desk.get("/api/session").expect(401);
        phone.get("/api/session").expect(200);
        decide("signIn.oneDevice", "null").expect(200);

        assertThat(decide("signIn.absoluteHours", "1").expect(422).text("/errors/0/field"))
                .isEqualTo("signIn.idleMinutes");
        decide("signIn.passwordLength", "null").expect(200);
        decide("signIn.passwordClasses", "null").expect(200);
    }

    @Test
    void an_invitation_is_mailed_where_there_is_an_account_to_send_from() {
        String invited = "{\"login\":\"%s\",\"name\":\"戊\",\"email\":\"%s@example.com\"}";
        assertThat(ana.post("/api/invitations", invited.formatted("wu1", "wu1"))
                        .expect(201)
                        .body()
                        .get("mailedTo")
                        .isNull())
                .isTrue();
        long version = ana.get("/api/settings").number("/version");
        ana.patch("/api/settings", """
                {"version":%d,"values":{"mail.host":"127.0.0.1","mail.port":1,"mail.security":"none",
                 "mail.from":"crm@example.com"}}""".formatted(version)).expect(200);
        assertThat(ana.post("/api/invitations", invited.formatted("wu2", "wu2"))
                        .expect(201)
                        .text("/mailedTo"))
                .isEqualTo("wu2@example.com");
        assertThat(application.database().dsl().fetchValue("select recipient from mail_queue"))
                .isEqualTo("wu2@example.com");
        decide("mail.host", "null").expect(200);
    }
}
