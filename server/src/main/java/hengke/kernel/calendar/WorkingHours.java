package hengke.kernel.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hours of a working day, e.g. {@code 09:00-12:00, 13:00-18:00}: in order, apart from each other. */
public record WorkingHours(List<Interval> intervals) {
    public static final WorkingHours NONE = new WorkingHours(List.of());

    static final int DAY = 24 * 60;

    private static final Pattern INTERVAL =
            Pattern.compile("(\\d{1,2})[:：](\\d{2})\\s*[-–—~至到]\\s*(\\d{1,2})[:：](\\d{2})");

    /** From one minute of the day until before another; 24:00 is 1440. */
    public record Interval(int from, int until) {
        public Interval {
            if (from < 0 || until > DAY || from >= until) {
                throw new IllegalArgumentException(from + " to " + until);
            }
        }

        @Override
        public String toString() {
            return clock(from) + "-" + clock(until);
        }

        private static String clock(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    public WorkingHours {
        intervals = List.copyOf(intervals);
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).from() < intervals.get(i - 1).until()) {
                throw new IllegalArgumentException("out of order: " + intervals);
            }
        }
    }

    /** What a person has typed; empty when it is not understood. */
    public static Optional<WorkingHours> read(String text) {
        List<Interval> intervals = new ArrayList<>();
        for (String part : text.strip().split("\\s*[,，;；、]\\s*|\\s+(?=\\d)")) {
            Matcher matcher = INTERVAL.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int from = minute(matcher.group(1), matcher.group(2));
            int until = minute(matcher.group(3), matcher.group(4));
            int earlier = intervals.isEmpty() ? 0 : intervals.getLast().until();
            if (from < earlier || until <= from || until > DAY) {
                return Optional.empty();
            }
            intervals.add(new Interval(from, until));
        }
        return Optional.of(new WorkingHours(intervals));
    }

    private static int minute(String hours, String minutes) {
        int within = Integer.parseInt(minutes);
        return within < 60 ? Integer.parseInt(hours) * 60 + within : DAY + 1;
    }

    @Override
    public String toString() {
        return intervals.stream().map(Interval::toString).collect(Collectors.joining(", "));
    }
}
