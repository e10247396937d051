package hengke.demo;

import hengke.capability.activity.Activity;
import hengke.capability.owner.Owned;
import hengke.customers.Customer;
import hengke.demo.Conversations.Talk;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was talked about with customers: with each by the ways and at the hours it prefers, more and more or ever less. */
@Component
final class DemoTalks {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> WAYS = List.of("call", "call", "wechat", "wechat", "visit", "meeting", "email");

    private final Customer customer;
    private final Activity activity;
    private final Clock clock;

    DemoTalks(Customer customer, Activity activity, Clock clock) {
        this.customer = customer;
        this.activity = activity;
        this.clock = clock;
    }

    record Talked(Instant at, Values values) {}

    /**
     * How things go with somebody.
     *
     * @param times how many talks
     * @param first how many days ago it began
     * @param last how many days ago it ended
     * @param closer above 1 the talks lie closer together towards the end, below 1 towards the beginning
     */
    private record Course(int times, int first, int last, double closer) {
        static Course of(Invented invented, String status) {
            return switch (status) {
                case "new" -> new Course(invented.between(0, 2), 20, 0, 1);
                case "won" ->
                    invented.in(70)
                            ? new Course(
                                    invented.between(12, 22), invented.between(200, 340), invented.between(0, 12), 1)
                            : new Course(
                                    invented.between(9, 15), invented.between(180, 320), invented.between(20, 50), 0.6);
                case "paused" ->
                    new Course(invented.between(5, 9), invented.between(140, 200), invented.between(25, 45), 0.6);
                case "lost" ->
                    new Course(invented.between(3, 6), invented.between(160, 260), invented.between(65, 110), 1);
                default ->
                    invented.in(75)
                            ? new Course(
                                    invented.between(5, 12), invented.between(60, 150), invented.between(0, 6), 1.8)
                            : new Course(
                                    invented.between(4, 9), invented.between(80, 160), invented.between(15, 40), 0.7);
            };
        }

        int daysAgo(int place, Invented invented) {
            double part = times == 1 ? 1 : place / (times - 1.0);
            double along = 1 - Math.pow(1 - part, closer);
            return Math.max(
                    0, (int) Math.round(first - (first - last) * along) + (place == 0 ? 0 : invented.between(-2, 2)));
        }
    }

    /** The last one says when to speak again, some days ago or in some days. */
    List<Talked> with(Invented invented, long company, String status, long owner, List<Long> contacts) {
        Course course = Course.of(invented, status);
        String way = invented.one(WAYS);
        int hour = invented.one(List.of(9, 10, 10, 11, 14, 15, 15, 16));
        long partner = invented.one(contacts);
        boolean goesOn = !List.of("lost", "paused").contains(status);
        List<Talked> talks = new ArrayList<>();
        for (int i = 0; i < course.times(); i++) {
            Talk talk = talk(invented, i == 0, way);
            Instant at = past(course.daysAgo(i, invented), hour, invented);
            Values values = new Values()
                    .with(activity.kind, talk.kind())
                    .with(activity.content, talk.content())
                    .with(activity.about, Map.of("object", customer.name(), "id", company))
                    .with(activity.contact, invented.in(70) ? partner : invented.one(contacts))
                    .with(activity.at, at)
                    .with(Owned.OWNER, owner);
            if (invented.in(80)) {
                values.with(activity.outcome, talk.outcome());
            }
            talks.add(new Talked(at, values));
        }
        talks.sort(Comparator.comparing(Talked::at));
        if (!talks.isEmpty() && goesOn && invented.in(85)) {
            talks.getLast()
                    .values()
                    .with(
                            activity.nextContactAt,
                            day(invented.between(-9, 21))
                                    .atTime(time(invented.between(9, 17), invented))
                                    .atZone(ZONE)
                                    .toInstant());
        }
        return talks;
    }

    /** Half of the time by the way one likes best. */
    private static Talk talk(Invented invented, boolean first, String way) {
        List<Talk> all = first ? Conversations.FIRST : Conversations.LATER;
        List<Talk> liked = all.stream().filter(talk -> talk.kind().equals(way)).toList();
        return !liked.isEmpty() && invented.in(50) ? invented.one(liked) : invented.one(all);
    }

    private Instant past(int daysAgo, int hour, Invented invented) {
        LocalDate day = day(-daysAgo);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.minusDays(1);
        }
        int some = invented.in(60) ? hour : invented.between(9, 17);
        Instant at = day.atTime(time(some, invented)).atZone(ZONE).toInstant();
        Instant now = clock.instant();
        return at.isBefore(now) ? at : now.minus(Duration.ofMinutes(invented.between(5, 50)));
    }

    private LocalDate day(int fromToday) {
        return LocalDate.ofInstant(clock.instant(), ZONE).plusDays(fromToday);
    }

    private static LocalTime time(int hour, Invented invented) {
        return LocalTime.of(hour, invented.between(0, 11) * 5);
    }
}
