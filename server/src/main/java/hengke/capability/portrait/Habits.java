package hengke.capability.portrait;

import hengke.capability.portrait.Channels.Channel;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** When, how often and by what channel one is in touch, told from the contacts its reader may see. */
@Component
public final class Habits {
    public static final int WEEKS = 26;
    private static final int YEAR = 365;
    /** From fewer nothing is concluded. */
    public static final int ENOUGH = 5;

    private static final int FEWEST_DAYS = 3;
    private static final Field<LocalDate> DAY = DSL.field(DSL.name("day"), SQLDataType.LOCALDATE);
    private static final Field<Integer> HOUR = DSL.field(DSL.name("hour"), SQLDataType.INTEGER);
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);

    private final Interactions interactions;
    private final Portraits portraits;
    private final LiveCatalog catalog;
    private final DSLContext database;

    Habits(Interactions interactions, Portraits portraits, LiveCatalog catalog, DSLContext database) {
        this.interactions = interactions;
        this.portraits = portraits;
        this.catalog = catalog;
        this.database = database;
    }

    /**
     * What is known of one subject.
     *
     * @param channels those used within a year, the usual order
     * @param weeks the last 26, this one last
     * @param span from when to when channels, rhythm and hours are told
     * @param hours null where its reader may not know what came of contacts
     */
    public record Known(
            List<Used> channels,
            List<Week> weeks,
            Span span,
            int recent,
            int before,
            Rhythm rhythm,
            @Nullable Hours hours,
            List<Lead> leads) {}

    /** A channel, and how often it was used within a year. */
    public record Used(Channel channel, int count) {
        public String name() {
            return channel.name();
        }

        public Label label() {
            return channel.label();
        }

        public @Nullable String color() {
            return channel.color();
        }

        public String source() {
            return channel.source().key();
        }
    }

    /** A week from Monday on, with the number of contacts by each channel. */
    public record Week(LocalDate from, List<Integer> counts) {}

    public record Span(LocalDate from, LocalDate until) {}

    /**
     * How often one is in touch.
     *
     * @param days on how many days within a year
     * @param lastBy the sources that know something of the last
     * @param every the days between two of them, on average; null from too few
     */
    public record Rhythm(
            int days,
            @Nullable LocalDate last,
            Set<String> lastBy,
            @Nullable BigDecimal every) {}

    /**
     * When contacts led to something.
     *
     * @param found how many did
     * @param needed from fewer nothing is concluded
     * @param cells how many by weekday (1 is Monday) and hour of the company's time zone
     * @param bestWeekday the one with most of them; null when several have as many
     */
    public record Hours(
            int found,
            int needed,
            List<Cell> cells,
            @Nullable Integer bestWeekday,
            @Nullable Integer bestHour) {}

    public record Cell(int weekday, int hour, int count) {}

    /** How a list shows the contacts of a source below a number: the filter, and the fields to narrow it by. */
    public record Lead(
            String source,
            Label label,
            String object,
            ObjectNode filter,
            String at,
            @Nullable String channel) {}

    /** Some contacts of the same hour and kind. */
    private record Some(
            LocalDate day,
            int hour,
            String source,
            @Nullable String channel,
            boolean outcome,
            int number) {}

    /** Nothing for a reader who may not know of any contact. */
    public Optional<Known> of(Actor reader, ObjectDefinition subject, long id) {
        List<InteractionSource> told = interactions.told(subject, reader);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Today today = portraits.today();
        List<Some> life = life(reader, subject, id, today);
        List<Used> channels = Channels.of(catalog.current(), told).byName().values().stream()
                .map(channel ->
                        new Used(channel, count(life, some -> channel.name().equals(some.channel()))))
                .filter(used -> used.count() > 0)
                .toList();
        LocalDate recent = today.date().minusDays(Trend.DAYS - 1L);
        LocalDate before = recent.minusDays(Trend.DAYS);
        boolean outcomes = told.stream().anyMatch(source -> interactions.tellsOutcome(reader, source));
        return Optional.of(new Known(
                channels,
                weeks(life, channels, today.date()),
                new Span(today.date().minusDays(YEAR - 1L), today.date()),
                count(life, some -> !some.day().isBefore(recent)),
                count(life, some -> some.day().isBefore(recent) && !some.day().isBefore(before)),
                rhythm(life),
                outcomes ? hours(life) : null,
                told.stream().map(source -> lead(subject, id, source)).toList()));
    }

    private List<Some> life(Actor reader, ObjectDefinition subject, long id, Today today) {
        Field<Integer> hour = DSL.field(
                "extract(hour from {0} at time zone {1})::int",
                SQLDataType.INTEGER, Interactions.AT, DSL.inline(today.zone().getId()));
        return database.select(
                        today.day(Interactions.AT).as(DAY),
                        hour.as(HOUR),
                        Interactions.SOURCE,
                        Interactions.CHANNEL,
                        Interactions.OUTCOME,
                        DSL.count().as(NUMBER))
                .from(interactions.of(subject, Subjects.of(List.of(id)), reader))
                .where(today.age(Interactions.AT).between(0, YEAR - 1))
                .groupBy(
                        today.day(Interactions.AT),
                        hour,
                        Interactions.SOURCE,
                        Interactions.CHANNEL,
                        Interactions.OUTCOME)
                .fetch(found -> new Some(
                        found.value1(),
                        found.value2(),
                        found.value3(),
                        found.value4(),
                        found.value5(),
                        found.value6()));
    }

    private static int count(List<Some> life, Predicate<Some> which) {
        return life.stream().filter(which).mapToInt(Some::number).sum();
    }

    private static List<Week> weeks(List<Some> life, List<Used> channels, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Week> weeks = new ArrayList<>();
        for (LocalDate from = monday.minusWeeks(WEEKS - 1L); !from.isAfter(monday); from = from.plusWeeks(1)) {
            LocalDate start = from;
            LocalDate next = from.plusWeeks(1);
            weeks.add(new Week(
                    from,
                    channels.stream()
                            .map(used -> count(
                                    life,
                                    some -> used.name().equals(some.channel())
                                            && !some.day().isBefore(start)
                                            && some.day().isBefore(next)))
                            .toList()));
        }
        return weeks;
    }

    private static Rhythm rhythm(List<Some> life) {
        TreeSet<LocalDate> days = life.stream().map(Some::day).collect(Collectors.toCollection(TreeSet::new));
        if (days.isEmpty()) {
            return new Rhythm(0, null, Set.of(), null);
        }
        long between = ChronoUnit.DAYS.between(days.first(), days.last());
        BigDecimal every = days.size() < FEWEST_DAYS
                ? null
                : BigDecimal.valueOf(between).divide(BigDecimal.valueOf(days.size() - 1L), 1, RoundingMode.HALF_UP);
        Set<String> lastBy = life.stream()
                .filter(some -> some.day().equals(days.last()))
                .map(Some::source)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Rhythm(days.size(), days.last(), lastBy, every);
    }

    private static Hours hours(List<Some> life) {
        List<Some> fruitful = life.stream().filter(Some::outcome).toList();
        int found = count(fruitful, _ -> true);
        if (found < ENOUGH) {
            return new Hours(found, ENOUGH, List.of(), null, null);
        }
        Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
        for (Some some : fruitful) {
            counts.computeIfAbsent(some.day().getDayOfWeek().getValue(), _ -> new TreeMap<>())
                    .merge(some.hour(), some.number(), Integer::sum);
        }
        List<Cell> cells = new ArrayList<>();
        Map<Integer, Integer> weekdays = new TreeMap<>();
        Map<Integer, Integer> hours = new TreeMap<>();
        counts.forEach((weekday, its) -> its.forEach((hour, count) -> {
            cells.add(new Cell(weekday, hour, count));
            weekdays.merge(weekday, count, Integer::sum);
            hours.merge(hour, count, Integer::sum);
        }));
        return new Hours(found, ENOUGH, cells, most(weekdays), most(hours));
    }

    /** The one with most; none when several have as many. */
    private static @Nullable Integer most(Map<Integer, Integer> counts) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Integer> those = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return those.size() == 1 ? those.getFirst() : null;
    }

    private Lead lead(ObjectDefinition subject, long id, InteractionSource source) {
        var channel = source.channel();
        return new Lead(
                source.key(),
                Channels.name(catalog.current(), source),
                source.object(),
                Leads.about(subject, id, source, interactions.paths(subject, source)),
                source.at().name(),
                channel == null ? null : channel.name());
    }
}
