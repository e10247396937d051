package hengke.capability.task;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody has to do, in steps, again and again, and who is reminded of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String TASKS = "/api/records/task";
    /** A Monday morning in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-03-02T01:00:00Z");

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ben;
    private static long benId;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                        {"name":"做任务的","grants":[{"object":"task","verb":"read","scope":"own"},
                         {"object":"task","verb":"edit","scope":"own"},{"object":"task","verb":"create","scope":"own"}]}""").expect(201).number("/id");
        benId = admin.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"小本\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        ben = new ApiClient(application).signIn("ben", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void who_did_it_and_when_is_noted_and_forgotten_when_it_is_opened_again() {
        JsonNode task = made("\"name\":\"回电话\"");
        assertThat(task.path("status").asString()).isEqualTo("todo");
        JsonNode done = changed(task, "\"status\":\"done\"");
        assertThat(done.path("doneAt").isNull()).isFalse();
        assertThat(done.at("/doneBy/id").asLong()).isPositive();
        JsonNode again = changed(done, "\"status\":\"doing\"");
        assertThat(again.path("doneAt").isNull()).isTrue();
        assertThat(again.path("doneBy").isNull()).isTrue();
    }

    @Test
    void reminders_and_repetition_need_a_time_and_an_end_comes_after_it() {
        assertThat(errors(admin.post(TASKS, "{\"name\":\"甲\",\"reminder\":\"anHour\"}")))
                .containsExactly("dueAt dueForReminder");
        assertThat(errors(admin.post(TASKS, "{\"name\":\"甲\",\"repeat\":\"daily\"}")))
                .containsExactly("dueAt dueForRepetition");
        assertThat(errors(admin.post(TASKS, """
                        {"name":"甲","repeat":"daily","dueAt":"2026-03-05T10:00:00Z","repeatUntil":"2026-03-04"}"""))).containsExactly("repeatUntil endsBeforeDue");
    }

    @Test
    void a_whole_is_done_when_its_parts_are_and_a_part_is_about_what_the_whole_is_about() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"华东泵业\"}")
                .expect(201)
                .number("/id");
        JsonNode whole = made("\"name\":\"准备投标\",\"about\":{\"object\":\"customer\",\"id\":%d}".formatted(customer));
        JsonNode part = made("\"name\":\"做标书\",\"parent\":" + id(whole));
        assertThat(part.at("/about/id").asLong()).isEqualTo(customer);
        Answer refused = admin.patch(TASKS + "/" + id(whole), version(whole) + "\"status\":\"done\"}");
        assertThat(errors(refused)).containsExactly("status openParts");
        changed(part, "\"status\":\"cancelled\"");
        changed(read(id(whole)), "\"status\":\"done\"");
        // all at once: the parts end in the same go
        JsonNode two = made("\"name\":\"年会\"");
        JsonNode its = made("\"name\":\"订场地\",\"parent\":" + id(two));
        admin.post(TASKS + "/bulk", "{\"ids\":[%d,%d],\"change\":{\"status\":\"done\"}}".formatted(id(two), id(its)))
                .expect(200);
        assertThat(read(id(two)).path("status").asString()).isEqualTo("done");
        // and none stands above itself
        assertThat(admin.patch(TASKS + "/" + id(two), version(read(id(two))) + "\"parent\":" + id(its) + "}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_next_one_is_made_once_with_team_and_checklist_and_goes_when_the_end_is_taken_back() {
        JsonNode task = made("""
                "name":"周报","repeat":"weekly","dueAt":"2026-03-06T09:00:00Z","priority":"high","owner":%d""".formatted(benId));
        admin.post("/api/records/task-step", "{\"name\":\"数字\",\"task\":%d,\"done\":true}".formatted(id(task)))
                .expect(201);
        admin.post(
                        "/api/records/share",
                        "{\"user\":%d,\"right\":\"edit\",\"about\":{\"object\":\"task\",\"id\":%d}}"
                                .formatted(me(), id(task)))
                .expect(201);
        Answer done = ben.patch(TASKS + "/" + id(task), version(read(id(task))) + "\"status\":\"done\"}")
                .expect(200);
        List<JsonNode> next = after(id(task));
        assertThat(next).hasSize(1);
        assertThat(next.getFirst().path("dueAt").asString()).isEqualTo("2026-03-13T09:00:00Z");
        assertThat(next.getFirst().path("status").asString()).isEqualTo("todo");
        assertThat(next.getFirst().path("priority").asString()).isEqualTo("high");
        assertThat(next.getFirst().at("/owner/id").asLong()).isEqualTo(benId);
        assertThat(next.getFirst().path("steps").asLong()).isEqualTo(1);
        assertThat(next.getFirst().path("stepsDone").asLong()).isZero();
        assertThat(admin.post("/api/records/share/query", """
                                {"filter":{"field":"about","op":"eq","value":{"object":"task","id":%d}}}""".formatted(id(next.getFirst())))
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
        // opened and done again there is no second one
        JsonNode open = changed(read(id(task)), "\"status\":\"todo\"");
        changed(open, "\"status\":\"done\"");
        assertThat(after(id(task))).hasSize(1);
        // and what was done first is taken back as a whole
        JsonNode other = made("\"name\":\"盘点\",\"repeat\":\"monthly\",\"dueAt\":\"2026-03-31T09:00:00Z\"");
        Answer operation = admin.patch(TASKS + "/" + id(other), version(other) + "\"status\":\"done\"}")
                .expect(200);
        assertThat(after(id(other))).hasSize(1);
        admin.post("/api/operations/" + operation.operation() + "/undo", "{}").expect(200);
        assertThat(after(id(other))).isEmpty();
        assertThat(read(id(other)).path("status").asString()).isEqualTo("todo");
        assertThat(done.operation()).isPositive();
    }

    @Test
    void repetition_ends_on_its_day_and_two_who_finish_at_once_make_one() {
        JsonNode last = made("""
                "name":"试用跟进","repeat":"daily","dueAt":"2026-03-03T09:00:00Z","repeatUntil":"2026-03-03\"""");
        changed(last, "\"status\":\"done\"");
        assertThat(after(id(last))).isEmpty();

        JsonNode task = made("\"name\":\"日报\",\"repeat\":\"daily\",\"dueAt\":\"2026-03-03T09:00:00Z\"");
        List<CompletableFuture<Integer>> both = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(() -> admin.patch(
                                TASKS + "/" + id(task),
                                "{\"status\":\"done\",\"version\":%d}"
                                        .formatted(task.path("version").asLong()))
                        .status()))
                .toList();
        both.forEach(CompletableFuture::join);
        assertThat(after(id(task))).hasSize(1);
    }

    @Test
    void who_is_in_charge_and_the_team_are_reminded_once_while_it_is_open() {
        JsonNode task = made("""
                "name":"提交标书","reminder":"anHour","dueAt":"2026-03-02T04:00:00Z","owner":%d""".formatted(benId));
        JsonNode done = made("""
                "name":"已经交了","reminder":"anHour","dueAt":"2026-03-02T04:00:00Z","owner":%d""".formatted(benId));
        changed(done, "\"status\":\"done\"");
        admin.post(
                        "/api/records/share",
                        "{\"user\":%d,\"right\":\"read\",\"about\":{\"object\":\"task\",\"id\":%d}}"
                                .formatted(me(), id(task)))
                .expect(201);
        remind();
        assertThat(told(ben)).isEmpty();
        CLOCK.advance(Duration.ofHours(2));
        remind();
        remind();
        assertThat(told(ben)).containsExactly("任务：提交标书");
        assertThat(told(admin)).containsExactly("任务：提交标书");
        // moved to another time it is reminded of again
        changed(read(id(task)), "\"dueAt\":\"2026-03-02T05:00:00Z\"");
        CLOCK.advance(Duration.ofHours(1));
        remind();
        assertThat(told(ben)).hasSize(2);
    }

    @Test
    void everybody_finds_their_own_and_what_they_take_part_in() {
        JsonNode given = made("\"name\":\"给小本的\",\"owner\":" + benId);
        JsonNode shared = made("\"name\":\"一起做的\"");
        made("\"name\":\"别人的\"");
        admin.post(
                        "/api/records/share",
                        "{\"user\":%d,\"right\":\"read\",\"about\":{\"object\":\"task\",\"id\":%d}}"
                                .formatted(benId, id(shared)))
                .expect(201);
        assertThat(listed(ben, "myOpen")).contains("给小本的").doesNotContain("一起做的", "别人的");
        assertThat(listed(ben, "takingPart")).contains("一起做的").doesNotContain("给小本的", "别人的");
        assertThat(listed(ben, "all")).contains("一起做的", "给小本的").doesNotContain("别人的");
        assertThat(listed(admin, "givenAway")).contains("给小本的").doesNotContain("一起做的");
        made("\"name\":\"昨天的\",\"dueAt\":\"2026-03-01T04:00:00Z\"");
        assertThat(listed(admin, "late")).contains("昨天的").doesNotContain("别人的");
        assertThat(given.path("version").asLong()).isPositive();
    }

    private static void remind() {
        application.bean(RemindTasks.class).remind();
    }

    private static List<String> told(ApiClient who) {
        return who.get("/api/notifications")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("kind").asString().equals("task"))
                .map(notice -> notice.path("title").asString())
                .toList();
    }

    private static List<String> listed(ApiClient who, String view) {
        return who.post(TASKS + "/query", "{\"view\":\"%s\",\"limit\":100}".formatted(view))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(task -> task.path("name").asString())
                .toList();
    }

    private static List<JsonNode> after(long task) {
        return admin.post(TASKS + "/query", """
                        {"filter":{"field":"previous","op":"eq","value":%d}}""".formatted(task))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> read(id(item)))
                .toList();
    }

    private static JsonNode made(String values) {
        return read(admin.post(TASKS, "{" + values + "}").expect(201).number("/id"));
    }

    private static JsonNode changed(JsonNode task, String values) {
        admin.patch(TASKS + "/" + id(task), version(task) + values + "}").expect(200);
        return read(id(task));
    }

    private static String version(JsonNode task) {
        return "{\"version\":%d,".formatted(task.path("version").asLong());
    }

    private static JsonNode read(long task) {
        return admin.get(TASKS + "/" + task).expect(200).body();
    }

    private static long id(JsonNode task) {
        return task.path("id").asLong();
    }

    private static long me() {
        return admin.get("/api/session").expect(200).number("/user/id");
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
