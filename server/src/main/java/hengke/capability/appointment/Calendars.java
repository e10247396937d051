package hengke.capability.appointment;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.kernel.query.Visibility;
import hengke.kernel.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What some people's calendars hold in a window, as somebody may see it; a fixed number of statements. */
@Component
public final class Calendars {
    /** Appointments of a window; of more, the rest is left out and that is said. */
    private static final int MOST = 2_000;
    /** Whole days are the same days in every zone, and so up to this long before or after the window. */
    private static final Duration ZONES = Duration.ofHours(26);

    private final Appointment appointment;
    private final Participant participant;
    private final Guests guests;
    private final Exceptions exceptions;
    private final Access access;
    private final LiveCatalog catalog;
    private final Settings settings;
    private final DSLContext database;

    Calendars(
            Appointment appointment,
            Participant participant,
            Guests guests,
            Exceptions exceptions,
            Access access,
            LiveCatalog catalog,
            Settings settings,
            DSLContext database) {
        this.appointment = appointment;
        this.participant = participant;
        this.guests = guests;
        this.exceptions = exceptions;
        this.access = access;
        this.catalog = catalog;
        this.settings = settings;
        this.database = database;
    }

    /**
     * A window of some people's calendars.
     *
     * @param until the first moment after it
     */
    public record Window(Set<Long> people, Instant from, Instant until) {
        public Window {
            people = Set.copyOf(people);
        }
    }

    /**
     * One time of an appointment.
     *
     * @param firstDay in its own zone, with lastDay, for one that takes whole days
     * @param people those of the window who own it or come to it
     * @param answers of everybody who is asked to it
     */
    public record Entry(
            Row row,
            LocalDate day,
            Instant start,
            Instant end,
            boolean allDay,
            LocalDate firstDay,
            LocalDate lastDay,
            Set<Long> people,
            Map<Long, String> answers) {}

    /** Time that somebody has no longer, without words. */
    public record Busy(
            long person, Instant start, Instant end, boolean allDay, LocalDate firstDay, LocalDate lastDay) {}

    /** @param more is there more than this? */
    public record Found(List<Entry> entries, List<Busy> busy, boolean more) {}

    /** @param fields what is wanted of each appointment, of those the reader may read */
    public Found of(Actor actor, Window window, List<Field<?>> fields) {
        ObjectDefinition object = catalog.current().object(appointment.name());
        if (!access.may(actor, object, Verb.READ) || !timesReadable(actor, object)) {
            return new Found(List.of(), List.of(), false);
        }
        List<Row> rows = new ArrayList<>();
        Criterion wanted = Criterion.all(in(window), with(window.people(), shownGuests(actor)));
        Page page = null;
        do {
            page = new Pages(database)
                    .page(Selection.of(object, access.visibility(actor, object, Verb.READ))
                            .where(wanted)
                            .sorted(List.of(new SortKey(SystemFields.ID, false)))
                            .limit(Selection.MOST)
                            .after(page == null ? null : page.next())
                            .reading(fields)
                            .marking(access.changing(actor, object)));
            rows.addAll(page.rows());
        } while (page.next() != null && rows.size() < MOST);
        List<Entry> entries = entries(rows, window);
        return new Found(entries, busy(actor, object, window, rows), page.next() != null);
    }

    /** Who may not read when something is reads nothing of it. */
    private boolean timesReadable(Actor actor, ObjectDefinition object) {
        return times().allMatch(field -> access.right(actor, object, field).atLeast(FieldRight.READ));
    }

    private Stream<Field<?>> times() {
        return Stream.of(
                appointment.startAt,
                appointment.endAt,
                appointment.allDay,
                appointment.timeZone,
                appointment.repeat,
                appointment.series,
                appointment.originalDay,
                appointment.lastAt,
                appointment.status,
                Owned.OWNER);
    }

    private boolean shownGuests(Actor actor) {
        ObjectDefinition object = catalog.current().object(participant.name());
        return Stream.of(participant.user, participant.answer)
                .allMatch(field -> access.right(actor, object, field).atLeast(FieldRight.READ));
    }

    private Criterion in(Window window) {
        return Criterion.all(
                Criterion.not(Criterion.is(appointment.status, Appointment.CANCELLED)),
                new Criterion.Test(
                        appointment.startAt,
                        new Check.Range(null, new Check.Bound(window.until().plus(ZONES), false))),
                Criterion.any(
                        Criterion.not(Criterion.present(appointment.lastAt)),
                        new Criterion.Test(
                                appointment.lastAt,
                                new Check.Range(new Check.Bound(window.from().minus(ZONES), false), null))));
    }

    private Criterion with(Set<Long> people, boolean guestsToo) {
        Criterion own = Criterion.in(Owned.OWNER, people);
        if (!guestsToo) {
            return own;
        }
        ObjectDefinition object = catalog.current().object(appointment.name());
        Catalog.Child child = catalog.current().children(object).stream()
                .filter(each -> each.object().name().equals(participant.name()))
                .findFirst()
                .orElseThrow();
        Criterion asked = new Criterion.Exists(
                child,
                Criterion.all(
                        Criterion.in(participant.user, people),
                        Criterion.not(Criterion.is(participant.answer, Participant.DECLINED))));
        return Criterion.any(own, asked, new Criterion.Through(appointment.series, object, asked));
    }

    private List<Entry> entries(List<Row> rows, Window window) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> {
            ids.add(row.id());
            Optional.ofNullable(row.get(appointment.series)).ifPresent(ids::add);
        });
        Map<Long, Map<Long, String>> asked = guests.of(database, ids);
        Map<Long, Set<LocalDate>> without = without(rows);
        List<Entry> entries = new ArrayList<>();
        for (Row row : rows) {
            Map<Long, String> answers = answers(row, asked);
            Set<Long> people = people(row, answers, window);
            if (!people.isEmpty()) {
                times(row, window, without).forEach(time -> entries.add(entry(row, time, people, answers)));
            }
        }
        entries.sort(Comparator.comparing(Entry::start)
                .thenComparing(entry -> entry.row().id()));
        return entries;
    }

    private Map<Long, Set<LocalDate>> without(List<Row> rows) {
        return exceptions.days(
                database,
                rows.stream()
                        .filter(row -> row.get(appointment.repeat) != null)
                        .map(Row::id)
                        .toList());
    }

    private Map<Long, String> answers(Row row, Map<Long, Map<Long, String>> asked) {
        long series = Objects.requireNonNullElse(row.get(appointment.series), row.id());
        return Guests.together(asked.getOrDefault(series, Map.of()), asked.getOrDefault(row.id(), Map.of()));
    }

    /** Those of the window whose time it takes. */
    private static Set<Long> people(Row row, Map<Long, String> answers, Window window) {
        Set<Long> people = new HashSet<>();
        Long owner = row.get(Owned.OWNER);
        if (owner != null) {
            people.add(owner);
        }
        answers.forEach((person, answer) -> {
            if (!Participant.DECLINED.equals(answer)) {
                people.add(person);
            }
        });
        people.retainAll(window.people());
        return people;
    }

    private List<Timing.Occurrence> times(Row row, Window window, Map<Long, Set<LocalDate>> without) {
        return Timing.of(appointment, row)
                .map(timing -> timing.within(
                        timing.allDay() ? window.from().minus(ZONES) : window.from(),
                        timing.allDay() ? window.until().plus(ZONES) : window.until(),
                        without.getOrDefault(row.id(), Set.of())))
                .orElse(List.of());
    }

    private Entry entry(Row row, Timing.Occurrence time, Set<Long> people, Map<Long, String> answers) {
        Timing timing = Timing.of(appointment, row).orElseThrow();
        LocalDate original = row.get(appointment.originalDay);
        return new Entry(
                row,
                original == null ? time.day() : original,
                time.start(),
                time.end(),
                timing.allDay(),
                time.day(),
                lastDay(timing, time),
                people,
                answers);
    }

    private static LocalDate lastDay(Timing timing, Timing.Occurrence time) {
        return LocalDate.ofInstant(time.end().minusNanos(1), timing.zone());
    }

    /** Of what the reader does not see: private ones of people whose appointments the reader reads, or whatever the company shows. */
    private List<Busy> busy(Actor actor, ObjectDefinition object, Window window, List<Row> seen) {
        Set<Long> people = new HashSet<>(window.people());
        people.remove(actor.user());
        boolean everybody = settings.values().get(AppointmentSettings.BUSY);
        Optional<Set<Long>> read = access.owners(actor, object, Verb.READ);
        if (!everybody) {
            read.ifPresent(people::retainAll);
        }
        if (people.isEmpty()) {
            return List.of();
        }
        Window theirs = new Window(people, window.from(), window.until());
        Set<Long> known = seen.stream().map(Row::id).collect(Collectors.toSet());
        List<Field<?>> fields = new ArrayList<>(times().toList());
        List<Row> rows = new Pages(database)
                        .page(Selection.of(object, Visibility.EVERYTHING)
                                .where(Criterion.all(in(theirs), with(people, true)))
                                .sorted(List.of(new SortKey(SystemFields.ID, false)))
                                .limit(Selection.MOST)
                                .reading(fields))
                        .rows()
                        .stream()
                        .filter(row -> !known.contains(row.id()))
                        .toList();
        return entries(rows, theirs).stream()
                .flatMap(entry -> entry.people().stream()
                        .sorted()
                        .map(person -> new Busy(
                                person, entry.start(), entry.end(), entry.allDay(), entry.firstDay(), entry.lastDay())))
                .toList();
    }

    /** The fields that calendars show, as far as the reader may see them. */
    public List<Field<?>> shown(Actor actor, ObjectDefinition object) {
        return Stream.concat(
                        times(),
                        Stream.of(
                                appointment.title,
                                appointment.kind,
                                appointment.place,
                                appointment.about,
                                appointment.visibility))
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                .toList();
    }
}
