package hengke.capability.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
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

/** Whoever comes to an appointment is reminded before it, each time once, whoever looks after the time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemindParticipantsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** A Monday morning in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-03-02T01:00:00Z");

    private static RunningApplication application;
    private static long benId;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        long role = admin().post("/api/roles", """
                        {"name":"日程","grants":[{"object":"event","verb":"read","scope":"own"}]}""").expect(201).number("/id");
        benId = admin().post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"小本\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void of_each_time_once_and_not_of_what_does_not_take_place() {
        long series = made("""
                {"title":"站会","startAt":"2026-03-03T01:00:00Z","repeat":"FREQ=DAILY;COUNT=3",
                 "reminders":["tenMinutes","anHour"]}""");
        ask(series);
        admin().post(
                        "/api/calendar/events/%d/occurrences/2026-03-04".formatted(series),
                        "{\"reach\":\"this\",\"cancel\":true}")
                .expect(200);
        remind();
        assertThat(reminded("admin")).isEmpty();
        CLOCK.advance(Duration.ofHours(23)); // 08:00 in Shanghai
        List<CompletableFuture<Void>> nodes = Stream.of(1, 2)
                .map(_ -> CompletableFuture.runAsync(RemindParticipantsTest::remind))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(reminded("admin")).containsExactly("日程提醒：2026-03-03 09:00");
        assertThat(reminded("ben")).containsExactly("日程提醒：2026-03-03 09:00");
        CLOCK.advance(Duration.ofMinutes(50));
        remind();
        remind();
        assertThat(reminded("ben")).hasSize(2);
        signIn("ben")
                .send("PUT", "/api/calendar/events/%d/answer".formatted(series), "{\"answer\":\"declined\"}")
                .expect(204);
        CLOCK.advance(Duration.ofHours(24)); // the day that is cancelled
        remind();
        assertThat(reminded("admin")).hasSize(2);
        CLOCK.advance(Duration.ofHours(24));
        remind();
        assertThat(reminded("admin")).hasSize(4).contains("日程提醒：2026-03-05 09:00");
        assertThat(reminded("ben")).hasSize(2);
        // moved to another time it is reminded of again, and when nobody looked for long nobody is
        long once = made("""
                {"title":"面谈","startAt":"2026-03-10T01:00:00Z","reminders":["atDue"]}""");
        admin().patch("/api/records/event/" + once, "{\"version\":1,\"startAt\":\"2026-03-11T01:00:00Z\"}")
                .expect(200);
        CLOCK.advance(Duration.ofDays(8));
        remind();
        assertThat(reminded("admin")).hasSize(4);
    }

    private static void ask(long event) {
        admin().post("/api/records/event-participant", "{\"event\":%d,\"user\":%d}".formatted(event, benId))
                .expect(201);
    }

    private static long made(String body) {
        return admin().post("/api/records/event", body).expect(201).number("/id");
    }

    private static void remind() {
        application.bean(RemindParticipants.class).remind();
    }

    private static List<String> reminded(String login) {
        return signIn(login)
                .get("/api/notifications?limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("title").asString())
                .filter(title -> title.startsWith("日程提醒"))
                .toList();
    }

    private static ApiClient admin() {
        return signIn("admin");
    }

    /** Anew each time: sessions end while the clock is moved. */
    private static ApiClient signIn(String login) {
        return new ApiClient(application).signIn(login, PASSWORD);
    }
}
