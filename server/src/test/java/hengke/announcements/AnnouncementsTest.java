package hengke.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Announcements reach those they are for and nobody else, once, and it is known who has read them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnouncementsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final SettableClock CLOCK = new SettableClock("2026-11-30T02:00:00Z");
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient eve;
    private static ApiClient tom;
    private static long sales;
    private static long east;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        sales = admin.post("/api/departments", "{\"name\":\"销售部\"}").expect(201).number("/id");
        east = admin.post("/api/departments", "{\"name\":\"华东组\",\"parent\":%d}".formatted(sales))
                .expect(201)
                .number("/id");
        long publisher = admin.post("/api/roles", "{\"name\":\"行政\",\"pages\":[\"announcements\"]}")
                .expect(201)
                .number("/id");
        eve = person("eve", "苏晴", east, "");
        tom = person("tom", "汤姆", null, Long.toString(publisher));
    }

    private static ApiClient person(String login, String name, Long department, String roles) {
        admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"%s","department":%s,"roles":[%s]}""".formatted(login, name, PASSWORD, department, roles))
                .expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    /** After a while everybody signs in again. */
    private static void pass(Duration time) {
        CLOCK.advance(time);
        admin.signIn("admin", PASSWORD);
        eve.signIn("eve", PASSWORD);
        tom.signIn("tom", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void it_reaches_a_department_with_what_is_below_and_nobody_else() {
        long id = publish(tom, "季度目标", "\"departments\":[%d]".formatted(sales));
        assertThat(titles(eve)).contains("季度目标");
        assertThat(titles(tom)).doesNotContain("季度目标");
        assertThat(titles(admin)).doesNotContain("季度目标");
        eve.get("/api/announcements/" + id).expect(200);
        admin.get("/api/announcements/" + id).expect(200);
        await().until(() -> notices(eve).contains("季度目标"));
        assertThat(notices(admin)).doesNotContain("季度目标");

        person("late", "新人", east, "");
        assertThat(titles(new ApiClient(application).signIn("late", PASSWORD))).contains("季度目标");
    }

    @Test
    void one_for_some_is_closed_to_others_in_every_way() {
        long id = publish(admin, "只给行政", "\"people\":[%d]".formatted(id(tom)));
        eve.get("/api/announcements/" + id).expect(404);
        eve.send("PUT", "/api/announcements/" + id + "/read", null).expect(404);
        eve.get("/api/announcements/" + id + "/readers").expect(403);
        eve.get("/api/announcements?all=true").expect(403);
        eve.post("/api/announcements", "{\"title\":\"t\",\"body\":\"b\",\"everybody\":true}")
                .expect(403);
        eve.post("/api/announcements/" + id + "/remind", "{}").expect(403);
        eve.delete("/api/announcements/" + id).expect(403);
        assertThat(eve.get("/api/announcements/" + publish(admin, "看不到范围", "\"everybody\":true"))
                        .body()
                        .get("audience")
                        .isNull())
                .isTrue();
    }

    @Test
    void it_is_known_who_has_read_it_and_the_others_are_reminded_once_a_day() {
        long id = publish(tom, "必读", "\"everybody\":true,\"mustRead\":true");
        await().until(() -> notices(eve).contains("必读"));
        eve.send("PUT", "/api/announcements/" + id + "/read", null).expect(204);
        eve.send("PUT", "/api/announcements/" + id + "/read", null).expect(204);
        ApiClient.Answer readers =
                tom.get("/api/announcements/" + id + "/readers").expect(200);
        assertThat(readers.body().get("read").toString()).contains("苏晴", "汤姆");
        assertThat(readers.body().get("unread").toString()).contains("admin").doesNotContain("苏晴", "汤姆");

        int before = count(admin, "必读");
        tom.post("/api/announcements/" + id + "/remind", "{}").expect(200);
        await().until(() -> count(admin, "必读") == before + 1);
        tom.post("/api/announcements/" + id + "/remind", "{}").expect(200);
        pass(Duration.ofDays(1));
        tom.post("/api/announcements/" + id + "/remind", "{}").expect(200);
        await().until(() -> count(admin, "必读") == before + 2);
        assertThat(count(eve, "必读")).isOne();
    }

    @Test
    void a_change_keeps_who_has_read_it_unless_all_are_to_read_it_again() {
        long id = publish(tom, "制度", "\"everybody\":true");
        eve.send("PUT", "/api/announcements/" + id + "/read", null).expect(204);
        change(id, 1, "制度（修订）", "").expect(200);
        assertThat(eve.get("/api/announcements/" + id).text("/readAt")).isNotEmpty();
        assertThat(change(id, 1, "另一个", "").expect(409).text("/code")).isEqualTo("stale");
        change(id, 2, "制度（再修订）", ",\"readAgain\":true").expect(200);
        assertThat(eve.get("/api/announcements/" + id).body().get("readAt").isNull())
                .isTrue();
        await().until(() -> notices(eve).contains("制度（再修订）"));
    }

    @Test
    void what_is_over_or_withdrawn_is_shown_no_more() {
        String day = CLOCK.instant().toString().substring(0, 10);
        long over = publish(tom, "今天有效", "\"everybody\":true,\"until\":\"%s\"".formatted(day));
        long gone = publish(tom, "撤下的", "\"everybody\":true");
        assertThat(titles(eve)).contains("今天有效", "撤下的");
        tom.delete("/api/announcements/" + gone).expect(204);
        assertThat(titles(eve)).doesNotContain("撤下的");
        eve.get("/api/announcements/" + gone).expect(404);
        pass(Duration.ofDays(2));
        assertThat(titles(eve)).doesNotContain("今天有效");
        eve.get("/api/announcements/" + over).expect(404);
        tom.get("/api/announcements/" + over).expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title     | "title":" ","body":"b","everybody":true
            body      | "title":"t","body":"<p> </p>","everybody":true
            people    | "title":"t","body":"b"
            everybody | "title":"t","body":"b","everybody":true,"roles":[1]
            people    | "title":"t","body":"b","people":[987654]
            until     | "title":"t","body":"b","everybody":true,"until":"2020-01-01"
            pinned    | "title":"t","body":"b","everybody":true,"pinned":true
            """)
    void what_is_wrong_is_said_at_its_field(String field, String body) {
        assertThat(tom.post("/api/announcements", "{" + body + "}").expect(422).text("/errors/0/field"))
                .isEqualTo(field);
    }

    @Test
    void markup_that_does_something_is_taken_out() {
        long id = tom.post("/api/announcements", """
                        {"title":"<b>x</b>","body":"<p onclick='x()'>好<script>alert(1)</script></p>","everybody":true}""").expect(201).number("/id");
        assertThat(eve.get("/api/announcements/" + id).text("/body"))
                .contains("好")
                .doesNotContain("script", "onclick");
    }

    private static long publish(ApiClient who, String title, String more) {
        return who.post("/api/announcements", "{\"title\":\"%s\",\"body\":\"<p>正文</p>\",%s}".formatted(title, more))
                .expect(201)
                .number("/id");
    }

    private static ApiClient.Answer change(long id, int version, String title, String more) {
        return tom.send("PUT", "/api/announcements/" + id, """
                {"version":%d,"title":"%s","body":"<p>正文</p>","everybody":true%s}""".formatted(version, title, more));
    }

    private static List<String> titles(ApiClient who) {
        List<String> titles = new ArrayList<>();
        who.get("/api/announcements")
                .expect(200)
                .body()
                .get("items")
                .forEach(item -> titles.add(item.get("title").asString()));
        return titles;
    }

    private static String notices(ApiClient who) {
        return who.get("/api/notifications").expect(200).body().toString();
    }

    private static int count(ApiClient who, String title) {
        return (int) who.get("/api/notifications")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("body").asString("").equals(title))
                .count();
    }

    private static long id(ApiClient who) {
        return who.get("/api/session").number("/user/id");
    }
}
