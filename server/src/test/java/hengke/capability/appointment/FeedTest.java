package hengke.capability.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What other calendars read behind a secret link, as a library reads it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** A Monday morning in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-03-02T01:00:00Z");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ben;
    private static long benId;
    private static long role;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        role = admin.post("/api/roles", """
                        {"name":"日程","grants":[{"object":"event","verb":"read","scope":"own"},
                         {"object":"event","verb":"edit","scope":"own"},{"object":"event","verb":"create","scope":"own"}]}""").expect(201).number("/id");
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
    void a_series_with_its_exceptions_whole_days_and_what_is_private_are_read_by_a_library() {
        long series = made("""
                {"title":"柏林例会","startAt":"2026-03-23T08:00:00Z","timeZone":"Europe/Berlin","repeat":"FREQ=WEEKLY;UNTIL=20260420",
                 "place":"会议室, 三楼; 左"}""");
        change(series, "2026-03-30", "\"values\":{\"startAt\":\"2026-03-31T07:00:00Z\"}");
        change(series, "2026-04-06", "\"cancel\":true");
        made("""
                {"title":"展会","allDay":true,"startAt":"2026-04-07T16:00:00Z","endAt":"2026-04-09T16:00:00Z","visibility":"private"}""");
        admin.post("/api/records/event", "{\"title\":\"别人的\",\"startAt\":\"2026-03-23T08:00:00Z\"}")
                .expect(201);
        String text = feed(link());
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(text).contains("REFRESH-INTERVAL").doesNotContain("别人的");

        VEvent master = event(calendar, "柏林例会", false);
        assertThat(starts(calendar, master))
                // the library leaves out EXDATEs; that another component stands for the 30th is for readers to see
                .containsExactly(
                        Instant.parse("2026-03-23T08:00:00Z"),
                        Instant.parse("2026-03-30T07:00:00Z"),
                        Instant.parse("2026-04-13T07:00:00Z"),
                        Instant.parse("2026-04-20T07:00:00Z"));
        assertThat(master.getLocation().getValue()).isEqualTo("会议室, 三楼; 左");
        VEvent moved = event(calendar, "柏林例会", true);
        assertThat(moved.getUid().getValue()).isEqualTo(master.getUid().getValue());
        assertThat(moved.getRecurrenceId().getValue().toInstant()).isEqualTo("2026-03-30T07:00:00Z");
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo("2026-03-31T07:00:00Z");

        VEvent fair = event(calendar, "展会", false);
        assertThat(fair.getDateStart().getValue().hasTime()).isFalse();
        assertThat(text).contains("DTSTART;VALUE=DATE:20260408").contains("DTEND;VALUE=DATE:20260410");
        assertThat(fair.getClassification().getValue()).isEqualTo("PRIVATE");
    }

    @Test
    void the_same_is_not_sent_again_and_nobody_may_keep_it() {
        String url = link();
        HttpResponse<String> first = read(url, null);
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache", "private");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        CLOCK.advance(Duration.ofMinutes(30));
        assertThat(read(url, tag).statusCode()).isEqualTo(304);
        made("{\"title\":\"新的\",\"startAt\":\"2026-03-24T08:00:00Z\"}");
        assertThat(read(url, tag).body()).contains("新的");
        JsonNode settings = ben.get("/api/calendar/settings").expect(200).body();
        assertThat(settings.path("feedReadAt").isNull()).isFalse();
    }

    @Test
    void it_follows_the_rights_of_its_person_and_ends_with_the_link_or_the_person() {
        made("{\"title\":\"暗号QX\",\"place\":\"密室QX\",\"startAt\":\"2026-03-25T08:00:00Z\"}");
        String url = link();
        assertThat(feed(url)).contains("暗号QX", "密室QX");
        fields(
                "[{\"object\":\"event\",\"field\":\"place\",\"right\":\"hidden\"},{\"object\":\"event\",\"field\":\"title\",\"right\":\"masked\"}]");
        assertThat(feed(url)).doesNotContain("暗号QX", "密室QX");
        fields("[{\"object\":\"event\",\"field\":\"startAt\",\"right\":\"hidden\"}]");
        assertThat(feed(url)).doesNotContain("BEGIN:VEVENT");
        fields("[]");

        String renewed = link();
        assertThat(read(url, null).statusCode()).isEqualTo(404);
        assertThat(feed(renewed)).contains("暗号QX");
        ben.delete("/api/calendar/feed").expect(204);
        assertThat(read(renewed, null).statusCode()).isEqualTo(404);

        long leaver = admin.post(
                        "/api/users",
                        "{\"login\":\"cai\",\"name\":\"小蔡\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        String theirs = new ApiClient(application)
                .signIn("cai", PASSWORD)
                .post("/api/calendar/feed", "{}")
                .expect(201)
                .text("/url");
        assertThat(read(theirs, null).statusCode()).isEqualTo(200);
        admin.patch("/api/users/" + leaver, "{\"active\":false}").expect(200);
        assertThat(read(theirs, null).statusCode()).isEqualTo(404);
    }

    private static void fields(String rules) {
        admin.patch("/api/roles/" + role, "{\"fields\":%s}".formatted(rules)).expect(200);
    }

    private static List<Instant> starts(ICalendar calendar, VEvent master) {
        List<Instant> starts = new ArrayList<>();
        TimeZone zone =
                calendar.getTimezoneInfo().getTimezone(master.getDateStart()).getTimeZone();
        DateIterator dates = master.getDateIterator(zone);
        while (dates.hasNext()) {
            starts.add(dates.next().toInstant());
        }
        return starts;
    }

    private static VEvent event(ICalendar calendar, String title, boolean exception) {
        Optional<VEvent> found = calendar.getEvents().stream()
                .filter(event -> event.getSummary().getValue().equals(title))
                .filter(event -> event.getRecurrenceId() != null == exception)
                .findFirst();
        return found.orElseThrow();
    }

    private static String link() {
        return ben.post("/api/calendar/feed", "{}").expect(201).text("/url");
    }

    private static String feed(String url) {
        HttpResponse<String> answer = read(url, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replace("\r\n ", "");
    }

    private static HttpResponse<String> read(String url, @Nullable String tag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(long series, String day, String body) {
        ben.post("/api/calendar/events/%d/occurrences/%s".formatted(series, day), "{\"reach\":\"this\"," + body + "}")
                .expect(200);
    }

    private static long made(String body) {
        Answer answer = ben.post("/api/records/event", body).expect(201);
        return answer.number("/id");
    }
}
