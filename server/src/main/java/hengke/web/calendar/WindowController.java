package hengke.web.calendar;

import hengke.capability.appointment.Appointment;
import hengke.capability.appointment.Calendars;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.calendar.LunarDay;
import hengke.kernel.calendar.SpecialDay;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Labelled;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What the calendars of some people hold between two days, under the rights of whoever asks. */
@RestController
final class WindowController {
    private static final int MOST_DAYS = 62;
    private static final int MOST_PEOPLE = 30;

    private final Calendars calendars;
    private final DueTasks tasks;
    private final WorkingCalendar working;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Reading reading;
    private final RecordJson json;

    WindowController(
            Calendars calendars,
            DueTasks tasks,
            WorkingCalendar working,
            LiveOrganisation organisation,
            Access access,
            Reading reading,
            RecordJson json) {
        this.calendars = calendars;
        this.tasks = tasks;
        this.working = working;
        this.organisation = organisation;
        this.access = access;
        this.reading = reading;
        this.json = json;
    }

    /**
     * A window.
     *
     * @param people whose calendars these are
     * @param records the appointments, each once
     * @param more is there more than this?
     */
    record CalendarJson(
            List<Labelled> people,
            List<ObjectNode> records,
            List<OccurrenceJson> occurrences,
            List<BusyJson> busy,
            List<ObjectNode> tasks,
            List<DayJson> days,
            boolean more) {}

    /**
     * A time at which an appointment takes place.
     *
     * @param record the appointment
     * @param day names the occurrence of a series
     * @param firstDay for whole days, with lastDay
     * @param people those asked for whose time it takes
     * @param answer of whoever asks; null when not asked to it
     * @param guests how many are asked to it
     */
    record OccurrenceJson(
            long record,
            LocalDate day,
            Instant startAt,
            Instant endAt,
            boolean allDay,
            LocalDate firstDay,
            LocalDate lastDay,
            List<Long> people,
            @Nullable String answer,
            int guests) {}

    record BusyJson(
            long person, Instant startAt, Instant endAt, boolean allDay, LocalDate firstDay, LocalDate lastDay) {}

    /**
     * A day of the window.
     *
     * @param lunar as it is written, e.g. 八月十五
     * @param kind off or work for a public holiday or the working day in its place; null for any other
     */
    record DayJson(
            LocalDate date,
            String lunar,
            @Nullable String kind,
            @Nullable String name) {}

    @GetMapping("/api/calendar")
    CalendarJson window(
            Actor actor,
            @RequestParam("from") LocalDate from,
            @RequestParam("until") LocalDate until,
            @RequestParam(name = "people", defaultValue = "") Set<Long> people,
            @RequestParam(name = "team", defaultValue = "false") boolean team,
            @RequestParam(name = "zone", required = false) @Nullable String asked) {
        if (!until.isAfter(from) || ChronoUnit.DAYS.between(from, until) > MOST_DAYS) {
            throw Refusal.Invalid.at("until", Message.of("appointment.window", MOST_DAYS));
        }
        ObjectDefinition object = reading.object(actor, Appointment.NAME);
        ZoneId zone = zone(asked);
        Set<Long> whose = whose(actor, people, team);
        Calendars.Window window = new Calendars.Window(
                whose,
                from.atStartOfDay(zone).toInstant(),
                until.atStartOfDay(zone).toInstant());
        List<Field<?>> fields = calendars.shown(actor, object);
        Calendars.Found found = calendars.of(actor, window, fields);
        List<Calendars.Entry> entries = found.entries().stream()
                .filter(entry -> !entry.allDay() || touches(entry.firstDay(), entry.lastDay(), from, until))
                .toList();
        return new CalendarJson(
                people(whose),
                json.of(actor, object, records(entries), fields),
                entries.stream().map(entry -> occurrence(actor, entry)).toList(),
                found.busy().stream()
                        .filter(busy -> !busy.allDay() || touches(busy.firstDay(), busy.lastDay(), from, until))
                        .map(busy -> new BusyJson(
                                busy.person(),
                                busy.start(),
                                busy.end(),
                                busy.allDay(),
                                busy.firstDay(),
                                busy.lastDay()))
                        .toList(),
                tasks.of(actor, window),
                days(from, until),
                found.more());
    }

    private static boolean touches(LocalDate first, LocalDate last, LocalDate from, LocalDate until) {
        return first.isBefore(until) && !last.isBefore(from);
    }

    private ZoneId zone(@Nullable String asked) {
        try {
            return asked == null ? organisation.get().company().timeZone() : ZoneId.of(asked);
        } catch (DateTimeException e) {
            throw Refusal.Invalid.at("zone", Message.of("appointment.noZone"));
        }
    }

    private Set<Long> whose(Actor actor, Set<Long> people, boolean team) {
        Organisation now = organisation.get();
        Set<Long> whose = new LinkedHashSet<>(people);
        if (team) {
            whose.addAll(access.who(actor).myTeam());
        }
        if (whose.isEmpty()) {
            whose.add(actor.user());
        }
        whose.removeIf(id -> now.person(id).filter(Person::active).isEmpty());
        if (whose.size() > MOST_PEOPLE) {
            throw Refusal.Invalid.at("people", Message.of("appointment.tooManyPeople", MOST_PEOPLE));
        }
        return whose;
    }

    private List<Labelled> people(Set<Long> whose) {
        Organisation now = organisation.get();
        return whose.stream()
                .flatMap(id -> now.person(id).stream())
                .map(Labelled::of)
                .toList();
    }

    private static List<Row> records(List<Calendars.Entry> entries) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        entries.forEach(entry -> rows.put(entry.row().id(), entry.row()));
        return List.copyOf(rows.values());
    }

    private static OccurrenceJson occurrence(Actor actor, Calendars.Entry entry) {
        return new OccurrenceJson(
                entry.row().id(),
                entry.day(),
                entry.start(),
                entry.end(),
                entry.allDay(),
                entry.firstDay(),
                entry.lastDay(),
                entry.people().stream().sorted().toList(),
                entry.answers().get(actor.user()),
                entry.answers().size());
    }

    private List<DayJson> days(LocalDate from, LocalDate until) {
        Map<LocalDate, SpecialDay> special = new LinkedHashMap<>();
        IntStream.rangeClosed(from.getYear(), until.getYear())
                .mapToObj(working::days)
                .flatMap(Collection::stream)
                .forEach(day -> special.put(day.date(), day));
        return from.datesUntil(until).map(date -> day(date, special.get(date))).toList();
    }

    private static DayJson day(LocalDate date, @Nullable SpecialDay special) {
        return new DayJson(
                date,
                LunarDay.of(date).text(),
                special == null ? null : special.kind().wire(),
                special == null || special.name().isEmpty() ? null : special.name());
    }
}
