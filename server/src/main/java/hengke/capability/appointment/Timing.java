package hengke.capability.appointment;

import hengke.kernel.metadata.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an appointment takes place. It keeps the time of its clock in its own zone, whatever summer time does; one that
 * takes whole days keeps its days.
 *
 * @param end the first moment after it
 * @param repeats null for one that takes place once
 */
public record Timing(
        ZoneId zone,
        boolean allDay,
        Instant start,
        Instant end,
        @Nullable Recurrence repeats) {

    /**
     * One time at which it takes place.
     *
     * @param day the day in its own zone that names it
     */
    public record Occurrence(LocalDate day, Instant start, Instant end) {}

    /** As it is stored; empty when it is not known when it begins or ends. */
    static Optional<Timing> of(Appointment appointment, Row row) {
        Instant start = row.get(appointment.startAt);
        Instant end = row.get(appointment.endAt);
        String repeat = row.get(appointment.repeat);
        return start == null || end == null
                ? Optional.empty()
                : Optional.of(new Timing(
                        ZoneId.of(row.need(appointment.timeZone)),
                        Boolean.TRUE.equals(row.get(appointment.allDay)),
                        start,
                        end,
                        repeat == null ? null : Recurrence.stored(repeat)));
    }

    LocalDate firstDay() {
        return LocalDate.ofInstant(start, zone);
    }

    /** The days it takes, for one that takes whole days. */
    long days() {
        return ChronoUnit.DAYS.between(firstDay(), LocalDate.ofInstant(end, zone));
    }

    /** Does it take place on this day of its own zone? */
    boolean on(LocalDate day) {
        return repeats == null
                ? firstDay().equals(day)
                : repeats.days(firstDay(), day, day).contains(day);
    }

    Occurrence at(LocalDate day) {
        if (allDay) {
            return new Occurrence(
                    day,
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(days()).atStartOfDay(zone).toInstant());
        }
        LocalTime time = LocalTime.ofInstant(start, zone);
        Instant begins =
                day.equals(firstDay()) ? start : day.atTime(time).atZone(zone).toInstant();
        return new Occurrence(day, begins, begins.plus(Duration.between(start, end)));
    }

    /**
     * The times that touch a window, in order.
     *
     * @param until the first moment after the window
     * @param without days on which it does not take place like that
     */
    List<Occurrence> within(Instant from, Instant until, Set<LocalDate> without) {
        LocalDate earliest = LocalDate.ofInstant(from.minus(Duration.between(start, end)), zone)
                .minusDays(1);
        LocalDate latest = LocalDate.ofInstant(until, zone);
        return (repeats == null ? List.of(firstDay()) : repeats.days(firstDay(), earliest, latest))
                .stream()
                        .filter(day -> !without.contains(day))
                        .map(this::at)
                        .filter(time ->
                                time.start().isBefore(until) && time.end().isAfter(from))
                        .toList();
    }

    /** The first time that begins after a moment. */
    Optional<Occurrence> next(Instant after) {
        LocalDate first = firstDay();
        Optional<LocalDate> day = Optional.of(first);
        LocalDate from = LocalDate.ofInstant(after, zone);
        // the day of the moment itself may be over already; a second try finds the one after it
        for (int attempt = 0; attempt < 2 && day.isPresent(); attempt++) {
            day = repeats == null ? Optional.of(first) : repeats.next(first, from);
            Optional<Occurrence> found =
                    day.map(this::at).filter(time -> time.start().isAfter(after));
            if (found.isPresent()) {
                return found;
            }
            from = day.map(last -> last.plusDays(1)).orElse(from);
        }
        return Optional.empty();
    }

    /** The end of the last time; null when it goes on for ever. */
    @Nullable
    Instant last() {
        return repeats == null
                ? end
                : repeats.last(firstDay()).map(day -> at(day).end()).orElse(null);
    }

    /** The same at another time of the same series. */
    Timing moved(Occurrence to) {
        return new Timing(zone, allDay, to.start(), to.end(), repeats);
    }
}
