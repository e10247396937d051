package hengke.capability.appointment;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** A time zone as it is sent along with a feed: how it stands, and when its clocks change in the years around it. */
final class FeedZones {
    private static final Duration AHEAD = Duration.ofDays(5 * 366L);

    private FeedZones() {}

    static VTimezone of(ZoneId zone, Instant from) {
        ZoneRules rules = zone.getRules();
        Instant until = from.plus(AHEAD);
        VTimezone component = new VTimezone(zone.getId());
        ZoneOffsetTransition before = rules.previousTransition(from);
        Instant since = before == null ? Instant.EPOCH : before.getInstant();
        ZoneOffset offset = before == null ? rules.getOffset(from) : before.getOffsetBefore();
        add(component, rules, since, offset);
        for (ZoneOffsetTransition next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(until);
                next = rules.nextTransition(next.getInstant())) {
            add(component, rules, next.getInstant(), next.getOffsetBefore());
        }
        return component;
    }

    private static void add(VTimezone component, ZoneRules rules, Instant since, ZoneOffset before) {
        ZoneOffset after = rules.getOffset(since);
        if (rules.isDaylightSavings(since)) {
            DaylightSavingsTime summer = new DaylightSavingsTime();
            fill(summer, since, before, after);
            component.addDaylightSavingsTime(summer);
        } else {
            StandardTime standard = new StandardTime();
            fill(standard, since, before, after);
            component.addStandardTime(standard);
        }
    }

    private static void fill(Observance observance, Instant since, ZoneOffset before, ZoneOffset after) {
        LocalDateTime wall = LocalDateTime.ofInstant(since, before);
        observance.setDateStart(new DateTimeComponents(
                wall.getYear(),
                wall.getMonthValue(),
                wall.getDayOfMonth(),
                wall.getHour(),
                wall.getMinute(),
                wall.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(before));
        observance.setTimezoneOffsetTo(offset(after));
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }
}
