package hengke.capability.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * A step of a tree, from which ways may go.
 *
 * @param <N> the kind of steps the tree is of
 */
public interface Branching<N extends Branching<N>> {
    /** What it is known by within its tree. */
    String id();

    /** What people call it. */
    String name();

    /** The ways that go from here; none where it just goes on. */
    default List<Way<N>> ways() {
        return List.of();
    }

    /** Every step of these lists, those on ways too, from the top down. */
    static <N extends Branching<N>> Stream<N> all(List<N> nodes) {
        return nodes.stream()
                .flatMap(node ->
                        Stream.concat(Stream.of(node), node.ways().stream().flatMap(way -> all(way.nodes()))));
    }
}
