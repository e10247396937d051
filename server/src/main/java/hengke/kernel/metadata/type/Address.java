package hengke.kernel.metadata.type;

import org.jspecify.annotations.Nullable;

/**
 * A postal address; at least one part is there.
 *
 * @param region code of 2, 4 or 6 digits
 */
public record Address(
        @Nullable String region,
        @Nullable String street,
        @Nullable String postcode) {}
