package hengke.web.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.DatabaseChecksum;
import hengke.testing.RunningApplication;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets more rights, or what is not theirs, by naming it in a body; and what is refused leaves no trace. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalationTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient ben;
    private static long me;
    private static long own;
    private static long others;
    private static long role;
    private static long view;
    private static long operation;
    private static long group;
    private static long rule;
    private static long share;

    /** Ben reads everything, changes what is his own, and hands over nothing. */
    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ApiClient ana = new ApiClient(application).signIn("ana", PASSWORD);
        role = ana.post("/api/roles", """
                        {"name":"销售员","grants":[{"object":"*","verb":"read","scope":"all"},
                         {"object":"*","verb":"create","scope":"own"},{"object":"*","verb":"edit","scope":"own"},
                         {"object":"*","verb":"import","scope":"own"}],
                         "fields":[{"object":"customer","field":"creditCode","right":"hidden"},
                          {"object":"customer","field":"phone","right":"masked"},
                          {"object":"customer","field":"website","right":"read"}]}""").expect(201).number("/id");
        me = ana.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"Ben\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        own = ana.post("/api/records/customer", "{\"name\":\"Ben 的公司\",\"owner\":%d}".formatted(me))
                .expect(201)
                .number("/id");
        Answer made =
                ana.post("/api/records/customer", "{\"name\":\"Ana 的公司\"}").expect(201);
        others = made.number("/id");
        operation = made.operation();
        view = ana.post("/api/views", "{\"object\":\"customer\",\"name\":\"Ana 的视图\",\"shared\":true}")
                .expect(201)
                .number("/id");
        rule = ana.post("/api/sharing-rules", """
                        {"name":"规则","object":"customer","right":"read","people":[%d],
                         "filter":{"field":"level","op":"eq","value":"A"}}""".formatted(me)).expect(201).number("/id");
        group = ana.post("/api/groups", "{\"name\":\"评审\",\"people\":[1]}")
                .expect(201)
                .number("/id");
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        share = ben.post("/api/records/share", """
                        {"about":{"object":"customer","id":%d},"user":%d,"right":"edit"}""".formatted(own, me))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    record Attempt(String method, String path, String body) {
        /** What stands in the path is known only once everything has been made. */
        Attempt made() {
            return new Attempt(method, filled(path), filled(body));
        }

        private static String filled(String text) {
            return text.replace("{own}", String.valueOf(own))
                    .replace("{others}", String.valueOf(others))
                    .replace("{me}", String.valueOf(me))
                    .replace("{role}", String.valueOf(role))
                    .replace("{view}", String.valueOf(view))
                    .replace("{operation}", String.valueOf(operation))
                    .replace("{group}", String.valueOf(group))
                    .replace("{rule}", String.valueOf(rule))
                    .replace("{share}", String.valueOf(share));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static Stream<Attempt> attempts() {
        Stream<Attempt> intoRecords = Stream.of(
                        "\"id\":{others}",
                        "\"createdBy\":1",
                        "\"createdAt\":\"2020-01-01T00:00:00Z\"",
                        "\"updatedBy\":1",
                        "\"updatedAt\":\"2020-01-01T00:00:00Z\"",
                        "\"deletedAt\":null",
                        "\"owner\":1",
                        "\"may\":[\"delete\"]",
                        "\"roles\":[1]",
                        "\"administrator\":true",
                        "\"lastContactAt\":\"2020-01-01T00:00:00Z\"",
                        "\"creditCode\":\"91310115MA1K4DQH8Y\"",
                        "\"phone\":\"13800138000\"",
                        "\"website\":\"https://a.cn\"")
                .flatMap(value -> Stream.of(
                        new Attempt("PATCH", "/api/records/customer/{own}", "{\"version\":1," + value + "}"),
                        new Attempt("POST", "/api/records/customer", "{\"name\":\"新公司\"," + value + "}"),
                        new Attempt(
                                "POST",
                                "/api/records/customer/upsert",
                                "{\"key\":[\"name\"],\"atomic\":true,\"records\":[{\"name\":\"Ben 的公司\"," + value
                                        + "}]}"),
                        new Attempt(
                                "POST",
                                "/api/records/customer/bulk",
                                "{\"ids\":[{own}],\"dryRun\":true,\"change\":{\"version\":7," + value + "}}")));
        Stream<Attempt> beyondTheScope = Stream.of(
                new Attempt("PATCH", "/api/records/customer/{own}", "{\"version\":0,\"level\":\"A\"}"),
                new Attempt("PATCH", "/api/records/customer/{others}", "{\"version\":1,\"level\":\"A\"}"),
                new Attempt("DELETE", "/api/records/customer/{own}", ""),
                new Attempt("DELETE", "/api/records/customer/{others}", ""),
                new Attempt("POST", "/api/records/customer/{others}/restore", "{}"),
                new Attempt("POST", "/api/records/customer/{others}/reveal", "{\"field\":\"phone\"}"),
                new Attempt("POST", "/api/records/contact", "{\"name\":\"x\",\"customer\":{others},\"owner\":1}"),
                new Attempt("POST", "/api/records/address", "{\"customer\":{others},\"address\":{\"street\":\"x\"}}"),
                new Attempt(
                        "POST",
                        "/api/records/share",
                        "{\"about\":{\"object\":\"customer\",\"id\":{others}},\"user\":{me},\"right\":\"edit\"}"),
                new Attempt(
                        "PATCH",
                        "/api/records/share/{share}",
                        "{\"version\":1,\"about\":{\"object\":\"customer\",\"id\":{others}}}"),
                new Attempt("POST", "/api/exports", "{\"object\":\"customer\"}"),
                new Attempt("POST", "/api/operations/{operation}/undo", "{}"),
                new Attempt("POST", "/api/operations/{operation}/cancel", "{}"),
                new Attempt("PATCH", "/api/views/{view}", "{\"name\":\"meine\"}"),
                new Attempt("DELETE", "/api/views/{view}", ""));
        Stream<Attempt> intoTheOrganisation = Stream.of(
                new Attempt("POST", "/api/users", "{\"login\":\"eve\",\"name\":\"Eve\",\"roles\":[1]}"),
                new Attempt("PATCH", "/api/users/{me}", "{\"roles\":[1]}"),
                new Attempt("PATCH", "/api/users/{me}", "{\"administrator\":true}"),
                new Attempt("PATCH", "/api/users/1", "{\"password\":\"Nothing-good-2026\"}"),
                new Attempt("POST", "/api/users/1/handover", "{\"to\":{me}}"),
                new Attempt("POST", "/api/roles", "{\"name\":\"x\",\"administrator\":true}"),
                new Attempt("PATCH", "/api/roles/{role}", "{\"administrator\":true}"),
                new Attempt("PATCH", "/api/roles/{role}", "{\"pages\":[\"tags\"]}"),
                new Attempt("POST", "/api/roles/{role}/preview", "{\"administrator\":true}"),
                new Attempt("DELETE", "/api/roles/{role}", ""),
                new Attempt("POST", "/api/groups", "{\"name\":\"x\",\"people\":[{me}]}"),
                new Attempt("PATCH", "/api/groups/{group}", "{\"people\":[{me}]}"),
                new Attempt("DELETE", "/api/groups/{group}", ""),
                new Attempt("POST", "/api/sharing-rules", "{}"),
                new Attempt("PATCH", "/api/sharing-rules/{rule}", "{\"right\":\"edit\"}"),
                new Attempt("DELETE", "/api/sharing-rules/{rule}", ""),
                new Attempt("POST", "/api/sharing-rules/preview", "{}"),
                new Attempt("POST", "/api/session/view-as", "{\"user\":1}"),
                new Attempt("POST", "/api/departments", "{\"name\":\"x\",\"head\":{me}}"),
                new Attempt("PATCH", "/api/session", "{\"administrator\":true}"),
                new Attempt("POST", "/api/session/password", "{\"current\":\"wrong\",\"new\":\"Nothing-good-2026\"}"),
                new Attempt("PATCH", "/api/settings", "{\"company.name\":\"x\"}"),
                new Attempt("POST", "/api/catalog/customer/fields/c_x", "{\"kind\":\"text\",\"label\":\"x\"}"),
                new Attempt("POST", "/api/demo", "{}"),
                new Attempt("DELETE", "/api/demo", ""));
        return Stream.of(intoRecords, beyondTheScope, intoTheOrganisation).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void it_is_refused_and_nothing_has_changed(Attempt attempt) {
        Map<String, String> before = DatabaseChecksum.of(application.database().dsl());
        Attempt made = attempt.made();
        Answer answer = ben.send(made.method(), made.path(), made.body().isEmpty() ? null : made.body());

        boolean refused = answer.status() >= 400 && answer.status() < 500
                || answer.status() == 200
                        && answer.body().path("allowed").isNumber()
                        && answer.body().path("allowed").asLong() == 0;
        assertThat(refused).as(answer.status() + " " + answer.body()).isTrue();
        assertThat(DatabaseChecksum.of(application.database().dsl())).isEqualTo(before);
    }
}
