package hengke.kernel.query;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate.Bucket.Part;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Days relative to now in the company's zone. Weeks begin on Monday; a period ends before its last day. */
final class Periods {
    private static final int MOST = 10_000;

    private final Clock clock;
    private final ZoneId zone;
    private final FiscalYear fiscalYear;

    Periods(Clock clock, ZoneId zone, Month fiscalYearStart) {
        this.clock = clock;
        this.zone = zone;
        this.fiscalYear = new FiscalYear(fiscalYearStart);
    }

    private enum Unit {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        QUARTER(IsoFields.QUARTER_YEARS),
        YEAR(ChronoUnit.YEARS),
        FISCAL_QUARTER(IsoFields.QUARTER_YEARS),
        FISCAL_YEAR(ChronoUnit.YEARS);

        private final TemporalUnit step;

        Unit(TemporalUnit step) {
            this.step = step;
        }

        LocalDate startOf(LocalDate day, FiscalYear fiscalYear) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
                case FISCAL_QUARTER -> fiscalYear.quarterOf(day);
                case FISCAL_YEAR -> fiscalYear.yearOf(day);
            };
        }

        static Optional<Unit> of(JsonNode json) {
            return Stream.of(values())
                    .filter(unit -> unit.compareTo(FISCAL_QUARTER) < 0)
                    .filter(unit -> unit.wire().equals(json.asString("")))
                    .findFirst();
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A period by name. */
    private enum Named {
        TODAY("today", Unit.DAY, 0),
        YESTERDAY("yesterday", Unit.DAY, -1),
        TOMORROW("tomorrow", Unit.DAY, 1),
        THIS_WEEK("thisWeek", Unit.WEEK, 0),
        LAST_WEEK("lastWeek", Unit.WEEK, -1),
        NEXT_WEEK("nextWeek", Unit.WEEK, 1),
        THIS_MONTH("thisMonth", Unit.MONTH, 0),
        LAST_MONTH("lastMonth", Unit.MONTH, -1),
        NEXT_MONTH("nextMonth", Unit.MONTH, 1),
        THIS_QUARTER("thisQuarter", Unit.QUARTER, 0),
        LAST_QUARTER("lastQuarter", Unit.QUARTER, -1),
        NEXT_QUARTER("nextQuarter", Unit.QUARTER, 1),
        THIS_YEAR("thisYear", Unit.YEAR, 0),
        LAST_YEAR("lastYear", Unit.YEAR, -1),
        NEXT_YEAR("nextYear", Unit.YEAR, 1),
        THIS_FISCAL_QUARTER("thisFiscalQuarter", Unit.FISCAL_QUARTER, 0),
        LAST_FISCAL_QUARTER("lastFiscalQuarter", Unit.FISCAL_QUARTER, -1),
        NEXT_FISCAL_QUARTER("nextFiscalQuarter", Unit.FISCAL_QUARTER, 1),
        THIS_FISCAL_YEAR("thisFiscalYear", Unit.FISCAL_YEAR, 0),
        LAST_FISCAL_YEAR("lastFiscalYear", Unit.FISCAL_YEAR, -1),
        NEXT_FISCAL_YEAR("nextFiscalYear", Unit.FISCAL_YEAR, 1);

        private final String wire;
        private final Unit unit;
        private final int shift;

        Named(String wire, Unit unit, int shift) {
            this.wire = wire;
            this.unit = unit;
            this.shift = shift;
        }

        static Optional<Named> of(String wire) {
            return Stream.of(values()).filter(named -> named.wire.equals(wire)).findFirst();
        }
    }

    /**
     * Reads {@code "thisMonth"}, {@code {"last":7,"unit":"day"}}, {@code {"next":30,"unit":"day"}} or both days of
     * {@code {"from":"2026-01-01","until":"2026-06-30"}}.
     */
    Days read(JsonNode json, String at) {
        Days period = json.isString()
                ? named(json.stringValue())
                : json.has("from")
                        ? between(json.path("from"), json.path("until"))
                        : json.isObject() ? rolling(json) : null;
        if (period == null) {
            String known = Stream.of(Named.values()).map(named -> named.wire).collect(Collectors.joining(" "));
            throw Refusal.Invalid.at(at, Message.of("query.period", known));
        }
        return period;
    }

    /** Reads {@code {"weekday":[1,2]}}, {@code {"monthOfYear":[12]}} or {@code {"hour":[9]}}; empty for any other period. */
    Optional<Check> recurring(JsonNode json, String at, boolean moment) {
        return Stream.of(Part.values())
                .filter(part -> json.has(part.wire()) && (moment || part != Part.HOUR))
                .findFirst()
                .map(part -> new Check.Recurring(part, zone, numbers(json.get(part.wire()), part, at)));
    }

    private static Set<Integer> numbers(JsonNode json, Part part, String at) {
        List<JsonNode> each = json.isArray() ? List.copyOf(json.values()) : List.of(json);
        boolean known = !each.isEmpty()
                && each.stream()
                        .allMatch(number -> number.isIntegralNumber()
                                && number.asLong() >= part.first()
                                && number.asLong() <= part.last());
        if (!known) {
            throw Refusal.Invalid.at(at, Message.of("query.recurring", part.wire(), part.first(), part.last()));
        }
        return each.stream().map(JsonNode::asInt).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One day by name: today, yesterday or tomorrow. */
    Optional<LocalDate> day(JsonNode json) {
        return Named.of(json.asString(""))
                .filter(named -> named.unit == Unit.DAY)
                .map(named -> today().plusDays(named.shift));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private @Nullable Days named(String name) {
        return Named.of(name)
                .map(named -> {
                    LocalDate start = named.unit.startOf(today(), fiscalYear).plus(named.shift, named.unit.step);
                    return new Days(start, start.plus(1, named.unit.step));
                })
                .orElse(null);
    }

    private static @Nullable Days between(JsonNode from, JsonNode until) {
        try {
            LocalDate first = LocalDate.parse(from.asString(""));
            LocalDate last = LocalDate.parse(until.asString(""));
            return last.isBefore(first) || !inReach(first) || !inReach(last) ? null : new Days(first, last.plusDays(1));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The database knows further days than a person means. */
    private static boolean inReach(LocalDate day) {
        return day.getYear() > 0 && day.getYear() <= 9999;
    }

    /** The last seven days end with today, the next seven begin with it. */
    private @Nullable Days rolling(JsonNode json) {
        boolean last = json.has("last");
        JsonNode count = json.path(last ? "last" : "next");
        Optional<Unit> unit = Unit.of(json.path("unit"));
        boolean known = Set.of(last ? "last" : "next", "unit").containsAll(json.propertyNames());
        if (unit.isEmpty() || !known || !count.isIntegralNumber() || count.asLong(0) < 1 || count.asLong(0) > MOST) {
            return null;
        }
        LocalDate tomorrow = today().plusDays(1);
        return last
                ? new Days(tomorrow.minus(count.asLong(), unit.get().step), tomorrow)
                : new Days(today(), today().plus(count.asLong(), unit.get().step));
    }
}
