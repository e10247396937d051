package hengke.kernel.report;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregates;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the figures of a report's levels from the database; which groups of the first row are shown is decided here. */
final class Taking {
    /** Stands for all groups of the first row that are not shown by themselves. */
    static final Object OTHERS = new Object();

    private final Aggregates aggregates;
    private final Report report;
    private final Aggregate aggregate;
    private final Calculation calculation;

    Taking(Aggregates aggregates, Report report, Calculation calculation) {
        this.aggregates = aggregates;
        this.report = report;
        this.aggregate = report.aggregate();
        this.calculation = calculation;
    }

    /**
     * The levels looked at and those they are compared with, as they came from the database.
     *
     * @param before empty where nothing is compared
     */
    record Taken(List<Level> now, List<Level> before) {}

    Taken taken() {
        if (report.chosenByDatabase()) {
            return new Taken(chosenByDatabase(), List.of());
        }
        List<Level> now = levels(report.records(), report.levels());
        Set<@Nullable Object> chosen = report.chooses() ? chosen(now) : null;
        if (chosen == null) {
            return new Taken(now, before(null));
        }
        return new Taken(choosing(now, chosen, report.records(), new ArrayList<>(chosen)), before(chosen));
    }

    /** All levels; the coarser ones are summed up from the finest where that is the same. */
    private List<Level> levels(Selection records, List<List<Integer>> wanted) {
        Level finest = level(records, wanted.getFirst());
        return wanted.stream()
                .map(by -> by.equals(finest.by())
                        ? finest
                        : aggregate.addsUp() ? finest.rolledUp(by, calculation.nothing()) : level(records, by))
                .toList();
    }

    private Level level(Selection records, List<Integer> by) {
        return Level.of(by, few(aggregates.groups(records, aggregate.by(by))));
    }

    private static List<Summary.Group> few(List<Summary.Group> groups) {
        if (groups.size() > ReportResolver.MOST_GROUPS) {
            throw Refusal.Invalid.at("rows", Message.of("report.tooMany", ReportResolver.MOST_GROUPS));
        }
        return groups;
    }

    private List<Level> chosenByDatabase() {
        int top = report.top() == null ? 0 : report.top();
        Report.Sorted sort = report.sort();
        List<Aggregate.Order> order = sort == null
                ? List.of()
                : List.of(new Aggregate.Order(
                        1 + report.figures().get(sort.figure()).place(), sort.descending()));
        List<Summary.Group> groups = aggregates.groups(
                report.records(), new Aggregate(aggregate.dimensions(), aggregate.measures(), order, top));
        Level first = Level.of(List.of(0), groups.subList(0, Math.min(top, groups.size())));
        Level total = groups.size() <= top && aggregate.addsUp()
                ? first.rolledUp(List.of(), calculation.nothing())
                : level(report.records(), List.of());
        if (groups.size() <= top || !report.others()) {
            return List.of(first, total);
        }
        List<@Nullable Object> keys = new ArrayList<>();
        first.cells().keySet().forEach(key -> keys.add(key.getFirst()));
        return List.of(first.and(others(List.of(0), report.records(), keys)), total);
    }

    /** The groups of the first row that fulfil what is asked of them, the first ones of these. */
    private Set<@Nullable Object> chosen(List<Level> now) {
        Level first = now.stream()
                .filter(level -> level.by().equals(List.of(0)))
                .findFirst()
                .orElseThrow()
                .valued(calculation::figures);
        Report.Sorted sort = report.sort();
        Stream<List<@Nullable Object>> keys = first.cells().entrySet().stream()
                .filter(cell -> report.having().stream()
                        .allMatch(limit -> limit.holds(cell.getValue().get(limit.figure()))))
                .sorted(
                        sort == null
                                ? (_, _) -> 0
                                : Comparator.comparing(
                                        cell -> cell.getValue().get(sort.figure()),
                                        Calculation.order(sort.descending())))
                .map(cell -> cell.getKey());
        Set<@Nullable Object> chosen = new LinkedHashSet<>();
        (report.top() == null ? keys : keys.limit(report.top())).forEach(key -> chosen.add(key.getFirst()));
        return chosen;
    }

    /** Only these groups of the first row and, where they are asked for, the others together. */
    private List<Level> choosing(
            List<Level> levels, Set<@Nullable Object> chosen, Selection records, List<@Nullable Object> left) {
        return levels.stream()
                .map(level -> {
                    if (!level.by().contains(0)) {
                        return level;
                    }
                    Level shown = level.only(keys -> chosen.contains(keys.getFirst()));
                    return report.others()
                                    && shown.cells().size() < level.cells().size()
                            ? shown.and(others(level.by(), records, left))
                            : shown;
                })
                .toList();
    }

    private Level others(List<Integer> by, Selection records, List<@Nullable Object> without) {
        List<Integer> rest = by.subList(1, by.size());
        List<Summary.Group> groups = few(aggregates.groupsWithout(
                records, aggregate.by(rest), aggregate.dimensions().getFirst(), without));
        return Level.of(by, groups).under(keys -> {
            List<@Nullable Object> all = new ArrayList<>(keys);
            all.addFirst(OTHERS);
            return all;
        });
    }

    /** What the figures are compared with, under the periods to which it corresponds. */
    private List<Level> before(@Nullable Set<@Nullable Object> chosen) {
        Selection records = report.before();
        Shift shift = report.shift();
        if (records == null || shift == null) {
            return List.of();
        }
        List<Level> asked = levels(records, report.levels());
        Set<@Nullable Object> original = new HashSet<>();
        List<Level> aligned = asked.stream().map(level -> aligned(level, shift)).toList();
        if (chosen == null) {
            return aligned;
        }
        asked.getFirst().cells().keySet().stream()
                .map(keys -> keys.getFirst())
                .filter(key -> chosen.contains(aligned(0, key, shift)))
                .forEach(original::add);
        return choosing(aligned, chosen, records, new ArrayList<>(original));
    }

    private Level aligned(Level level, Shift shift) {
        Function<List<@Nullable Object>, List<@Nullable Object>> moved = keys -> {
            List<@Nullable Object> others = new ArrayList<>();
            IntStream.range(0, keys.size())
                    .forEach(i -> others.add(aligned(level.by().get(i), keys.get(i), shift)));
            return others;
        };
        return level.under(moved)
                .only(keys -> IntStream.range(0, keys.size())
                        .allMatch(i -> inReach(level.by().get(i), keys.get(i), shift)));
    }

    private @Nullable Object aligned(int place, @Nullable Object key, Shift shift) {
        Bucket.Period period = moving(place);
        return period != null && key instanceof LocalDate start ? shift.aligned(period.unit(), start) : key;
    }

    private boolean inReach(int place, @Nullable Object key, Shift shift) {
        Bucket.Period period = moving(place);
        return period == null || !(key instanceof LocalDate start) || shift.inReach(period.unit(), start);
    }

    /** The periods of the dimension that divides the very days that are compared; null for any other dimension. */
    private Bucket.@Nullable Period moving(int place) {
        Dimension dimension = aggregate.dimensions().get(place);
        return dimension.bucket() instanceof Bucket.Period period
                        && dimension.name().equals(report.periodField())
                ? period
                : null;
    }
}
