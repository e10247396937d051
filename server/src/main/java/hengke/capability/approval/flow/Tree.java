package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Node.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each node of a flow stands. */
final class Tree {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<Place>> paths = new LinkedHashMap<>();
    private final List<Node> nodes;

    /**
     * @param list the nodes among which it stands
     * @param above the node whose way this is, with the number of the way; empty at the top
     */
    record Place(Node node, List<Node> list, int index, Optional<Above> above) {}

    /** A way of a node. */
    record Above(String node, int way) {}

    Tree(Flow flow) {
        nodes = flow.nodes();
        place(nodes, Optional.empty());
        places.keySet().forEach(id -> paths.put(id, pathTo(id)));
    }

    private void place(List<Node> list, Optional<Above> above) {
        for (int index = 0; index < list.size(); index++) {
            Node node = list.get(index);
            places.put(node.id(), new Place(node, list, index, above));
            List<Way> ways = node.ways();
            for (int way = 0; way < ways.size(); way++) {
                place(ways.get(way).nodes(), Optional.of(new Above(node.id(), way)));
            }
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /** In their order. */
    List<String> ids() {
        return List.copyOf(places.keySet());
    }

    Place place(String id) {
        Place place = places.get(id);
        if (place == null) {
            throw new IllegalStateException("no node " + id);
        }
        return place;
    }

    /** Does a node come after another one on the same way? Those on ways side by side do not. */
    boolean after(String id, String other) {
        List<Place> path = path(id);
        List<Place> others = path(other);
        for (int depth = 0; depth < Math.min(path.size(), others.size()); depth++) {
            Place here = path.get(depth);
            Place there = others.get(depth);
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
    boolean within(String id, String other) {
        return !id.equals(other)
                && path(id).stream().anyMatch(place -> place.node().id().equals(other));
    }

    /** From the top down to the node itself. */
    private List<Place> path(String id) {
        return paths.getOrDefault(id, List.of());
    }

    private List<Place> pathTo(String id) {
        List<Place> path = new ArrayList<>();
        Place place = place(id);
        path.add(place);
        while (place.above().isPresent()) {
            place = place(place.above().get().node());
            path.addFirst(place);
        }
        return path;
    }

    /** The nodes whose ways lead here, from the inside out. */
    List<Above> above(String id) {
        List<Above> above = new ArrayList<>();
        Optional<Above> next = place(id).above();
        while (next.isPresent()) {
            above.add(next.get());
            next = place(next.get().node()).above();
        }
        return above;
    }
}
