package hengke.capability.relation;

import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way from one record to another over what a person may see, looked for from both ends at once.
 *
 * @param stops the records on the way, both ends included; empty when no way was found
 * @param knots the ties between them
 * @param rows the stops themselves
 * @param owner who has the first stop, where the way begins at a person
 * @param complete nothing was left out for its number: without a way there is none within the steps
 */
public record Way(
        List<Link> stops,
        List<Tie.Knot> knots,
        Map<Link, Row> rows,
        @Nullable Long owner,
        boolean complete) {
    public static final int FARTHEST = 5;
    private static final int MOST = 3_000;

    /** Between two records that the person may see. */
    public static Way between(Network network, Link from, Link to) {
        Reach start = new Reach(network, from);
        Reach end = new Reach(network, to);
        Link meeting = from.equals(to) ? from : null;
        for (int step = 0; step < FARTHEST && meeting == null; step++) {
            boolean fromStart = start.ring.size() <= end.ring.size();
            Set<Link> ring = (fromStart ? start : end).grow();
            meeting = ring.stream()
                    .filter((fromStart ? end : start).rows::containsKey)
                    .findFirst()
                    .orElse(null);
        }
        boolean complete = !start.cut && !end.cut;
        if (meeting == null) {
            return new Way(List.of(), List.of(), Map.of(), null, complete);
        }
        List<Link> stops = new ArrayList<>(start.stopsTo(meeting));
        stops.addAll(
                end.stopsTo(meeting).reversed().subList(1, end.stopsTo(meeting).size()));
        List<Tie.Knot> knots = new ArrayList<>(start.knotsTo(meeting));
        knots.addAll(end.knotsTo(meeting).reversed());
        Map<Link, Row> rows = new HashMap<>(start.rows);
        rows.putAll(end.rows);
        return new Way(stops, knots, rows, null, complete);
    }

    /**
     * From somebody to a record: over the nearest one that this person has, or, where that is too far, the nearest that
     * any colleague has.
     */
    public static Way from(Network network, long person, Link to) {
        Reach end = new Reach(network, to);
        Link others = end.owned(end.ring, null);
        Link own = end.owned(end.ring, person);
        for (int step = 1; step < FARTHEST && own == null && !end.ring.isEmpty(); step++) {
            Set<Link> ring = end.grow();
            own = end.owned(ring, person);
            others = others == null ? end.owned(ring, null) : others;
        }
        Link first = own == null ? others : own;
        if (first == null) {
            return new Way(List.of(), List.of(), Map.of(), null, !end.cut);
        }
        return new Way(
                end.stopsTo(first).reversed(), end.knotsTo(first).reversed(), end.rows, end.ownerOf(first), !end.cut);
    }

    /** What can be reached from one record, ring by ring, and over which ties. */
    private static final class Reach {
        private final Network network;
        private final Map<Link, Row> rows;
        private final Map<Link, Tie.Knot> back = new LinkedHashMap<>();
        private Set<Link> ring;
        private boolean cut;

        Reach(Network network, Link start) {
            this.network = network;
            this.rows = new LinkedHashMap<>(network.seen(List.of(start)));
            this.ring = Set.copyOf(rows.keySet());
        }

        Set<Link> grow() {
            Network.Found found = network.around(ring);
            cut |= found.cut();
            Map<Link, Tie.Knot> reached = new LinkedHashMap<>();
            for (Tie.Knot knot : found.knots()) {
                Link known = ring.contains(knot.from()) ? knot.from() : knot.to();
                Link beyond = knot.other(known);
                if (!rows.containsKey(beyond)) {
                    reached.putIfAbsent(beyond, knot);
                }
            }
            Map<Link, Row> seen = network.seen(reached.keySet());
            Set<Link> next = new LinkedHashSet<>();
            seen.forEach((link, row) -> {
                if (rows.size() < MOST) {
                    rows.put(link, row);
                    back.put(link, reached.get(link));
                    next.add(link);
                } else {
                    cut = true;
                }
            });
            ring = next;
            return next;
        }

        /** The first of these that the person has; of anybody, where none is named. */
        @Nullable
        Link owned(Set<Link> links, @Nullable Long person) {
            for (Link link : links) {
                Long owner = ownerOf(link);
                if (owner != null && (person == null || owner.equals(person))) {
                    return link;
                }
            }
            return null;
        }

        @Nullable
        Long ownerOf(Link link) {
            Row row = rows.get(link);
            return row == null ? null : network.owner(link, row);
        }

        List<Link> stopsTo(Link last) {
            List<Link> stops = new ArrayList<>(List.of(last));
            for (Tie.Knot knot : knotsTo(last).reversed()) {
                stops.add(knot.other(stops.getLast()));
            }
            Collections.reverse(stops);
            return stops;
        }

        List<Tie.Knot> knotsTo(Link last) {
            List<Tie.Knot> knots = new ArrayList<>();
            Link at = last;
            for (Tie.Knot knot = back.get(at); knot != null; knot = back.get(at)) {
                knots.add(knot);
                at = knot.other(at);
            }
            Collections.reverse(knots);
            return knots;
        }
    }
}
