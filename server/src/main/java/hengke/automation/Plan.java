package hengke.automation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When something goes by itself, for which records, and what is done.
 *
 * @param when the records it is for; null for all
 * @param again may a record begin while an earlier run of it is under way?
 */
public record Plan(Trigger trigger, @Nullable JsonNode when, boolean again, List<Step> nodes) {
    public Plan {
        trigger = Objects.requireNonNullElseGet(trigger, () -> new Trigger.Created(List.of()));
        when = when == null || when.isNull() ? null : when;
        nodes = List.copyOf(Objects.requireNonNullElseGet(nodes, List::of));
    }
}
