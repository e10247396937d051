package hengke.kernel.report;

import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays the figures of a report out: which members each dimension has, in which order, and the groups between them. */
final class Presentation {
    private final Report report;
    private final List<Level> now;
    private final List<Level> before;
    private final List<@Nullable Object> empty;
    private final List<@Nullable Object> unknown;
    private final LocalDate today;

    /** @param before what it is compared with; empty for nothing */
    Presentation(Report report, List<Level> now, List<Level> before, Calculation calculation, LocalDate today) {
        this.report = report;
        this.now = now;
        this.before = before;
        this.empty = calculation.empty();
        this.unknown = new ArrayList<>();
        report.figures().forEach(_ -> unknown.add(null));
        this.today = today;
    }

    ReportTable table(Members of, Instant at) {
        Map<Integer, List<Member>> members = members(of);
        List<Axis> axes = IntStream.range(0, report.aggregate().dimensions().size())
                .mapToObj(i -> new Axis(
                        report.aggregate().dimensions().get(i), i < report.rows(), members.getOrDefault(i, List.of())))
                .toList();
        Showing showing = new Showing(report, now, members);
        Showing showingBefore = new Showing(report, before, members);
        List<Groups> levels = IntStream.range(0, now.size())
                .mapToObj(i -> groups(
                        showing.shown(now.get(i)), before.isEmpty() ? null : showingBefore.shown(before.get(i)), axes))
                .toList();
        return new ReportTable(report.object(), axes, report.figures(), levels, report.narrowing(), report.days(), at);
    }

    /** Of each dimension by its place, in the order in which they are shown. */
    private Map<Integer, List<Member>> members(Members of) {
        Map<Integer, List<Member>> members = new HashMap<>();
        List<Dimension> dimensions = report.aggregate().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            Set<@Nullable Object> keys = new LinkedHashSet<>();
            int place = i;
            List<Level> both = new ArrayList<>(now);
            both.addAll(before);
            both.stream()
                    .filter(level -> level.by().contains(place))
                    .forEach(level -> level.cells()
                            .keySet()
                            .forEach(each -> keys.add(each.get(level.by().indexOf(place)))));
            boolean others = keys.remove(Taking.OTHERS);
            if (report.gaps() && !(place == 0 && report.chooses())) {
                keys.addAll(Members.filled(dimensions.get(i), keys, report, today));
            }
            List<Member> its = new ArrayList<>(of.of(dimensions.get(i), keys));
            Report.Sorted sort = report.sort();
            if (sort != null && i == 0 && report.rows() > 0) {
                its.sort(Comparator.comparing(
                        member -> value(member, sort.figure()), Calculation.order(sort.descending())));
            }
            if (others) {
                its.add(of.others());
            }
            members.put(i, its);
        }
        return members;
    }

    /** Of one member of the first row. */
    private @Nullable Object value(Member member, int figure) {
        List<@Nullable Object> keys = new ArrayList<>();
        keys.add(key(member));
        return now.stream()
                .filter(level -> level.by().equals(List.of(0)))
                .findFirst()
                .map(level -> level.cells().get(keys))
                .map(values -> values.get(figure))
                .orElse(null);
    }

    private static @Nullable Object key(Member member) {
        return member.others() ? Taking.OTHERS : member.key();
    }

    /** The groups of a level with those that only the time before knows. */
    private Groups groups(Level shown, @Nullable Level shownBefore, List<Axis> axes) {
        Set<List<@Nullable Object>> all = new LinkedHashSet<>(shown.cells().keySet());
        if (shownBefore != null) {
            all.addAll(shownBefore.cells().keySet());
        }
        List<Map<@Nullable Object, Integer>> places = shown.by().stream()
                .map(axis -> places(axes.get(axis).members()))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (List<@Nullable Object> keys : all) {
            List<Integer> at = IntStream.range(0, keys.size())
                    .mapToObj(i -> places.get(i).getOrDefault(keys.get(i), -1))
                    .toList();
            groups.add(new Group(
                    at,
                    shown.cells().getOrDefault(keys, isToCome(shown.by(), keys) ? unknown : empty),
                    shownBefore == null ? null : shownBefore.cells().getOrDefault(keys, empty)));
        }
        groups.sort(new Nested(report, now, shown.by(), axes));
        return new Groups(shown.by(), groups);
    }

    /** Of days that have not come nothing is known, which is not the same as nothing. */
    private boolean isToCome(List<Integer> by, List<@Nullable Object> keys) {
        return IntStream.range(0, keys.size()).anyMatch(i -> {
            Dimension dimension = report.aggregate().dimensions().get(by.get(i));
            return dimension.name().equals(report.periodField())
                    && keys.get(i) instanceof LocalDate start
                    && start.isAfter(today);
        });
    }

    private static Map<@Nullable Object, Integer> places(List<Member> members) {
        Map<@Nullable Object, Integer> places = new HashMap<>();
        members.forEach(member -> places.put(key(member), places.size()));
        return places;
    }
}
