package hengke.kernel.sms;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When phones may ring for what is not urgent: from eight in the morning to nine in the evening. */
final class DayTime {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private DayTime() {}

    /** This moment, or the next morning. */
    static Instant from(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        if (time.isBefore(MORNING)) {
            return there.with(MORNING).toInstant();
        }
        return time.isBefore(EVENING) ? now : there.plusDays(1).with(MORNING).toInstant();
    }
}
