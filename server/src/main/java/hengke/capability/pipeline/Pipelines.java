package hengke.capability.pipeline;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of an object; the first is the one for records that name none.
 *
 * @param version 0 for the shipped ones
 */
public record Pipelines(String object, List<Pipeline> all, long version) {
    public Pipelines {
        all = List.copyOf(all);
    }

    public Optional<Pipeline> find(@Nullable String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
