package hengke.capability.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import hengke.testing.ApiClient;
import hengke.testing.MailRoom;
import hengke.testing.RunningApplication;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What guests find in their mailbox, as a library reads it for their calendar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarMailsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static MailRoom mails;
    private static ApiClient admin;
    private static long role;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                "--hengke.admin.login=admin",
                "--hengke.admin.password=" + PASSWORD,
                "--hengke.base-url=https://crm.example.com");
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        mails = new MailRoom();
        mails.connect(admin, "恒客科技");
        role = admin.post("/api/roles", """
                {"name":"日程","grants":[{"object":"event","verb":"read","scope":"own"}]}""").expect(201).number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
        mails.close();
    }

    @Test
    void who_is_asked_gets_it_for_their_calendar_with_every_change_and_its_end() throws Exception {
        long guest = guest("gina", true);
        long event = made("\"title\":\"方案评审\",\"place\":\"三楼\",\"startAt\":\"2026-12-21T02:00:00Z\"");
        ask(event, guest);
        ICalendar asked = calendar("gina", 1);
        assertThat(asked.getMethod().isRequest()).isTrue();
        assertThat(asked.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        VEvent first = asked.getEvents().getFirst();
        assertThat(first.getSummary().getValue()).isEqualTo("方案评审");
        assertThat(first.getUid().getValue()).isEqualTo("event-" + event + "@crm.example.com");
        assertThat(first.getLocation().getValue()).isEqualTo("三楼");
        assertThat(first.getOrganizer().getEmail()).isEqualTo("crm@example.com");
        assertThat(first.getAttendees())
                .singleElement()
                .satisfies(attendee -> assertThat(attendee.getEmail()).isEqualTo("gina@example.com"));
        assertThat(first.getUrl().getValue()).isEqualTo("https://crm.example.com/o/event/" + event);

        admin.change("event", event, "\"startAt\":\"2026-12-22T02:00:00Z\",\"endAt\":\"2026-12-22T03:00:00Z\"");
        VEvent moved = calendar("gina", 2).getEvents().getFirst();
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo("2026-12-22T02:00:00Z");
        assertThat(moved.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());

        admin.change("event", event, "\"status\":\"cancelled\"");
        ICalendar cancelled = calendar("gina", 3);
        assertThat(cancelled.getMethod().isCancel()).isTrue();
        VEvent last = cancelled.getEvents().getFirst();
        assertThat(last.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(last.getStatus().isCancelled()).isTrue();
        assertThat(last.getSequence().getValue())
                .isGreaterThan(moved.getSequence().getValue());
        assertThat(mails.mails("gina@example.com")).as("each once").hasSize(3);
    }

    @Test
    void a_series_comes_with_its_exceptions_and_each_exception_by_itself() throws Exception {
        long guest = guest("sven", true);
        long series = made("\"title\":\"周会\",\"startAt\":\"2026-12-21T02:00:00Z\",\"repeat\":\"FREQ=WEEKLY;COUNT=6\"");
        occurrence(series, "2026-12-28", "\"values\":{\"startAt\":\"2026-12-29T02:00:00Z\"}");
        occurrence(series, "2027-01-04", "\"cancel\":true");
        ask(series, guest);
        // news of the exceptions may reach whoever is asked by then as well
        ICalendar asked = calendar("sven", calendar -> calendar.getEvents().size() == 2);
        assertThat(asked.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        VEvent whole = asked.getEvents().getFirst();
        VEvent moved = asked.getEvents().getLast();
        assertThat(whole.getRecurrenceRule()).isNotNull();
        assertThat(whole.getExceptionDates().getFirst().getValues())
                .extracting(date -> date.toInstant().toString())
                .containsExactly("2027-01-04T02:00:00Z");
        assertThat(moved.getUid().getValue()).isEqualTo(whole.getUid().getValue());
        assertThat(moved.getRecurrenceId().getValue().toInstant()).isEqualTo("2026-12-28T02:00:00Z");

        occurrence(series, "2027-01-11", "\"cancel\":true");
        ICalendar cancelled = calendar(
                "sven",
                calendar -> calendar.getMethod().isCancel()
                        && calendar.getEvents()
                                .getFirst()
                                .getRecurrenceId()
                                .getValue()
                                .toInstant()
                                .equals(Instant.parse("2027-01-11T02:00:00Z")));
        VEvent one = cancelled.getEvents().getFirst();
        assertThat(one.getUid().getValue()).isEqualTo(whole.getUid().getValue());
    }

    @Test
    void who_is_not_asked_any_more_or_whose_appointment_is_deleted_loses_it_from_the_calendar() throws Exception {
        long guest = guest("tina", true);
        long other = guest("otto", true);
        long event = made("\"title\":\"复盘\",\"startAt\":\"2099-12-21T02:00:00Z\"");
        long asked = ask(event, guest);
        ask(event, other);
        VEvent first = calendar("tina", 1).getEvents().getFirst();
        admin.delete("/api/records/event-participant/" + asked).expect(204);
        ICalendar unasked = calendar("tina", 2);
        assertThat(unasked.getMethod().isCancel()).isTrue();
        VEvent gone = unasked.getEvents().getFirst();
        assertThat(gone.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(gone.getSequence().getValue())
                .isGreaterThanOrEqualTo(first.getSequence().getValue());
        assertThat(gone.getDateTimeStamp().getValue())
                .isAfterOrEqualTo(first.getDateTimeStamp().getValue());

        admin.delete("/api/records/event/" + event).expect(204);
        assertThat(calendar("otto", 2).getMethod().isCancel()).isTrue();
        admin.post("/api/records/event/" + event + "/restore", "{}").expect(200);
        assertThat(calendar("otto", 3).getMethod().isRequest()).isTrue();
        assertThat(mails.mails("tina@example.com"))
                .as("who was not asked any more is told nothing else")
                .hasSize(2);

        long past = made("\"title\":\"去年的会\",\"startAt\":\"2020-01-06T02:00:00Z\"");
        ask(past, guest);
        calendar("tina", 3);
        admin.delete("/api/records/event/" + past).expect(204);
        long next = made("\"title\":\"下一次\",\"startAt\":\"2099-12-28T02:00:00Z\"");
        ask(next, guest);
        assertThat(calendar("tina", 4).getEvents().getFirst().getSummary().getValue())
                .as("nothing is sent about what is past")
                .isEqualTo("下一次");
    }

    @Test
    void whoever_does_not_want_mails_gets_none_and_what_one_may_not_read_is_left_out() throws Exception {
        long quiet = guest("quin", false);
        long blind = guest("bea", true);
        admin.patch(
                        "/api/roles/" + role,
                        "{\"fields\":[{\"object\":\"event\",\"field\":\"place\",\"right\":\"hidden\"}]}")
                .expect(200);
        long event = made("\"title\":\"只通知\",\"place\":\"密室QX\",\"startAt\":\"2026-12-21T02:00:00Z\"");
        ask(event, quiet);
        ask(event, blind);
        assertThat(calendar("bea", 1).getEvents().getFirst().getLocation()).isNull();
        assertThat(mails.mails("quin@example.com")).isEmpty();
        admin.patch("/api/roles/" + role, "{\"fields\":[]}").expect(200);
    }

    private static long guest(String login, boolean mailed) {
        long id = admin.post(
                        "/api/users",
                        "{\"login\":\"%1$s\",\"name\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\",\"roles\":[%3$d]}"
                                .formatted(login, PASSWORD, role))
                .expect(201)
                .number("/id");
        new ApiClient(application)
                .signIn(login, PASSWORD)
                .send("PUT", "/api/notifications/choices/appointment", "{\"app\":true,\"mail\":%s}".formatted(mailed))
                .expect(200);
        return id;
    }

    private static long made(String values) {
        return admin.post("/api/records/event", "{" + values + "}").expect(201).number("/id");
    }

    private static long ask(long event, long guest) {
        return admin.post("/api/records/event-participant", "{\"event\":%d,\"user\":%d}".formatted(event, guest))
                .expect(201)
                .number("/id");
    }

    private static void occurrence(long series, String day, String body) {
        admin.post("/api/calendar/events/%d/occurrences/%s".formatted(series, day), "{\"reach\":\"this\"," + body + "}")
                .expect(200);
    }

    /** What came with a mail to somebody, as soon as there is one like it. */
    private static ICalendar calendar(String login, Predicate<ICalendar> like) throws Exception {
        for (int count = 1; ; count++) {
            ICalendar calendar = calendar(login, count);
            if (like.test(calendar)) {
                return calendar;
            }
        }
    }

    /** What came with one of the mails to somebody. */
    private static ICalendar calendar(String login, int count) throws Exception {
        String address = login + "@example.com";
        mails.await(application, address, count);
        List<MimeMessage> all = mails.mails(address);
        MimeMultipart parts = (MimeMultipart) all.get(count - 1).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        BodyPart part = parts.getBodyPart(1);
        try (InputStream content = part.getInputStream()) {
            ICalendar calendar = Biweekly.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .first();
            assertThat(part.getContentType())
                    .contains("text/calendar", "method=" + calendar.getMethod().getValue());
            return calendar;
        }
    }
}
