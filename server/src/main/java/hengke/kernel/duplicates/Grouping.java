package hengke.kernel.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes groups of pairs. Two groups become one only when most of their records are pairs of each other: a name without a
 * place may be like two companies in two places, and does not make them one.
 */
final class Grouping {
    private static final int MOST = 20;

    private final Set<Pair> pairs = new HashSet<>();
    private final Map<Long, TreeSet<Long>> groups = new HashMap<>();

    /** Two records that are alike, the lower id first. */
    record Pair(long one, long other) {
        Pair {
            if (one >= other) {
                throw new IllegalArgumentException(one + " " + other);
            }
        }

        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    /** A pair with how alike it is. */
    record Scored(Pair pair, double score) {}

    /**
     * @param score that of its least alike pair
     * @param whole every record is a pair of every other, and of none outside
     */
    record Group(List<Long> records, double score, boolean whole) {}

    private Grouping() {}

    /** The groups, likeliest first. */
    static List<Group> of(List<Scored> scored) {
        Grouping grouping = new Grouping();
        Map<Pair, Double> scores = new HashMap<>();
        scored.forEach(each -> scores.put(each.pair(), each.score()));
        grouping.pairs.addAll(scores.keySet());
        scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(each -> each.pair().one())
                        .thenComparing(each -> each.pair().other()))
                .forEach(each -> grouping.join(each.pair()));
        Set<Long> torn = grouping.torn();
        return Set.copyOf(grouping.groups.values()).stream()
                .map(records -> grouping.group(records, scores, torn))
                .filter(Grouping::isGroup)
                .sorted(Comparator.comparingDouble(Group::score)
                        .reversed()
                        .thenComparing(group -> group.records().getFirst()))
                .toList();
    }

    private void join(Pair pair) {
        TreeSet<Long> one = groups.computeIfAbsent(pair.one(), id -> new TreeSet<>(Set.of(id)));
        TreeSet<Long> other = groups.computeIfAbsent(pair.other(), id -> new TreeSet<>(Set.of(id)));
        if (one == other || one.size() + other.size() > MOST || 2 * between(one, other) <= one.size() * other.size()) {
            return;
        }
        one.addAll(other);
        one.forEach(id -> groups.put(id, one));
    }

    private int between(Set<Long> one, Set<Long> other) {
        int count = 0;
        for (long first : one) {
            for (long second : other) {
                count += pairs.contains(Pair.of(first, second)) ? 1 : 0;
            }
        }
        return count;
    }

    /** Records that are like one of another group too. */
    private Set<Long> torn() {
        Set<Long> torn = new HashSet<>();
        for (Pair pair : pairs) {
            if (groups.get(pair.one()) != groups.get(pair.other())) {
                torn.add(pair.one());
                torn.add(pair.other());
            }
        }
        return torn;
    }

    private Group group(Set<Long> records, Map<Pair, Double> scores, Set<Long> torn) {
        List<Long> ids = new ArrayList<>(records);
        double least = 1;
        boolean whole = ids.stream().noneMatch(torn::contains);
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                Double score = scores.get(Pair.of(ids.get(i), ids.get(j)));
                whole &= score != null;
                least = score == null ? least : Math.min(least, score);
            }
        }
        return new Group(ids, least, whole);
    }

    /** Groups of one record are none. */
    static boolean isGroup(Group group) {
        return group.records().size() > 1;
    }
}
