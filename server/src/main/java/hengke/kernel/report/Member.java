package hengke.kernel.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of what a dimension divides into.
 *
 * @param key a value, a first day or a number; null for what is absent, and for the others
 * @param label for people, in their language
 * @param filter finds its records; null for the others
 * @param others is it what is left besides the members shown?
 */
public record Member(
        @Nullable Object key, String label, @Nullable JsonNode filter, boolean others) {}
