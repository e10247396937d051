package hengke.capability.relation;

import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record, what it is tied to within some steps, and all ties among them.
 *
 * @param distances how many steps each is away, nearest first
 * @param rows the records themselves
 * @param more there is more to see that was left out for its number
 */
public record Surroundings(Map<Link, Integer> distances, Map<Link, Row> rows, List<Tie.Knot> knots, boolean more) {
    /** More than that nobody takes in. */
    public static final int MOST = 500;

    public static final int FARTHEST = 4;

    /** @param centre a record that the person may see */
    public static Surroundings of(Network network, Link centre, int depth) {
        Map<Link, Integer> distances = new LinkedHashMap<>(Map.of(centre, 0));
        Map<Link, Row> rows = new LinkedHashMap<>(network.seen(List.of(centre)));
        List<Tie.Knot> met = new ArrayList<>();
        Set<Link> ring = Set.of(centre);
        boolean more = false;
        for (int step = 1; step <= depth && !ring.isEmpty(); step++) {
            Network.Found found = network.around(ring);
            more |= found.cut();
            met.addAll(found.knots());
            Set<Link> next = new LinkedHashSet<>();
            for (Map.Entry<Link, Row> each :
                    network.seen(beyond(found, distances)).entrySet()) {
                if (rows.size() == MOST) {
                    more = true;
                    break;
                }
                rows.put(each.getKey(), each.getValue());
                distances.put(each.getKey(), step);
                next.add(each.getKey());
            }
            ring = next;
        }
        Network.Found inner = network.among(rows.keySet());
        met.addAll(inner.knots());
        return new Surroundings(distances, rows, List.copyOf(once(met, rows.keySet())), more || inner.cut());
    }

    /** Those by which one came here stand before those among them, so that the centre's own are never left out for others. */
    private static Collection<Tie.Knot> once(List<Tie.Knot> knots, Set<Link> among) {
        Map<String, Tie.Knot> once = new LinkedHashMap<>();
        knots.stream()
                .filter(knot -> among.contains(knot.from()) && among.contains(knot.to()))
                .forEach(knot ->
                        once.putIfAbsent(knot.tie().wire() + ":" + knot.row().id(), knot));
        return once.values();
    }

    private static List<Link> beyond(Network.Found found, Map<Link, Integer> known) {
        Set<Link> beyond = new LinkedHashSet<>();
        for (Tie.Knot knot : found.knots()) {
            beyond.addAll(List.of(knot.from(), knot.to()));
        }
        beyond.removeAll(known.keySet());
        return new ArrayList<>(beyond);
    }
}
