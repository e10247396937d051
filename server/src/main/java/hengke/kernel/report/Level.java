package hengke.kernel.report;

import hengke.kernel.query.Aggregates;
import hengke.kernel.query.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of every group at one level: by some of the dimensions.
 *
 * @param by which of the dimensions, in their order
 * @param cells by the keys of the group, in that order
 */
record Level(List<Integer> by, Map<List<@Nullable Object>, List<@Nullable Object>> cells) {

    static Level of(List<Integer> by, List<Summary.Group> groups) {
        Map<List<@Nullable Object>, List<@Nullable Object>> cells = LinkedHashMap.newLinkedHashMap(groups.size());
        groups.forEach(group -> cells.put(group.keys(), group.values()));
        return new Level(by, cells);
    }

    /** By fewer dimensions, where figures add up. */
    Level rolledUp(List<Integer> fewer, List<@Nullable Object> nothing) {
        List<Integer> places = fewer.stream().map(by::indexOf).toList();
        Map<List<@Nullable Object>, List<@Nullable Object>> sums = new LinkedHashMap<>();
        if (fewer.isEmpty()) {
            sums.put(List.of(), nothing);
        }
        cells.forEach((List<@Nullable Object> keys, List<@Nullable Object> values) ->
                sums.merge(picked(keys, places), values, Level::sum));
        return new Level(fewer, sums);
    }

    private static List<@Nullable Object> sum(List<@Nullable Object> some, List<@Nullable Object> more) {
        List<@Nullable Object> sums = new ArrayList<>(some);
        for (int i = 0; i < sums.size(); i++) {
            sums.set(i, Aggregates.sum(sums.get(i), more.get(i)));
        }
        return sums;
    }

    private static List<@Nullable Object> picked(List<@Nullable Object> keys, List<Integer> places) {
        List<@Nullable Object> picked = new ArrayList<>();
        places.forEach(place -> picked.add(keys.get(place)));
        return picked;
    }

    /** Only the cells with such keys. */
    Level only(Predicate<List<@Nullable Object>> kept) {
        Map<List<@Nullable Object>, List<@Nullable Object>> rest = new LinkedHashMap<>();
        cells.forEach((List<@Nullable Object> keys, List<@Nullable Object> values) -> {
            if (kept.test(keys)) {
                rest.put(keys, values);
            }
        });
        return new Level(by, rest);
    }

    /** The same cells under other keys. */
    Level under(Function<List<@Nullable Object>, List<@Nullable Object>> others) {
        Map<List<@Nullable Object>, List<@Nullable Object>> moved = new LinkedHashMap<>();
        cells.forEach(
                (List<@Nullable Object> keys, List<@Nullable Object> values) -> moved.put(others.apply(keys), values));
        return new Level(by, moved);
    }

    /** With what a further level of the same dimensions has. */
    Level and(Level more) {
        Map<List<@Nullable Object>, List<@Nullable Object>> all = new LinkedHashMap<>(cells);
        all.putAll(more.cells);
        return new Level(by, all);
    }

    /** With its values made into others. */
    Level valued(Function<List<@Nullable Object>, List<@Nullable Object>> made) {
        Map<List<@Nullable Object>, List<@Nullable Object>> others = new LinkedHashMap<>();
        cells.forEach(
                (List<@Nullable Object> keys, List<@Nullable Object> values) -> others.put(keys, made.apply(values)));
        return new Level(by, others);
    }
}
