package hengke.kernel.calendar;

import hengke.kernel.calendar.SpecialDay.Kind;
import hengke.kernel.calendar.WorkingHours.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reckons in working time: how much of it lies between two moments, and when so much of it has passed. */
public final class WorkingTime {
    private static final int FURTHEST_DAYS = 366 * 100;

    private final ZoneId zone;
    private final Map<DayOfWeek, WorkingHours> week;
    private final WorkingHours usual;
    private final Map<LocalDate, Kind> special;

    /** A stretch of work, without end and beginning of days in between. */
    private record Stretch(Instant from, Instant until) {
        Duration length() {
            return Duration.between(from, until);
        }
    }

    /**
     * @param week the hours of each day of the week; a day that is missing is off
     * @param usual the hours of a make-up day
     */
    public WorkingTime(
            ZoneId zone, Map<DayOfWeek, WorkingHours> week, WorkingHours usual, Map<LocalDate, Kind> special) {
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        this.week.putAll(week);
        this.usual = usual;
        this.special = Map.copyOf(special);
        if (this.week.values().stream().allMatch(hours -> hours.intervals().isEmpty())) {
            throw new IllegalArgumentException("a week without work");
        }
    }

    /** The hours of this very day. */
    public WorkingHours hours(LocalDate day) {
        return switch (special.getOrDefault(day, Kind.USUAL)) {
            case OFF -> WorkingHours.NONE;
            case WORK -> usual;
            case USUAL -> week.getOrDefault(day.getDayOfWeek(), WorkingHours.NONE);
        };
    }

    public boolean works(LocalDate day) {
        return !hours(day).intervals().isEmpty();
    }

    /** Is this moment within the hours of its day? */
    public boolean worksAt(Instant moment) {
        return stretches(LocalDate.ofInstant(moment, zone)).stream()
                .anyMatch(stretch -> !moment.isBefore(stretch.from()) && moment.isBefore(stretch.until()));
    }

    /** The working time from one moment to a later one; none when it is not later. */
    public Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        if (until.isAfter(from)) {
            LocalDate last = LocalDate.ofInstant(until, zone);
            for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
                for (Stretch stretch : stretches(day)) {
                    Instant start = later(stretch.from(), from);
                    Instant end = earlier(stretch.until(), until);
                    if (start.isBefore(end)) {
                        sum = sum.plus(Duration.between(start, end));
                    }
                }
            }
        }
        return sum;
    }

    /** The first moment by which so much working time has passed since another. */
    public Instant add(Instant from, Duration work) {
        Duration left = work;
        if (!left.isPositive()) {
            return from;
        }
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int days = 0; days < FURTHEST_DAYS; days++, day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                Stretch rest = new Stretch(later(stretch.from(), from), stretch.until());
                if (rest.from().isBefore(rest.until())) {
                    if (left.compareTo(rest.length()) <= 0) {
                        return rest.from().plus(left);
                    }
                    left = left.minus(rest.length());
                }
            }
        }
        throw new IllegalArgumentException("too long: " + work);
    }

    /** The day that is so many working days after another; none of them is the day itself. */
    public LocalDate addDays(LocalDate from, int workingDays) {
        LocalDate day = from;
        int left = workingDays;
        for (int days = 0; left > 0; days++) {
            if (days > FURTHEST_DAYS) {
                throw new IllegalArgumentException("too many: " + workingDays);
            }
            day = day.plusDays(1);
            left -= works(day) ? 1 : 0;
        }
        return day;
    }

    private List<Stretch> stretches(LocalDate day) {
        return hours(day).intervals().stream()
                .map((Interval interval) -> new Stretch(at(day, interval.from()), at(day, interval.until())))
                .filter(stretch -> stretch.from().isBefore(stretch.until()))
                .toList();
    }

    private Instant at(LocalDate day, int minute) {
        return minute == WorkingHours.DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
