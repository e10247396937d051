package hengke.capability.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Appointments as people use them: in calendars, again and again with exceptions, with colleagues, private ones too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointmentTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String EVENTS = "/api/records/event";
    /** A Monday morning in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-03-02T01:00:00Z");

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ben;
    private static ApiClient lin;
    private static long benId;
    private static long linId;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        String verbs = Stream.of("read", "edit", "create", "delete")
                .map("{\"object\":\"event\",\"verb\":\"%s\",\"scope\":\"own\"}"::formatted)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        long own = admin.post("/api/roles", "{\"name\":\"自己的日程\",\"grants\":[" + verbs + "]}")
                .expect(201)
                .number("/id");
        long all = admin.post(
                        "/api/roles",
                        "{\"name\":\"看全部日程\",\"grants\":["
                                + verbs.replace("\"read\",\"scope\":\"own\"", "\"read\",\"scope\":\"all\"") + "]}")
                .expect(201)
                .number("/id");
        benId = person("ben", "小本", own);
        linId = person("lin", "小林", all);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        lin = new ApiClient(application).signIn("lin", PASSWORD);
    }

    private static long person(String login, String name, long role) {
        return admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, name, PASSWORD, role))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_end_follows_its_beginning_and_whole_days_are_filled() {
        JsonNode hour = made(ben, "\"title\":\"例会\",\"startAt\":\"2026-04-01T02:00:00Z\"");
        assertThat(hour.path("endAt").asString()).isEqualTo("2026-04-01T03:00:00Z");
        assertThat(hour.path("timeZone").asString()).isEqualTo("Asia/Shanghai");
        JsonNode later = changed(ben, hour, "\"startAt\":\"2026-04-02T05:30:00Z\"");
        assertThat(later.path("endAt").asString()).isEqualTo("2026-04-02T06:30:00Z");
        JsonNode days = made(ben, """
                "title":"展会","allDay":true,"startAt":"2026-04-07T03:00:00Z","endAt":"2026-04-09T03:00:00Z\"""");
        assertThat(days.path("startAt").asString()).isEqualTo("2026-04-06T16:00:00Z");
        assertThat(days.path("endAt").asString()).isEqualTo("2026-04-09T16:00:00Z");
        JsonNode moved = changed(ben, days, "\"timeZone\":\"Europe/Berlin\"");
        assertThat(moved.path("startAt").asString()).isEqualTo("2026-04-06T22:00:00Z");
        assertThat(occurrences(ben, "2026-04-07", "2026-04-08")
                        .getFirst()
                        .path("lastDay")
                        .asString())
                .isEqualTo("2026-04-09");
        assertThat(occurrences(ben, "2026-04-10", "2026-04-11")).isEmpty();
        assertThat(errors(ben.post(EVENTS, """
                        {"title":"甲","startAt":"2026-04-01T02:00:00Z","endAt":"2026-04-01T02:00:00Z"}"""))).containsExactly("endAt endsBeforeStart");
        assertThat(errors(ben.post(EVENTS, """
                        {"title":"甲","startAt":"2026-04-01T02:00:00Z","timeZone":"上海"}"""))).containsExactly("timeZone noZone");
        assertThat(errors(ben.post(EVENTS, """
                        {"title":"甲","startAt":"2026-04-01T02:00:00Z","repeat":"FREQ=WEEKLY;BYDAY=MO"}"""))).containsExactly("repeat notOnRule");
    }

    @Test
    void one_occurrence_is_moved_another_is_cancelled_and_the_series_goes_on() {
        JsonNode series = made(ben, """
                "title":"早会","startAt":"2026-05-04T01:00:00Z","repeat":"FREQ=DAILY;COUNT=5\"""");
        change(ben, series, "2026-05-05", "\"reach\":\"this\",\"values\":{\"startAt\":\"2026-05-05T08:00:00Z\"}");
        change(ben, series, "2026-05-06", "\"reach\":\"this\",\"cancel\":true");
        assertThat(starts(ben, "2026-05-04", "2026-05-11"))
                .containsExactly(
                        "2026-05-04T01:00:00Z", "2026-05-05T08:00:00Z", "2026-05-07T01:00:00Z", "2026-05-08T01:00:00Z");
        // the moved one is changed again and stays one
        change(ben, series, "2026-05-05", "\"reach\":\"this\",\"values\":{\"place\":\"三楼\"}");
        assertThat(starts(ben, "2026-05-04", "2026-05-11")).hasSize(4);
        // the series moves to another hour: exceptions stand for their days
        changed(ben, read(ben, id(series)), "\"startAt\":\"2026-05-04T02:00:00Z\"");
        assertThat(starts(ben, "2026-05-04", "2026-05-11"))
                .containsExactly(
                        "2026-05-04T02:00:00Z", "2026-05-05T08:00:00Z", "2026-05-07T02:00:00Z", "2026-05-08T02:00:00Z");
        // a day on which the series does not take place has no exception any more
        changed(ben, read(ben, id(series)), "\"repeat\":\"FREQ=DAILY;INTERVAL=3;COUNT=2\"");
        assertThat(starts(ben, "2026-05-04", "2026-05-11"))
                .containsExactly("2026-05-04T02:00:00Z", "2026-05-07T02:00:00Z");
        assertThat(errors(ben.post(
                        "/api/calendar/events/%d/occurrences/2026-05-05".formatted(id(series)),
                        "{\"reach\":\"this\",\"cancel\":true}")))
                .containsExactly("day noSuchDay");
        // and with the series goes what belongs to it
        ben.delete(EVENTS + "/" + id(series) + "?version="
                        + read(ben, id(series)).path("version").asLong())
                .expect(204);
        assertThat(starts(ben, "2026-05-04", "2026-05-11")).isEmpty();
    }

    @Test
    void this_and_all_that_follow_become_a_series_of_their_own_and_one_operation_takes_it_back() {
        JsonNode series = made(ben, """
                "title":"周会","startAt":"2026-06-01T01:00:00Z","repeat":"FREQ=WEEKLY;COUNT=6\"""");
        admin.post("/api/records/event-participant", "{\"event\":%d,\"user\":%d}".formatted(id(series), linId))
                .expect(201);
        change(ben, series, "2026-06-22", "\"reach\":\"this\",\"values\":{\"startAt\":\"2026-06-22T05:00:00Z\"}");
        Answer split = change(
                ben,
                series,
                "2026-06-15",
                "\"reach\":\"following\",\"values\":{\"startAt\":\"2026-06-15T03:00:00Z\",\"title\":\"新周会\"}");
        assertThat(starts(ben, "2026-06-01", "2026-07-20"))
                .containsExactly(
                        "2026-06-01T01:00:00Z",
                        "2026-06-08T01:00:00Z",
                        "2026-06-15T03:00:00Z",
                        "2026-06-22T05:00:00Z",
                        "2026-06-29T03:00:00Z",
                        "2026-07-06T03:00:00Z");
        assertThat(starts(lin, "2026-06-01", "2026-07-20")).hasSize(6);
        ben.post("/api/operations/" + split.operation() + "/undo", "{}").expect(200);
        assertThat(starts(ben, "2026-06-01", "2026-07-20"))
                .containsExactly(
                        "2026-06-01T01:00:00Z",
                        "2026-06-08T01:00:00Z",
                        "2026-06-15T01:00:00Z",
                        "2026-06-22T05:00:00Z",
                        "2026-06-29T01:00:00Z",
                        "2026-07-06T01:00:00Z");
        change(ben, series, "2026-06-15", "\"reach\":\"following\",\"cancel\":true");
        assertThat(starts(ben, "2026-06-01", "2026-07-20"))
                .containsExactly("2026-06-01T01:00:00Z", "2026-06-08T01:00:00Z");
    }

    @Test
    void two_who_change_the_same_occurrence_at_once_make_one_exception() {
        JsonNode series = made(ben, """
                "title":"双人","startAt":"2026-08-03T01:00:00Z","repeat":"FREQ=DAILY;COUNT=3\"""");
        String body = "{\"reach\":\"this\",\"values\":{\"startAt\":\"2026-08-04T0%d:00:00Z\"}}";
        List<CompletableFuture<Integer>> both = Stream.of(3, 5)
                .map(hour -> CompletableFuture.supplyAsync(() -> ben.post(
                                "/api/calendar/events/%d/occurrences/2026-08-04".formatted(id(series)),
                                body.formatted(hour))
                        .status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).allMatch(status -> status == 200);
        assertThat(starts(ben, "2026-08-03", "2026-08-10")).hasSize(3);
        // and who has seen an older version is told so
        assertThat(ben.post(
                                "/api/calendar/events/%d/occurrences/2026-08-05".formatted(id(series)),
                                "{\"version\":99,\"reach\":\"this\",\"cancel\":true}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void who_is_asked_sees_it_is_told_and_answers_for_themselves_only() {
        JsonNode series = made(admin, """
                "title":"季度评审","startAt":"2026-09-07T01:00:00Z","repeat":"FREQ=WEEKLY;COUNT=2","place":"一号会议室\"""");
        assertThat(ben.get(EVENTS + "/" + id(series)).status()).isEqualTo(404);
        String ask = "{\"event\":%d,\"user\":%d}".formatted(id(series), benId);
        admin.post("/api/records/event-participant", ask).expect(201);
        assertThat(errors(admin.post("/api/records/event-participant", ask))).containsExactly("user askedAlready");
        await().untilAsserted(
                        () -> assertThat(told(ben)).anyMatch(title -> title.contains("邀请您参加日程：2026-09-07 09:00")));
        assertThat(starts(ben, "2026-09-07", "2026-09-21")).hasSize(2);
        assertThat(ben.patch(EVENTS + "/" + id(series), "{\"version\":1,\"title\":\"我的\"}")
                        .status())
                .isEqualTo(403);
        ben.send("PUT", "/api/calendar/events/%d/answer".formatted(id(series)), "{\"answer\":\"accepted\"}")
                .expect(204);
        await().untilAsserted(() -> assertThat(told(admin)).contains("小本接受了日程邀请：2026-09-07 09:00"));
        // another time for one of them is told too, and the answer for that alone counts more
        long second = change(
                        admin,
                        series,
                        "2026-09-14",
                        "\"reach\":\"this\",\"values\":{\"startAt\":\"2026-09-15T01:00:00Z\"}")
                .number("/id");
        await().untilAsserted(() -> assertThat(told(ben)).anyMatch(title -> title.contains("修改了日程：2026-09-15 09:00")));
        ben.send("PUT", "/api/calendar/events/%d/answer".formatted(second), "{\"answer\":\"declined\"}")
                .expect(204);
        assertThat(starts(ben, "2026-09-07", "2026-09-21")).containsExactly("2026-09-07T01:00:00Z");
        assertThat(errors(lin.send(
                        "PUT", "/api/calendar/events/%d/answer".formatted(second), "{\"answer\":\"accepted\"}")))
                .containsExactly("answer notAsked");
    }

    @Test
    void a_private_one_is_busy_time_without_words_to_whoever_reads_the_calendar_and_nothing_to_others() {
        JsonNode secret = made(ben, """
                "title":"看牙医QX","place":"口腔医院QX","visibility":"private","startAt":"2026-10-12T01:00:00Z\"""");
        made(ben, "\"title\":\"公开的\",\"startAt\":\"2026-10-12T03:00:00Z\"");
        assertThat(lin.get(EVENTS + "/" + id(secret)).status()).isEqualTo(404);
        assertThat(lin.get(EVENTS + "/" + id(secret) + "/history").status()).isEqualTo(404);
        assertThat(lin.post(EVENTS + "/query", "{\"limit\":200}")
                        .expect(200)
                        .body()
                        .toString())
                .contains("公开的")
                .doesNotContain("看牙医QX");
        assertThat(lin.get("/api/search?q=看牙医QX").expect(200).body().toString()).doesNotContain("口腔医院");
        JsonNode seen = window(lin, "2026-10-12", "2026-10-13", "&people=" + benId);
        assertThat(seen.toString()).contains("公开的").doesNotContain("QX");
        assertThat(seen.path("busy")).hasSize(1);
        assertThat(seen.at("/busy/0/startAt").asString()).isEqualTo("2026-10-12T01:00:00Z");
        // ben reads his own only: of lin he learns nothing, until the company shows everybody's time
        made(lin, "\"title\":\"林的事QX\",\"startAt\":\"2026-10-13T01:00:00Z\"");
        assertThat(window(ben, "2026-10-13", "2026-10-14", "&people=" + linId).path("busy"))
                .isEmpty();
        setting(true);
        JsonNode busy = window(ben, "2026-10-13", "2026-10-14", "&people=" + linId);
        setting(false);
        assertThat(busy.path("busy")).hasSize(1);
        assertThat(busy.toString()).doesNotContain("QX");
        // who is asked to it sees it
        admin.post("/api/records/event-participant", "{\"event\":%d,\"user\":%d}".formatted(id(secret), linId))
                .expect(201);
        assertThat(window(lin, "2026-10-12", "2026-10-13", "").toString()).contains("看牙医QX");
    }

    @Test
    void who_may_not_read_when_it_is_is_shown_nothing_of_it() {
        long role = admin.post("/api/roles", """
                        {"name":"不知何时","grants":[{"object":"event","verb":"read","scope":"all"}],
                         "fields":[{"object":"event","field":"startAt","right":"hidden"}]}""").expect(201).number("/id");
        person("cai", "小蔡", role);
        made(admin, "\"title\":\"夜班\",\"startAt\":\"2026-10-19T01:00:00Z\"");
        JsonNode shown = window(
                new ApiClient(application).signIn("cai", PASSWORD), "2026-10-19", "2026-10-20", "&people=" + adminId());
        assertThat(shown.path("occurrences")).isEmpty();
        assertThat(shown.path("busy")).isEmpty();
    }

    @Test
    void a_visit_that_was_made_is_a_follow_up_on_its_customer_in_one_operation() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"拜访客户甲\"}")
                .expect(201)
                .number("/id");
        JsonNode visit = made(admin, """
                "title":"上门拜访","kind":"visit","startAt":"2026-02-27T01:00:00Z","about":{"object":"customer","id":%d}""".formatted(customer));
        assertThat(unvisited()).contains("上门拜访");
        Answer done = admin.post(
                        "/api/calendar/events/%d/visited".formatted(id(visit)),
                        "{\"version\":%d,\"result\":\"谈妥了试用\"}"
                                .formatted(visit.path("version").asLong()))
                .expect(204);
        assertThat(unvisited()).doesNotContain("上门拜访");
        assertThat(followUps(customer)).containsExactly("visit 谈妥了试用");
        admin.post("/api/operations/" + done.operation() + "/undo", "{}").expect(200);
        assertThat(followUps(customer)).isEmpty();
        assertThat(unvisited()).contains("上门拜访");
        // of a series one visit was made
        JsonNode series = made(admin, """
                "title":"每周拜访","kind":"visit","startAt":"2026-11-02T01:00:00Z","repeat":"FREQ=WEEKLY;COUNT=3","about":{"object":"customer","id":%d}""".formatted(customer));
        admin.post(
                        "/api/calendar/events/%d/visited".formatted(id(series)),
                        "{\"day\":\"2026-11-09\",\"result\":\"第二次\"}")
                .expect(204);
        assertThat(read(admin, id(series)).path("status").asString()).isEqualTo("planned");
        assertThat(starts(admin, "2026-11-02", "2026-11-23")).hasSize(3);
        assertThat(errors(admin.post(
                        "/api/calendar/events/%d/visited"
                                .formatted(id(made(admin, "\"title\":\"乙\",\"startAt\":\"2026-11-02T01:00:00Z\""))),
                        "{\"result\":\"甲\"}")))
                .containsExactly("about noVisit");
    }

    private static List<String> unvisited() {
        return admin.post(EVENTS + "/query", "{\"view\":\"unvisited\"}")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static List<String> followUps(long customer) {
        return admin.post("/api/records/activity/query", """
                        {"filter":{"field":"about","op":"eq","value":{"object":"customer","id":%d}}}""".formatted(customer))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("kind").asString() + " "
                        + item.path("content").asString())
                .toList();
    }

    private static void setting(boolean busy) {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", "{\"version\":%d,\"values\":{\"appointments.busy\":%s}}".formatted(version, busy))
                .expect(200);
    }

    private static List<String> told(ApiClient who) {
        return who.get("/api/notifications?limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("kind").asString().equals("appointment"))
                .map(notice -> notice.path("title").asString())
                .toList();
    }

    private static long adminId() {
        return admin.get("/api/session").expect(200).number("/user/id");
    }

    private static Answer change(ApiClient who, JsonNode series, String day, String body) {
        return who.post("/api/calendar/events/%d/occurrences/%s".formatted(id(series), day), "{" + body + "}")
                .expect(200);
    }

    private static JsonNode window(ApiClient who, String from, String until, String more) {
        return who.get("/api/calendar?from=" + from + "&until=" + until + more)
                .expect(200)
                .body();
    }

    private static List<JsonNode> occurrences(ApiClient who, String from, String until) {
        return window(who, from, until, "").path("occurrences").valueStream().toList();
    }

    private static List<String> starts(ApiClient who, String from, String until) {
        return occurrences(who, from, until).stream()
                .map(time -> time.path("startAt").asString())
                .toList();
    }

    private static JsonNode made(ApiClient who, String values) {
        return read(who, who.post(EVENTS, "{" + values + "}").expect(201).number("/id"));
    }

    private static JsonNode changed(ApiClient who, JsonNode event, String values) {
        who.patch(
                        EVENTS + "/" + id(event),
                        "{\"version\":%d,%s}".formatted(event.path("version").asLong(), values))
                .expect(200);
        return read(who, id(event));
    }

    private static JsonNode read(ApiClient who, long id) {
        return who.get(EVENTS + "/" + id).expect(200).body();
    }

    private static long id(JsonNode event) {
        return event.path("id").asLong();
    }

    private static List<String> errors(Answer answer) {
        return answer.expect(422)
                .body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
