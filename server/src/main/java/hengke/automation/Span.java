package hengke.automation;

import hengke.kernel.calendar.WorkingTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long something waits.
 *
 * @param at where days are counted, the time of day to go on at; null for the same time of day
 */
public record Span(int count, Unit unit, @Nullable LocalTime at) {
    public Span {
        unit = Objects.requireNonNullElse(unit, Unit.DAY);
    }

    /** What is counted. */
    public enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WORKDAY
    }

    /** The moment it is over. */
    Instant after(Instant from, WorkingTime calendar, ZoneId zone) {
        ZonedDateTime local = from.atZone(zone);
        return switch (unit) {
            case MINUTE -> from.plusSeconds(60L * count);
            case HOUR -> from.plusSeconds(3_600L * count);
            case DAY -> at(local.plusDays(count), from);
            case WORKDAY -> at(local.with(calendar.addDays(local.toLocalDate(), count)), from);
        };
    }

    private Instant at(ZonedDateTime day, Instant from) {
        Instant then = (at == null ? day : day.with(at)).toInstant();
        return then.isBefore(from) ? from : then;
    }
}
