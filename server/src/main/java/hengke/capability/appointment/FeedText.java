package hengke.capability.appointment;

import biweekly.Biweekly;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.Organizer;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Appointments as other calendars read them, by RFC 5545. */
final class FeedText {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String OFTEN = "PT1H";

    private final ICalendar calendar = new ICalendar();
    private final Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
    private final Instant from;

    /** @param from nothing in it is older than this, apart from the beginnings of series */
    FeedText(Instant from) {
        this.from = from;
        calendar.setProductId("-//Hengke//CRM//ZH");
    }

    /** One that is read again and again. */
    FeedText(String name, Instant from) {
        this(from);
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, OFTEN);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", OFTEN);
    }

    /**
     * One appointment.
     *
     * @param uid the same for a series and its exceptions
     * @param instead the time of the series for which an exception stands
     * @param without days of a series on which it does not take place, or another one stands for it
     */
    record Item(
            String uid,
            Instant changedAt,
            Timing timing,
            String title,
            @Nullable String place,
            @Nullable String kind,
            boolean confidential,
            boolean certain,
            @Nullable String link,
            Timing.@Nullable Occurrence instead,
            Set<LocalDate> without) {}

    /**
     * Who asks whom, where that is what it is sent for.
     *
     * @param sequence grows with each change
     * @param cancelled it does not take place
     */
    record Asked(Party organiser, Party guest, ParticipationStatus answer, int sequence, boolean cancelled) {}

    /** Somebody with a mailbox. */
    record Party(String name, String address) {}

    /** Asks to an appointment, or takes it back; the method goes for the whole text. */
    void ask(Item item, Asked asked) {
        calendar.setMethod(asked.cancelled() ? "CANCEL" : "REQUEST");
        VEvent event = add(item);
        event.setOrganizer(
                new Organizer(asked.organiser().name(), asked.organiser().address()));
        Attendee guest = new Attendee(asked.guest().name(), asked.guest().address());
        guest.setParticipationStatus(asked.answer());
        guest.setRsvp(false);
        event.addAttendee(guest);
        event.setSequence(asked.sequence());
        event.setStatus(asked.cancelled() ? Status.cancelled() : Status.confirmed());
    }

    VEvent add(Item item) {
        Timing timing = item.timing();
        VEvent event = new VEvent();
        event.setUid(item.uid());
        event.setDateTimeStamp(Date.from(item.changedAt()));
        event.setLastModified(Date.from(item.changedAt()));
        event.setSummary(item.title());
        event.setDateStart(zoned(new DateStart(moment(timing, timing.start())), timing));
        event.setDateEnd(zoned(new DateEnd(moment(timing, timing.end())), timing));
        if (timing.repeats() != null) {
            event.addExperimentalProperty("RRULE", rule(timing, timing.repeats()));
            leaveOut(event, timing, item.without());
        }
        if (item.instead() != null) {
            event.setRecurrenceId(
                    zoned(new RecurrenceId(moment(timing, item.instead().start())), timing));
        }
        if (item.place() != null) {
            event.setLocation(item.place());
        }
        if (item.kind() != null) {
            event.addCategories(item.kind());
        }
        if (item.link() != null) {
            event.setUrl(item.link());
        }
        if (item.confidential()) {
            event.setClassification(Classification.private_());
        }
        event.setStatus(item.certain() ? Status.confirmed() : Status.tentative());
        calendar.addEvent(event);
        return event;
    }

    private void leaveOut(VEvent event, Timing timing, Set<LocalDate> days) {
        List<ICalDate> moments = days.stream()
                .sorted()
                .filter(timing::on)
                .map(day -> moment(timing, timing.at(day).start()))
                .toList();
        if (!moments.isEmpty()) {
            ExceptionDates dates = new ExceptionDates();
            dates.getValues().addAll(moments);
            event.addExceptionDates(zoned(dates, timing));
        }
    }

    /** A rule that ends on a day ends with the last moment of that day where the times have hours. */
    private static String rule(Timing timing, Recurrence repeats) {
        return repeats.until()
                .filter(_ -> !timing.allDay())
                .map(until -> repeats.endless() + ";UNTIL="
                        + UTC.format(until.plusDays(1)
                                .atStartOfDay(timing.zone())
                                .minusSeconds(1)
                                .toInstant()))
                .orElseGet(repeats::toString);
    }

    private static ICalDate moment(Timing timing, Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, timing.zone());
        return timing.allDay()
                ? new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false)
                : new ICalDate(Date.from(instant), true);
    }

    private <T extends ICalProperty> T zoned(T property, Timing timing) {
        if (!timing.allDay()) {
            calendar.getTimezoneInfo()
                    .setTimezone(
                            property,
                            zones.computeIfAbsent(
                                    timing.zone(),
                                    zone -> new TimezoneAssignment(
                                            TimeZone.getTimeZone(zone), FeedZones.of(zone, from))));
        }
        return property;
    }

    @Override
    public String toString() {
        return Biweekly.write(calendar).go();
    }
}
