package hengke.demo;

import hengke.capability.appointment.Appointment;
import hengke.capability.appointment.Participant;
import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.records.Draft;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the invented company's people are: a meeting every week, visits behind and before them, a fair, a private hour. */
@Component
final class DemoAppointments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** One customer in so many is met around today. */
    private static final int EVERY = 3;

    private static final int WEEKS_BACK = 6;
    private static final List<String> ANSWERS =
            List.of(Participant.ACCEPTED, Participant.ACCEPTED, "tentative", Participant.OPEN);

    private final Appointment appointment;
    private final Participant participant;
    private final Clock clock;

    DemoAppointments(Appointment appointment, Participant participant, Clock clock) {
        this.appointment = appointment;
        this.participant = participant;
        this.clock = clock;
    }

    /**
     * Something that is agreed with customers.
     *
     * @param day working days from today
     */
    private record Meeting(
            String title,
            String kind,
            int day,
            int hour,
            int minutes,
            @Nullable String place) {}

    private static final List<Meeting> MEETINGS = List.of(
            new Meeting("方案演示", "meeting", 1, 10, 90, "线上会议"),
            new Meeting("上门拜访", Appointment.VISIT, 0, 14, 60, "客户办公室"),
            new Meeting("电话回访", "call", 2, 16, 30, null),
            new Meeting("现场勘查", Appointment.VISIT, 3, 9, 120, "客户厂区"),
            new Meeting("商务谈判", "meeting", 4, 15, 90, "客户会议室"),
            new Meeting("例行拜访", Appointment.VISIT, -1, 10, 60, "客户办公室"),
            new Meeting("产品培训", "meeting", 6, 9, 180, "培训室"),
            new Meeting("验收沟通", "call", -3, 11, 30, null),
            new Meeting("季度回访", Appointment.VISIT, -4, 15, 60, "客户办公室"));

    void write(DemoNetwork.Sink sink, List<DemoSales.Account> accounts) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        List<Long> people =
                accounts.stream().map(DemoSales.Account::owner).distinct().toList();
        List<Draft> drafts = new ArrayList<>();
        drafts.add(weekly(people.getFirst(), today));
        drafts.add(fair(people.getFirst(), today));
        drafts.add(privately(people.get(people.size() / 2), today));
        for (int i = 0; i < accounts.size(); i += EVERY) {
            drafts.add(with(accounts.get(i), MEETINGS.get(i / EVERY % MEETINGS.size()), i, today));
        }
        long meeting = sink.write(appointment, drafts).getFirst();
        List<Draft> asked = new ArrayList<>();
        for (int i = 1; i < people.size(); i++) {
            asked.add(Draft.create(Map.of(
                    participant.appointment,
                    meeting,
                    participant.user,
                    people.get(i),
                    participant.answer,
                    ANSWERS.get(i % ANSWERS.size()))));
        }
        sink.write(participant, asked);
    }

    private Draft weekly(long owner, LocalDate today) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS_BACK);
        Map<Field<?>, @Nullable Object> values = values("销售周例会", "meeting", owner);
        values.put(appointment.startAt, at(monday, 9, 30));
        values.put(appointment.endAt, at(monday, 10, 30));
        values.put(appointment.repeat, "FREQ=WEEKLY");
        values.put(appointment.place, "三号会议室");
        values.put(appointment.reminders, List.of("tenMinutes"));
        return Draft.create(values);
    }

    private Draft fair(long owner, LocalDate today) {
        LocalDate first = working(today, 7);
        Map<Field<?>, @Nullable Object> values = values("行业展会", "other", owner);
        values.put(appointment.allDay, true);
        values.put(appointment.startAt, at(first, 0, 0));
        values.put(appointment.endAt, at(first.plusDays(2), 0, 0));
        values.put(appointment.place, "国家会展中心");
        return Draft.create(values);
    }

    private Draft privately(long owner, LocalDate today) {
        LocalDate day = working(today, 1);
        Map<Field<?>, @Nullable Object> values = values("体检", "other", owner);
        values.put(appointment.startAt, at(day, 8, 0));
        values.put(appointment.endAt, at(day, 10, 0));
        values.put(appointment.visibility, Appointment.PRIVATE);
        return Draft.create(values);
    }

    private Draft with(DemoSales.Account account, Meeting meeting, int spread, LocalDate today) {
        LocalDate day = working(today, meeting.day());
        // not everybody at the same hour
        Instant start = at(day, meeting.hour(), 0).plusSeconds(spread % 4 * 1_800L);
        Map<Field<?>, @Nullable Object> values = values(meeting.title(), meeting.kind(), account.owner());
        values.put(appointment.startAt, start);
        values.put(appointment.endAt, start.plusSeconds(meeting.minutes() * 60L));
        values.put(appointment.place, meeting.place());
        values.put(appointment.about, new Link("customer", account.customer()));
        values.put(appointment.reminders, List.of("halfAnHour"));
        boolean over = meeting.day() < 0;
        boolean forgotten = meeting.kind().equals(Appointment.VISIT) && spread % 4 == 0;
        values.put(appointment.status, over && !forgotten ? Appointment.DONE : Appointment.PLANNED);
        return Draft.create(values);
    }

    private Map<Field<?>, @Nullable Object> values(String title, String kind, long owner) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(appointment.title, title);
        values.put(appointment.kind, kind);
        values.put(Owned.OWNER, owner);
        return values;
    }

    /** So many days from Monday to Friday before or after. */
    private static LocalDate working(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0 || day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue(); ) {
            day = day.plusDays(days < 0 ? -1 : 1);
            left -= day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && left > 0 ? 1 : 0;
        }
        return day;
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }
}
