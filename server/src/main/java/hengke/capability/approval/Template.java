package hengke.capability.approval;

import hengke.capability.approval.flow.Flow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How records of an object are approved.
 *
 * @param position of those that apply the first counts
 * @param edition how many times it was changed; every approval keeps the one it began with
 * @param version of what was read
 */
public record Template(
        long id, String object, String name, boolean active, int position, int edition, Way way, long version) {

    /**
     * What may be drawn.
     *
     * @param when the records it is for; null for all
     */
    public record Way(@Nullable JsonNode when, Flow flow) {
        public Way {
            when = when == null || when.isNull() ? null : when;
        }
    }
}
