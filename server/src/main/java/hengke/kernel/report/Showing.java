package hengke.kernel.report;

import hengke.kernel.report.Question.Show;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows figures in relation to others: as shares, added up, or compared with the one above. */
final class Showing {
    private final Report report;
    private final List<Level> levels;
    private final Map<Integer, List<Member>> members;

    /** @param members of each dimension, in the order in which they are shown */
    Showing(Report report, List<Level> levels, Map<Integer, List<Member>> members) {
        this.report = report;
        this.levels = levels;
        this.members = members;
    }

    /** The level with each figure as it is to be shown. */
    Level shown(Level level) {
        Level shown = level;
        for (int i = 0; i < report.figures().size(); i++) {
            Show show = report.figures().get(i).show();
            int place = i;
            shown = switch (show) {
                case VALUE -> shown;
                case SHARE -> share(shown, level, place, List.of());
                case SHARE_OF_ROW ->
                    share(
                            shown,
                            level,
                            place,
                            level.by().stream().filter(by -> by < report.rows()).toList());
                case SHARE_OF_COLUMN ->
                    share(
                            shown,
                            level,
                            place,
                            level.by().stream()
                                    .filter(by -> by >= report.rows())
                                    .toList());
                case RUNNING, CHANGE, GROWTH -> along(shown, level, place, show);
            };
        }
        return shown;
    }

    private Level share(Level shown, Level level, int figure, List<Integer> of) {
        Level whole =
                levels.stream().filter(each -> each.by().equals(of)).findFirst().orElseThrow();
        List<Integer> places = of.stream().map(level.by()::indexOf).toList();
        Map<List<@Nullable Object>, List<@Nullable Object>> cells = new LinkedHashMap<>();
        shown.cells().forEach((List<@Nullable Object> keys, List<@Nullable Object> values) -> {
            List<@Nullable Object> above = new ArrayList<>();
            places.forEach(place -> above.add(keys.get(place)));
            List<@Nullable Object> wholes = whole.cells().get(above);
            cells.put(
                    keys,
                    with(
                            values,
                            figure,
                            Numbers.share(values.get(figure), wholes == null ? null : wholes.get(figure))));
        });
        return new Level(shown.by(), cells);
    }

    /** Along the last row or, where there is none, the last column. */
    private Level along(Level shown, Level level, int figure, Show show) {
        if (level.by().isEmpty()) {
            return show == Show.RUNNING
                    ? shown
                    : shown.valued((List<@Nullable Object> values) -> with(values, figure, null));
        }
        int last = level.by().size() - 1;
        int along = level.by().stream()
                .filter(by -> by < report.rows())
                .reduce((_, later) -> later)
                .map(level.by()::indexOf)
                .orElse(last);
        Map<@Nullable Object, Integer> order = new HashMap<>();
        for (Member member : members.getOrDefault(level.by().get(along), List.of())) {
            order.put(member.others() ? Taking.OTHERS : member.key(), order.size());
        }
        Map<List<@Nullable Object>, List<List<@Nullable Object>>> lines = new LinkedHashMap<>();
        shown.cells()
                .keySet()
                .forEach((List<@Nullable Object> keys) -> lines.computeIfAbsent(
                                without(keys, along), _ -> new ArrayList<>())
                        .add(keys));
        Map<List<@Nullable Object>, List<@Nullable Object>> cells = new LinkedHashMap<>(shown.cells());
        lines.values().forEach(line -> {
            line.sort((one, other) ->
                    Integer.compare(order.getOrDefault(one.get(along), 0), order.getOrDefault(other.get(along), 0)));
            Object before = null;
            for (int i = 0; i < line.size(); i++) {
                List<@Nullable Object> values = shown.cells().get(line.get(i));
                if (values == null) {
                    continue;
                }
                Object value = values.get(figure);
                Object made = switch (show) {
                    case RUNNING -> sum(before, value);
                    case CHANGE -> i == 0 ? null : Numbers.difference(value, before);
                    default -> i == 0 ? null : Numbers.share(Numbers.difference(value, before), before);
                };
                before = show == Show.RUNNING ? made : value;
                cells.put(line.get(i), with(values, figure, made));
            }
        });
        return new Level(shown.by(), cells);
    }

    private static @Nullable BigDecimal sum(@Nullable Object before, @Nullable Object value) {
        BigDecimal one = Numbers.of(before);
        BigDecimal other = Numbers.of(value);
        return one == null ? other : other == null ? one : one.add(other);
    }

    private static List<@Nullable Object> without(List<@Nullable Object> keys, int place) {
        List<@Nullable Object> rest = new ArrayList<>(keys);
        rest.remove(place);
        return rest;
    }

    private static List<@Nullable Object> with(List<@Nullable Object> values, int place, @Nullable Object value) {
        List<@Nullable Object> others = new ArrayList<>(values);
        others.set(place, value);
        return others;
    }
}
