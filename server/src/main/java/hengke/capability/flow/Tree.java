package hengke.capability.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each node of a tree stands.
 *
 * @param <N> the kind of nodes
 */
public final class Tree<N extends Branching<N>> {
    private final Map<String, Place<N>> places = new LinkedHashMap<>();
    private final Map<String, List<Place<N>>> paths = new LinkedHashMap<>();
    private final List<N> nodes;

    /**
     * One node's.
     *
     * @param list the nodes among which it stands
     * @param above the node whose way this is, with the number of the way; empty at the top
     */
    public record Place<N>(N node, List<N> list, int index, Optional<Above> above) {}

    /** A way of a node. */
    public record Above(String node, int way) {}

    public Tree(List<N> nodes) {
        this.nodes = List.copyOf(nodes);
        place(this.nodes, Optional.empty());
        places.keySet().forEach(id -> paths.put(id, pathTo(id)));
    }

    private void place(List<N> list, Optional<Above> above) {
        for (int index = 0; index < list.size(); index++) {
            N node = list.get(index);
            places.put(node.id(), new Place<>(node, list, index, above));
            List<Way<N>> ways = node.ways();
            for (int way = 0; way < ways.size(); way++) {
                place(ways.get(way).nodes(), Optional.of(new Above(node.id(), way)));
            }
        }
    }

    /** Those at the top, in their order. */
    public List<N> nodes() {
        return nodes;
    }

    /** In their order. */
    public List<String> ids() {
        return List.copyOf(places.keySet());
    }

    /** That of the node of this id, which is in the tree. */
    public Place<N> place(String id) {
        Place<N> place = places.get(id);
        if (place == null) {
            throw new IllegalStateException("no node " + id);
        }
        return place;
    }

    /** Does a node come after another one on the same way? Those on ways side by side do not. */
    public boolean after(String id, String other) {
        List<Place<N>> path = path(id);
        List<Place<N>> others = path(other);
        for (int depth = 0; depth < Math.min(path.size(), others.size()); depth++) {
            Place<N> here = path.get(depth);
            Place<N> there = others.get(depth);
            if (!here.above().equals(there.above())) {
                return false;
            }
            if (here.index() != there.index()) {
                return here.index() > there.index();
            }
        }
        return false;
    }

    /** Does a node stand on a way of another? */
    public boolean within(String id, String other) {
        return !id.equals(other)
                && path(id).stream().anyMatch(place -> place.node().id().equals(other));
    }

    /** From the top down to the node itself. */
    private List<Place<N>> path(String id) {
        return paths.getOrDefault(id, List.of());
    }

    private List<Place<N>> pathTo(String id) {
        List<Place<N>> path = new ArrayList<>();
        Place<N> place = place(id);
        path.add(place);
        while (place.above().isPresent()) {
            place = place(place.above().get().node());
            path.addFirst(place);
        }
        return path;
    }

    /** The nodes whose ways lead here, from the inside out. */
    public List<Above> above(String id) {
        List<Above> above = new ArrayList<>();
        Optional<Above> next = place(id).above();
        while (next.isPresent()) {
            above.add(next.get());
            next = place(next.get().node()).above();
        }
        return above;
    }
}
