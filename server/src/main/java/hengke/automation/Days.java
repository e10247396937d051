package hengke.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When something is due that is reckoned from a day in a record. */
final class Days {
    private Days() {}

    /**
     * @param value a day or a moment; null and anything else is never due
     * @param at the time of day; null for the morning of a day, and for a moment the same time
     */
    static @Nullable Instant due(@Nullable Object value, int days, @Nullable LocalTime at, ZoneId zone) {
        return switch (value) {
            case LocalDate day ->
                day.plusDays(days)
                        .atTime(Objects.requireNonNullElse(at, Trigger.MORNING))
                        .atZone(zone)
                        .toInstant();
            case Instant moment -> {
                var then = moment.atZone(zone).plusDays(days);
                yield (at == null ? then : then.with(at)).toInstant();
            }
            case null, default -> null;
        };
    }
}
