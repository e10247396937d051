package hengke.capability.appointment;

import hengke.kernel.problem.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * On which days something takes place again, by a rule of RFC 5545. At most once a day, so that a day names an occurrence;
 * the end, if there is one, is a day.
 */
public final class Recurrence {
    private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    private static final int MOST = 1_000;
    /** No window is asked for that holds more days. */
    private static final int MOST_DAYS = 3_700;

    private final RecurrenceRule rule;

    private Recurrence(RecurrenceRule rule) {
        this.rule = rule;
    }

    /** A text that is no rule, or not one that can be kept. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Message reason;

        Unusable(String key, Object... arguments) {
            super(key);
            this.reason = Message.of(key, arguments);
        }

        Message reason() {
            return reason;
        }
    }

    /** @param zone in which a moment at which the rule ends is a day */
    static Recurrence read(String text, ZoneId zone) throws Unusable {
        try {
            RecurrenceRule rule =
                    new RecurrenceRule(text.strip().replaceFirst("(?i)^RRULE:", ""), RfcMode.RFC5545_STRICT);
            if (!FREQUENCIES.contains(rule.getFreq()) || withinADay(rule)) {
                throw new Unusable("appointment.notDaily");
            }
            if (rule.getCount() != null && rule.getCount() > MOST) {
                throw new Unusable("appointment.tooManyTimes", MOST);
            }
            if (rule.getUntil() != null) {
                rule.setUntil(day(until(rule.getUntil(), zone)));
            }
            return new Recurrence(rule);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | DateTimeException e) {
            throw new Unusable("appointment.noRule");
        }
    }

    /** One that was checked when it was stored. */
    static Recurrence stored(String text) {
        try {
            return read(text, ZoneId.of("UTC"));
        } catch (Unusable unusable) {
            throw new IllegalStateException("stored rule " + text, unusable);
        }
    }

    /** The parts are named once there is a rule: the library cannot load them before its rules. */
    private static boolean withinADay(RecurrenceRule rule) {
        return Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND, Part.RSCALE, Part.SKIP)
                .anyMatch(rule::hasPart);
    }

    private static LocalDate until(DateTime until, ZoneId zone) {
        return until.isAllDay() || until.isFloating()
                ? LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth())
                : LocalDate.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone);
    }

    /** Does it take place on the day it begins? Otherwise the beginning would be a day of its own. */
    boolean beginsOn(LocalDate first) {
        RecurrenceRuleIterator days = rule.iterator(day(first));
        return days.hasNext() && day(days.peekDateTime()).equals(first);
    }

    /** The days from one to another, both included, on which it takes place. */
    List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        List<LocalDate> found = new ArrayList<>();
        RecurrenceRuleIterator days = rule.iterator(day(first));
        if (from.isAfter(first)) {
            days.fastForward(day(from));
        }
        while (days.hasNext() && found.size() < MOST_DAYS) {
            LocalDate next = day(days.nextDateTime());
            if (next.isAfter(to)) {
                break;
            }
            if (!next.isBefore(from)) {
                found.add(next);
            }
        }
        return found;
    }

    /** The first day on or after another one. */
    Optional<LocalDate> next(LocalDate first, LocalDate from) {
        RecurrenceRuleIterator days = rule.iterator(day(first));
        if (from.isAfter(first)) {
            days.fastForward(day(from));
        }
        while (days.hasNext()) {
            LocalDate next = day(days.nextDateTime());
            if (!next.isBefore(from)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** A day after which it surely does not take place; empty when it goes on for ever. */
    Optional<LocalDate> last(LocalDate first) {
        if (rule.getUntil() != null) {
            return Optional.of(until(rule.getUntil(), ZoneId.of("UTC")));
        }
        if (rule.getCount() == null) {
            return Optional.empty();
        }
        LocalDate last = first;
        RecurrenceRuleIterator days = rule.iterator(day(first));
        while (days.hasNext()) {
            last = day(days.nextDateTime());
        }
        return Optional.of(last);
    }

    /** The same, which stops before a day. */
    Recurrence before(LocalDate day) {
        RecurrenceRule shorter = copy();
        shorter.setUntil(day(day.minusDays(1)));
        return new Recurrence(shorter);
    }

    /** What is left of it from a day on: the rest of how often it takes place. */
    Recurrence from(LocalDate first, LocalDate day) {
        RecurrenceRule rest = copy();
        Integer count = rest.getCount();
        if (count != null) {
            rest.setCount(
                    Math.max(1, count - days(first, first, day.minusDays(1)).size()));
        }
        return new Recurrence(rest);
    }

    /** For days, the last day on which it may take place. */
    Optional<LocalDate> until() {
        return Optional.ofNullable(rule.getUntil()).map(until -> until(until, ZoneId.of("UTC")));
    }

    /** The rule without its end. */
    String endless() {
        return String.join(
                ";",
                Stream.of(toString().split(";"))
                        .filter(part -> !part.startsWith("UNTIL="))
                        .toList());
    }

    private RecurrenceRule copy() {
        try {
            return new RecurrenceRule(rule.toString(), RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DateTime day(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate day(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }

    /** As it is stored and sent. */
    @Override
    public String toString() {
        return rule.toString();
    }
}
