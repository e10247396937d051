package hengke.kernel.calendar;

import static java.util.stream.Collectors.toMap;

import hengke.kernel.calendar.SpecialDay.Kind;
import hengke.kernel.identity.CompanySettings;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The company's calendar in force: the shipped holidays under what was imported or decided by hand. */
public final class WorkingCalendar {
    private final DSLContext dsl;
    private final Settings settings;
    private final SettingChanges changes;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    /** What was reckoned with at one version of the settings. */
    private record Seen(long version, WorkingTime time) {}

    WorkingCalendar(DSLContext dsl, Settings settings, SettingChanges changes, Clock clock) {
        this.dsl = dsl;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    /** Working time as it is now decided. */
    public WorkingTime time() {
        SettingValues values = settings.values();
        Seen last = seen;
        if (last != null && last.version == values.version()) {
            return last.time;
        }
        WorkingTime time = new WorkingTime(
                ZoneId.of(values.get(CompanySettings.TIME_ZONE)),
                CalendarSettings.week(values),
                CalendarSettings.usual(values),
                days().values().stream().collect(toMap(SpecialDay::date, SpecialDay::kind)));
        seen = new Seen(values.version(), time);
        return time;
    }

    public boolean shipped(SpecialDay day) {
        return day.equals(PublicHolidays.SHIPPED.get(day.date()));
    }

    /** The special days of a year, in order. */
    public List<SpecialDay> days(int year) {
        return days().values().stream()
                .filter(day -> day.date().getYear() == year && day.kind() != Kind.USUAL)
                .toList();
    }

    /** The years whose holidays are known. */
    public Set<Integer> years() {
        return days().values().stream()
                .filter(day -> day.kind() == Kind.OFF)
                .map(day -> day.date().getYear())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Decides single days by hand.
     *
     * @param version of the settings that were seen
     */
    public void decide(long by, long version, List<SpecialDay> days) {
        Set<String> names = days.stream().map(day -> "calendar." + day.date()).collect(Collectors.toSet());
        Map<LocalDate, SpecialDay> before = days();
        changes.beside(
                by,
                version,
                names,
                (within, note) -> days.forEach(day -> {
                    write(within, day);
                    SpecialDay was = before.get(day.date());
                    note.changed("calendar." + day.date(), was == null ? "" : text(was), text(day));
                }));
    }

    /** Takes whole years from a file, each in place of what was there. */
    public Set<Integer> bring(long by, List<SpecialDay> days) {
        Set<Integer> years =
                days.stream().map(day -> day.date().getYear()).collect(Collectors.toCollection(TreeSet::new));
        if (years.stream()
                .anyMatch(year -> year < 2000 || year > Year.now(clock).getValue() + 20)) {
            throw Refusal.Invalid.at("file", Message.of("calendar.year"));
        }
        Set<LocalDate> listed = new HashSet<>();
        days.forEach(day -> listed.add(day.date()));
        changes.beside(
                by,
                Long.MAX_VALUE,
                Set.of(),
                (within, note) -> years.forEach(year -> {
                    within.execute("delete from calendar_day where extract(year from day) = ?", year);
                    Stream.concat(days.stream(), takenBack(listed))
                            .filter(day -> day.date().getYear() == year)
                            .forEach(day -> write(within, day));
                    note.changed("calendar." + year, "", String.valueOf(count(days, year)));
                }));
        return years;
    }

    private static Stream<SpecialDay> takenBack(Set<LocalDate> listed) {
        return PublicHolidays.SHIPPED.values().stream()
                .filter(day -> !listed.contains(day.date()))
                .map(day -> new SpecialDay(day.date(), Kind.USUAL, ""));
    }

    private static long count(Collection<SpecialDay> days, int year) {
        return days.stream().filter(day -> day.date().getYear() == year).count();
    }

    private static void write(DSLContext within, SpecialDay day) {
        within.execute("""
                insert into calendar_day (day, kind, name) values (?, ?, ?)
                on conflict (day) do update set kind = excluded.kind, name = excluded.name
                """, day.date(), day.kind().wire(), day.name());
    }

    private static String text(SpecialDay day) {
        return (day.kind().wire() + " " + day.name()).strip();
    }

    private Map<LocalDate, SpecialDay> days() {
        Map<LocalDate, SpecialDay> days = new TreeMap<>(PublicHolidays.SHIPPED);
        dsl.fetch("select day, kind, name from calendar_day").forEach(row -> {
            LocalDate date = row.get("day", LocalDate.class);
            days.put(
                    date,
                    new SpecialDay(
                            date, Kind.of(row.get("kind", String.class)).orElseThrow(), row.get("name", String.class)));
        });
        return days;
    }
}
