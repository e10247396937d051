package hengke.kernel.metadata;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list that everybody finds without saving it, as a definition offers it.
 *
 * @param filter in the filter language; null for every record
 * @param sort the field it is sorted by, upwards; null for the order of the object's list
 */
public record BuiltinView(
        String id,
        Label label,
        @Nullable JsonNode filter,
        @Nullable String sort) {}
