package hengke.kernel.views;

import tools.jackson.databind.node.ObjectNode;

/**
 * A list or board as somebody saved it.
 *
 * @param kind {@code table} or {@code board}
 * @param settings filter, columns, sort and grouping as they go over the wire
 * @param pinned by the person who asks
 */
public record SavedView(
        long id,
        String object,
        long owner,
        String name,
        boolean shared,
        int position,
        String kind,
        ObjectNode settings,
        boolean pinned) {

    /** May this person see it at all? */
    boolean offeredTo(long person) {
        return shared || owner == person;
    }
}
